import { Hono } from 'hono'
import { ApiError } from '#contract/apiError.ts'
import { createAnswerCache } from './answerCache.ts'
import type { AnswerEnv } from './AnswerEnv.ts'
import { createApi } from './api.ts'
import { createEdge, type EdgeOptions } from './edge/createEdge.ts'
import { createHealth, type HealthOptions } from './edge/createHealth.ts'
import { createFeeds } from './feeds/createFeeds.ts'
import type { ModelSource } from './ModelSource.ts'
import { createPrograms } from './programs/createPrograms.ts'
import { refuse, respondToError } from './refuse.ts'
import { createStaticApp } from './staticApp.ts'
import { createThumbnails } from './thumbnails.ts'

export type AppOptions = EdgeOptions &
  HealthOptions & {
    /** Where the built app is; without it only programs are answered. */
    appDirectory?: string
    /** Where the built app finds the endpoint, when that is not this server. */
    apiOrigin?: string | undefined
  }

/** Everything that one port serves. Throws when there is no built app in the directory given. */
export function createApp(source: ModelSource, { appDirectory, apiOrigin, ...options }: AppOptions = {}) {
  const answers = createAnswerCache()
  const app = new Hono<AnswerEnv>()
    .use(createEdge(options))
    .route('/', createHealth(source, options))
    .route('/', createApi(source, answers))
    .route('/', createThumbnails(source, answers))
    .route('/', createFeeds(source, answers))
    .route('/', createPrograms(source, answers))
  app.onError(respondToError)
  app.notFound((c) => refuse(c, new ApiError('not_found', 'There is nothing here')))
  return appDirectory === undefined
    ? app
    : app.route('/', createStaticApp(appDirectory, answers, source, apiOrigin))
}
