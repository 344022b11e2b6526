import { ApiError } from './apiError.ts'
import { readCursor } from './cursor.ts'
import { Expansion, ModelStatus } from './models.ts'

/** The largest page; what asks for more is clamped, never refused. */
export const MAX_LIMIT = 100
/** The same, when each model comes with its OpenAPI document. */
export const MAX_LIMIT_WITH_OPENAPI = 10
export const MAX_ENDPOINT_IDS = 50
/** Ours: the documentation names no bound. */
export const MAX_Q_LENGTH = 500

/** A question to `GET /v1/models`. `page` counts from 1 and crosses the wire as `cursor`. */
export type ModelsQuery = {
  limit: number
  page: number
  endpoint_ids: string[]
  q?: string
  category?: string
  status?: ModelStatus
  expand: Expansion[]
}

/** What narrows a result, without how it is paged or expanded. */
export type ModelsFilter = Pick<ModelsQuery, 'q' | 'category' | 'status'>

/**
 * Reads a query string. An empty value counts as absent, and an unknown parameter is ignored, as the live endpoint does.
 * Throws a `validation_error` that names the parameter and what was expected.
 */
export function readModelsQuery(params: URLSearchParams): ModelsQuery {
  const expand = readExpansions(params)
  const cursor = read(params, 'cursor')
  const largest = expand.includes('openapi-3.0') ? MAX_LIMIT_WITH_OPENAPI : MAX_LIMIT
  return {
    limit: Math.min(readLimit(params), largest),
    page: cursor === undefined ? 1 : readCursor(cursor),
    endpoint_ids: readEndpointIds(params),
    ...readModelsFilter(params),
    expand,
  }
}

/** Reads only what narrows a result. Throws like {@link readModelsQuery}. */
export function readModelsFilter(params: URLSearchParams): ModelsFilter {
  const q = read(params, 'q')
  const category = read(params, 'category')
  const status = readStatus(params)
  if (q !== undefined && q.length > MAX_Q_LENGTH) {
    throw new ApiError('validation_error', `q: expected at most ${MAX_Q_LENGTH} characters, got ${q.length}`)
  }
  return {
    ...(q !== undefined && { q }),
    ...(category !== undefined && { category }),
    ...(status !== undefined && { status }),
  }
}

/** A question as a client asks it: the cursor is the server's own, passed back as it came. */
export type ModelsRequest = Partial<Omit<ModelsQuery, 'page'>> & { cursor?: string | undefined }

/** Writes the query string that {@link readModelsQuery} reads. */
export function writeModelsQuery(request: ModelsRequest): URLSearchParams {
  const params = new URLSearchParams()
  for (const id of request.endpoint_ids ?? []) params.append('endpoint_id', id)
  for (const name of ['q', 'category', 'status', 'limit', 'cursor'] as const) {
    const value = request[name]
    if (value !== undefined && value !== '') params.set(name, String(value))
  }
  for (const expansion of request.expand ?? []) params.append('expand', expansion)
  return params
}

function read(params: URLSearchParams, name: string): string | undefined {
  return params.get(name)?.trim() || undefined
}

function readLimit(params: URLSearchParams): number {
  const limit = read(params, 'limit')
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

function readEndpointIds(params: URLSearchParams): string[] {
  const ids = [...new Set(params.getAll('endpoint_id').map((id) => id.trim()))].filter((id) => id !== '')
  if (ids.length > MAX_ENDPOINT_IDS) {
    throw new ApiError(
      'validation_error',
      `endpoint_id: expected at most ${MAX_ENDPOINT_IDS} ids, got ${ids.length}`,
    )
  }
  return ids
}

function readStatus(params: URLSearchParams): ModelStatus | undefined {
  const status = read(params, 'status')
  return status === undefined ? undefined : readChoice('status', ModelStatus.options, status)
}

function readExpansions(params: URLSearchParams): Expansion[] {
  const named = params.getAll('expand').filter((name) => name.trim() !== '')
  return [...new Set(named.map((name) => readChoice('expand', Expansion.options, name.trim())))]
}

function readChoice<T extends string>(parameter: string, choices: readonly T[], value: string): T {
  const choice = choices.find((known) => known === value)
  if (choice !== undefined) return choice
  const expected = choices.map((known) => `"${known}"`).join(' or ')
  throw new ApiError('validation_error', `${parameter}: expected ${expected}, got ${quote(value)}`)
}

/** The value as the reader sent it, short enough for a message. */
function quote(value: string): string {
  return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value)
}
