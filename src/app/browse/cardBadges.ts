import type { Model } from '#contract/models.ts'

const DAY = 24 * 60 * 60_000
const RECENT = 30 * DAY

/** What sets a model apart, by its record alone; `asOf` is the age of the newest record, by which "new" is told. */
export function cardBadges({ metadata }: Model, asOf: string | undefined): string[] {
  if (!metadata) return []
  const { status, date, updated_at, tags, stream_url, kind } = metadata
  const isNew = isRecent(date, asOf)
  return [
    ...(status === 'deprecated' ? ['Deprecated'] : []),
    ...(isNew ? ['New'] : []),
    ...(!isNew && isRecent(updated_at, asOf) ? ['Updated'] : []),
    ...(kind === 'training' ? ['Training'] : []),
    ...(stream_url !== undefined || tags.includes('streaming') ? ['Streaming'] : []),
  ]
}

function isRecent(moment: string, asOf: string | undefined): boolean {
  // NaN, of what is no time, is never recent.
  return asOf !== undefined && Date.parse(asOf) - Date.parse(moment) <= RECENT
}
