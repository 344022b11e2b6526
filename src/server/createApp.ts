import { Hono } from 'hono'
import { createAnswerCache } from './answerCache.ts'
import { createApi } from './api.ts'
import { createFeeds } from './feeds/createFeeds.ts'
import type { ModelSource } from './ModelSource.ts'
import { createPrograms } from './programs/createPrograms.ts'
import { createStaticApp } from './staticApp.ts'
import { createThumbnails } from './thumbnails.ts'

export type AppOptions = {
  /** Where the built app is; without it only programs are answered. */
  appDirectory?: string
  /** Where the built app finds the endpoint, when that is not this server. */
  apiOrigin?: string | undefined
}

/** Everything that one port serves. Throws when there is no built app in the directory given. */
export function createApp(source: ModelSource, { appDirectory, apiOrigin }: AppOptions = {}) {
  const answers = createAnswerCache()
  const app = new Hono()
    .route('/', createApi(source, answers))
    .route('/', createThumbnails(source, answers))
    .route('/', createFeeds(source, answers))
    .route('/', createPrograms(source, answers))
  return appDirectory === undefined
    ? app
    : app.route('/', createStaticApp(appDirectory, answers, source, apiOrigin))
}
