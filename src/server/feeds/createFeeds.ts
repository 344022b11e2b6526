import { Hono } from 'hono'
import { readChangesFilter } from '#contract/changesQuery.ts'
import { changesPath } from '#contract/changesQuery.ts'
import type { AnswerCache } from '#server/answerCache.ts'
import type { AnswerEnv } from '#server/AnswerEnv.ts'
import type { ModelSource } from '#server/ModelSource.ts'
import { siteOrigin } from '#server/siteOrigin.ts'
import { changesFeed } from './changesFeed.ts'
import { writeAtomFeed } from './writeAtomFeed.ts'
import { writeJsonFeed } from './writeJsonFeed.ts'

const FORMATS = [
  { path: '/changes.json', contentType: 'application/feed+json; charset=utf-8', write: writeJsonFeed },
  { path: '/changes.atom', contentType: 'application/atom+xml; charset=utf-8', write: writeAtomFeed },
] as const

/** `/changes.json` and `/changes.atom`: the changes, under the filters of `/v1/changes`; none of a source without history. */
export function createFeeds(
  { changes }: Pick<ModelSource, 'changes'>,
  answers: Pick<AnswerCache, 'respond'>,
) {
  const feeds = new Hono<AnswerEnv>()
  if (changes === undefined) return feeds

  for (const { path, contentType, write } of FORMATS) {
    feeds.get(path, async (c) => {
      const origin = siteOrigin(c)
      const filter = readChangesFilter(new URL(c.req.url).searchParams)
      return answers.respond(c, origin + changesPath(filter, path), async () => ({
        body: write(await changesFeed(changes, filter, origin, path)),
        contentType,
        cacheControl: 'public, max-age=0, must-revalidate',
        headers: { 'Access-Control-Allow-Origin': '*' },
      }))
    })
  }

  return feeds
}
