import { createHash } from 'node:crypto'
import type { ChangesFilter, ChangesQuery } from '#contract/changesQuery.ts'
import type { ChangesPage, ModelChange, ModelEvent } from '#contract/history.ts'
import { changesPath } from '#contract/changesQuery.ts'
import { changeInWords } from './changeInWords.ts'
import type { Feed, FeedEntry } from './Feed.ts'

/** How many changes a feed holds, unless its newest release did more: of that it holds all, so that no reader misses one. */
const ENTRIES = 100

/** The changes that a filter leaves as a feed. `feedPath` is where it is read, under the origin. */
export async function changesFeed(
  changes: (query: ChangesQuery) => Promise<ChangesPage>,
  filter: ChangesFilter,
  origin: string,
  feedPath: '/changes.atom' | '/changes.json',
): Promise<Feed> {
  const page = await changes({ ...filter, limit: ENTRIES, page: 1 })
  const newest = page.changes[0]?.release
  const isOfOne = page.has_more && page.changes.every(({ release }) => release.version === newest?.version)
  const { changes: shown } =
    isOfOne && newest
      ? await changes({ ...filter, release: newest.version, limit: page.total, page: 1 })
      : page
  return {
    // The same wherever the feed is served.
    id: stableId(changesPath(filter)),
    title: titleOf(filter),
    pageUrl: origin + changesPath(filter),
    feedUrl: origin + changesPath(filter, feedPath),
    updated: newest?.date ?? page.releases[0]?.release.date ?? new Date(0).toISOString(),
    entries: shown.map((change) => writeEntry(change, origin)),
  }
}

function titleOf({ release, event, category, provider, endpoint_id }: ChangesFilter): string {
  const filters = [release, event, category, provider, endpoint_id].filter((value) => value !== undefined)
  return ['Changes', ...filters].join(' · ')
}

function writeEntry(change: ModelChange, origin: string): FeedEntry {
  const { endpoint_id, display_name, category, event, release, changes } = change
  const path = changesPath({ release: release.version, endpoint_id })
  return {
    id: stableId(path),
    url: origin + path,
    title: `${display_name ?? endpoint_id} ${DONE[event]}`,
    lines: [`${endpoint_id} ${DONE[event]} in release ${release.version}.`, ...changes.map(changeInWords)],
    date: release.date,
    tags: [event, ...(category === undefined ? [] : [category])],
  }
}

const DONE: Record<ModelEvent, string> = {
  added: 'was added',
  changed: 'changed',
  removed: 'is gone',
  returned: 'came back',
}

/** A name-based UUID (RFC 9562, version 8) of a path. */
function stableId(path: string): string {
  const hex = createHash('sha256').update(`model-browser ${path}`).digest('hex')
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4]
  const groups = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ]
  return `urn:uuid:${groups.join('-')}`
}
