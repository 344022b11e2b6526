import { ApiError } from './apiError.ts'
import { readCursor } from './cursor.ts'
import { ModelEvent } from './history.ts'
import { readOneOf, readText } from './modelsFilter.ts'
import { MAX_LIMIT, readLimit } from './modelsQuery.ts'

const MAX_VALUE_LENGTH = 200

/** What narrows the changes. `provider` is the first segment of the id. */
export type ChangesFilter = {
  /** A version. */
  release?: string
  event?: ModelEvent
  category?: string
  provider?: string
  endpoint_id?: string
}

const TEXTS = ['release', 'category', 'provider', 'endpoint_id'] as const

export type ChangesQuery = ChangesFilter & { limit: number; page: number }

/** Reads what narrows the changes; an empty value counts as absent. Throws a `validation_error` that names the parameter. */
export function readChangesFilter(params: URLSearchParams): ChangesFilter {
  const event = readText(params, 'event')
  const filter: ChangesFilter =
    event === undefined ? {} : { event: readOneOf('event', ModelEvent.options, event) }
  for (const name of TEXTS) {
    const value = readText(params, name)
    if (value !== undefined && value.length > MAX_VALUE_LENGTH) {
      const message = `${name}: expected at most ${MAX_VALUE_LENGTH} characters, got ${value.length}`
      throw new ApiError('validation_error', message)
    }
    if (value !== undefined) filter[name] = value
  }
  return filter
}

/** Reads a query string; what it does not know is ignored. Throws like {@link readChangesFilter}. */
export function readChangesQuery(params: URLSearchParams): ChangesQuery {
  const cursor = readText(params, 'cursor')
  return {
    ...readChangesFilter(params),
    limit: Math.min(readLimit(params), MAX_LIMIT),
    page: cursor === undefined ? 1 : readCursor(cursor).page,
  }
}

/** Writes the query string that the functions above read. */
export function writeChangesQuery(
  query: ChangesFilter & { limit?: number; cursor?: string | undefined },
): URLSearchParams {
  const params = new URLSearchParams()
  for (const name of ['event', ...TEXTS, 'limit', 'cursor'] as const) {
    const value = query[name]
    if (value !== undefined && value !== '') params.set(name, String(value))
  }
  return params
}

/** The page of changes under a filter, or a feed of it. */
export function changesPath(
  filter: ChangesFilter,
  page: '/changes' | '/changes.atom' | '/changes.json' = '/changes',
): string {
  const query = writeChangesQuery(filter).toString()
  return query === '' ? page : `${page}?${query}`
}
