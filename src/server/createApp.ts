import { Hono } from 'hono'
import { ApiError } from '#contract/apiError.ts'
import { createAnswerCache } from './answerCache.ts'
import type { AnswerEnv } from './AnswerEnv.ts'
import { createApi } from './api.ts'
import { type Connection, createEdge, type EdgeOptions } from './edge/createEdge.ts'
import { createHealth, type HealthOptions } from './edge/createHealth.ts'
import { createFeeds } from './feeds/createFeeds.ts'
import type { ModelSource } from './ModelSource.ts'
import { createPrograms } from './programs/createPrograms.ts'
import { refuse, respondToError } from './refuse.ts'
import { createStaticApp, type StaticAppOptions } from './staticApp.ts'
import { createThumbnails } from './thumbnails.ts'

export type AppOptions = EdgeOptions &
  HealthOptions &
  StaticAppOptions & {
    /** Where the built app is; without it only programs are answered. */
    appDirectory?: string
  }

/** Everything that one port serves, on any runtime. Throws when there is no built app in the directory given. */
export function createApp(source: ModelSource, { appDirectory, ...options }: AppOptions = {}) {
  const answers = createAnswerCache()
  source.whenChanged?.(() => answers.clear())
  const app = new Hono<AnswerEnv>()
    .route('/', createHealth(source, options))
    .route('/', createApi(source, answers))
    .route('/', createThumbnails(source, answers))
    .route('/', createFeeds(source, answers))
    .route('/', createPrograms(source, answers))
  if (appDirectory !== undefined) {
    app.route('/', createStaticApp(appDirectory, answers, source, options))
  }
  app.onError((error, c) => respondToError(error, c.env))
  app.notFound((c) => refuse(c.env, new ApiError('not_found', 'There is nothing here')))
  const { fetch, answerKept } = createEdge(app, answers, options)
  return {
    fetch,
    answerKept,
    /** Asks without a network. */
    request: async (path: string, init?: RequestInit, connection?: Connection) =>
      fetch(new Request(new URL(path, 'http://localhost'), init), connection),
  }
}
