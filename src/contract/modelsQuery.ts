import { ApiError } from './apiError.ts'
import { type CursorPlace, readCursor } from './cursor.ts'
import { Expansion } from './models.ts'
import {
  type ModelsFilter,
  quote,
  readModelsFilter,
  readOneOf,
  readText,
  readTexts,
  writeModelsFilter,
} from './modelsFilter.ts'

/** The largest page; what asks for more is clamped, never refused. */
export const MAX_LIMIT = 100
/** The same, when each model comes with its OpenAPI document. */
export const MAX_LIMIT_WITH_OPENAPI = 10

/** By what a result can be ordered: `inputs` is the number of input properties. Ours, not the documentation's. */
const SORT_KEYS = [
  'relevance',
  'newest',
  'updated',
  'name',
  'id',
  'takes',
  'returns',
  'inputs',
  'status',
] as const
export type SortKey = (typeof SORT_KEYS)[number]
/** With `-` before it, the other way round. */
export type Sort = SortKey | `-${SortKey}`
export const SORTS: readonly Sort[] = SORT_KEYS.flatMap((key) => [key, `-${key}`] as const)

/** What a sort is by, and whether it is the other way round. */
export function splitSort(sort: Sort): { key: SortKey; isReversed: boolean } {
  const key = SORT_KEYS.find((known) => sort === known || sort === `-${known}`) ?? 'relevance'
  return { key, isReversed: sort !== key }
}

/** What a model comes with when asked for: `signature` and `match` of `models.ts`. Ours, and ignored elsewhere. */
export const INCLUSIONS = ['signature', 'match'] as const
type Inclusion = (typeof INCLUSIONS)[number]

/** How a listing is asked for, besides what narrows it. */
export type ModelsListing = {
  /** Absent: by relevance where there is a `q`, else in the order of the catalogue. */
  sort?: Sort
  /** `group`: of each family its first model alone, with the others as its `variants`. Ours. */
  fold?: 'group'
  include?: Inclusion[]
}

/** A question to `GET /v1/models`. Its page crosses the wire as `cursor`. */
export type ModelsQuery = ModelsFilter &
  ModelsListing &
  CursorPlace & {
    limit: number
    expand: Expansion[]
  }

/**
 * Reads a query string. An empty value counts as absent, and an unknown parameter is ignored, as the live endpoint does.
 * Throws a `validation_error` that names the parameter and what was expected.
 */
export function readModelsQuery(params: URLSearchParams): ModelsQuery {
  const expand = readTexts(params, 'expand').map((name) => readOneOf('expand', Expansion.options, name))
  const cursor = readText(params, 'cursor')
  const largest = expand.includes('openapi-3.0') ? MAX_LIMIT_WITH_OPENAPI : MAX_LIMIT
  return {
    limit: Math.min(readLimit(params), largest),
    ...(cursor === undefined ? { page: 1 } : readCursor(cursor)),
    ...readModelsFilter(params),
    ...readListing(params),
    expand,
  }
}

/** A question as a client asks it: the cursor is the server's own, passed back as it came. */
export type ModelsRequest = ModelsFilter &
  ModelsListing & { limit?: number; expand?: Expansion[]; cursor?: string | undefined }

/** Writes the query string that {@link readModelsQuery} reads. */
export function writeModelsQuery(request: ModelsRequest): URLSearchParams {
  const params = writeModelsFilter(request)
  for (const name of ['sort', 'fold', 'limit', 'cursor'] as const) {
    const value = request[name]
    if (value !== undefined && value !== '') params.set(name, String(value))
  }
  for (const inclusion of request.include ?? []) params.append('include', inclusion)
  for (const expansion of request.expand ?? []) params.append('expand', expansion)
  return params
}

/** Reads how a listing is asked for. Throws like {@link readModelsQuery}. */
export function readListing(params: URLSearchParams): ModelsListing {
  const sort = readText(params, 'sort')
  const fold = readText(params, 'fold')
  const include = readTexts(params, 'include').map((name) => readOneOf('include', INCLUSIONS, name))
  return {
    ...(sort !== undefined && { sort: readSort(sort) }),
    ...(fold !== undefined && { fold: readOneOf('fold', ['group'], fold) }),
    ...(include.length > 0 && { include }),
  }
}

function readSort(text: string): Sort {
  const sort = SORTS.find((known) => known === text)
  if (sort !== undefined) return sort
  throw new ApiError(
    'validation_error',
    `sort: expected one of ${SORT_KEYS.join(', ')}, with "-" before it for the other way round, got ${quote(text)}`,
  )
}

/** The size of page asked for. Throws like {@link readModelsQuery}. */
export function readLimit(params: URLSearchParams): number {
  const limit = readText(params, 'limit')
  if (limit === undefined) return MAX_LIMIT
  // Digits only: Number() would also take "1e1" and "0x10".
  if (!/^\d+$/.test(limit) || Number(limit) < 1) {
    throw new ApiError(
      'validation_error',
      `limit: expected a whole number of at least 1, got ${quote(limit)}`,
    )
  }
  return Number(limit)
}
