import { ApiError, readApiError } from '#contract/apiError.ts'
import { type FacetsQuery, ModelsFacets, writeFacetsQuery } from '#contract/facets.ts'
import { ModelNames } from '#contract/modelNames.ts'
import { readModelsPage, type ModelsPage } from '#contract/models.ts'
import { MAX_ENDPOINT_IDS } from '#contract/modelsFilter.ts'
import { type ModelsRequest, writeModelsQuery } from '#contract/modelsQuery.ts'

const API = (import.meta.env.VITE_MODELS_API ?? '/v1').replace(/\/$/, '')

/** Of every request; the reader's own key, while this page lives. */
export const requestHeaders: Record<string, string> = { Accept: 'application/json' }

/**
 * One page of `GET /v1/models`, of any number of ids; where none of them exists it is empty. Throws an `ApiError` when
 * refused, and what `fetch` throws when nothing answers.
 */
export async function getModels(request: ModelsRequest, signal?: AbortSignal): Promise<ModelsPage> {
  const getPage = async (request: ModelsRequest) =>
    readModelsPage(
      await getJson(`/models?${writeModelsQuery(request)}`, signal).catch((error: unknown) => {
        if (request.endpoint_ids && error instanceof ApiError && error.type === 'not_found') return NO_MODELS
        throw error
      }),
    )
  return areMany(request.endpoint_ids)
    ? (await import('./manyIds.ts')).getPageOfMany(request, getPage)
    : getPage(request)
}

const NO_MODELS: ModelsPage = { models: [], has_more: false, next_cursor: null }

/** Whether these are more ids than the endpoint takes at once. */
function areMany(ids: readonly string[] = []): boolean {
  return ids.length > MAX_ENDPOINT_IDS
}

/** The endpoint's address, as someone elsewhere would write it. */
export function endpointAddress(): string {
  return new URL(`${API}/models`, document.baseURI).href
}

/**
 * Counts for filters. Throws like {@link getModels}. A server that knows only the documented endpoint has none, and
 * is asked once: each further request would cost what it allows a client per minute.
 */
export async function getFacets(query: FacetsQuery, signal?: AbortSignal): Promise<ModelsFacets> {
  const count = async (query: FacetsQuery) =>
    ModelsFacets.parse(await getExtension('facets', `?${writeFacetsQuery(query)}`, signal))
  return areMany(query.endpoint_ids) ? (await import('./manyIds.ts')).countMany(query, count) : count(query)
}

/** What every model is called. Throws, and is asked once where it is missing, like {@link getFacets}. */
export async function getModelNames(signal?: AbortSignal): Promise<ModelNames> {
  return ModelNames.parse(await getExtension('names', '', signal))
}

const missing = new Map<string, ApiError>()

async function getExtension(name: 'facets' | 'names', query: string, signal: AbortSignal | undefined) {
  const known = missing.get(name)
  if (known) throw known
  try {
    return await getJson(`/models/${name}${query}`, signal)
  } catch (error) {
    if (error instanceof ApiError && error.type === 'not_found') missing.set(name, error)
    throw error
  }
}

/** The address behind a `thumbnail_url`, which our own server gives relative to itself. */
export function pictureUrl(url: string): string {
  return URL.canParse(API) ? new URL(url, API).href : url
}

/** Any answer of the endpoint, not yet checked. Throws like {@link getModels}. */
export async function getJson(path: string, signal: AbortSignal | undefined): Promise<unknown> {
  const response = await fetch(`${API}${path}`, {
    signal: signal ?? null,
    headers: requestHeaders,
  })
  if (response.ok) return response.json()
  const answer: unknown = await response.json().catch(() => undefined)
  throw readApiError(response.status, answer, response.headers.get('Retry-After'))
}
