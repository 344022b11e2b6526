import * as z from 'zod/mini'
import type { KeptModel } from './collection.ts'

const KIND = 'favourites of the model browser'
const VERSION = 1

const FavouritesFile = z.object({
  kind: z.enum([KIND]),
  version: z.number(),
  models: z.array(z.unknown()),
})
const FavouriteEntry = z.object({ endpoint_id: z.string().check(z.minLength(1)), at: z.string() })

/** Saved models as the text of a file, to be read again by {@link readFavouritesFile}. */
export function writeFavouritesFile(models: readonly KeptModel[]): string {
  return `${JSON.stringify({ kind: KIND, version: VERSION, models }, null, 2)}\n`
}

export type ReadFavourites = {
  models: KeptModel[]
  /** Entries that name no model, as they stand in the file. */
  notUnderstood: string[]
}

/**
 * Reads a file of saved models: one that we wrote, or a list of ids, as JSON or one to a line. Throws an error that says
 * what was expected. `now` is the time given to ids that come without one.
 */
export function readFavouritesFile(text: string, now: string): ReadFavourites {
  const entries = listEntries(text)
  const models: KeptModel[] = []
  const notUnderstood: string[] = []
  for (const entry of entries) {
    const model = readEntry(entry, now)
    if (model) models.push(model)
    else notUnderstood.push(typeof entry === 'string' ? entry : JSON.stringify(entry))
  }
  return { models, notUnderstood }
}

function listEntries(text: string): unknown[] {
  const json = readJson(text)
  const file = FavouritesFile.safeParse(json)
  if (file.data?.version === VERSION) return file.data.models
  if (Array.isArray(json)) return json
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  if (json === undefined && lines.some((line) => isEndpointId(line)))
    return lines.filter((line) => line !== '')
  throw new Error(
    file.success
      ? `Expected version ${VERSION} of the file, got ${file.data.version}`
      : 'Expected a file of favourites exported here, or a list of endpoint ids',
  )
}

function readEntry(entry: unknown, now: string): KeptModel | undefined {
  if (typeof entry === 'string') {
    const endpoint_id = entry.trim()
    return isEndpointId(endpoint_id) ? { endpoint_id, at: now } : undefined
  }
  const known = FavouriteEntry.safeParse(entry).data
  return known && isEndpointId(known.endpoint_id) ? known : undefined
}

/** Ids have segments, and no space. */
function isEndpointId(text: string): boolean {
  return /^[^\s/]+(\/[^\s/]+)+$/.test(text) && text.length <= 500
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
