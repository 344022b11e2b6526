import { infiniteQueryOptions, keepPreviousData, QueryClient, queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { ApiError } from '#contract/apiError.ts'
import { ModelsFacets } from '#contract/facets.ts'
import { type Model, readModelsPage } from '#contract/models.ts'
import type { FacetName, ModelsFilter } from '#contract/modelsFilter.ts'
import type { ModelsListing } from '#contract/modelsQuery.ts'
import { keptAnswer } from './keptAnswers.ts'
import { getFacets, getModelNames, getModels } from './request.ts'

/** Divisible by every number of columns, so that only the last row of a list is short. */
export const PAGE_SIZE = 24
const MINUTE = 60_000

export const modelQueries = {
  search: (question: ModelsFilter & ModelsListing & { limit?: number }) => {
    const queryKey = ['models', 'search', question]
    return infiniteQueryOptions({
      queryKey,
      queryFn: ({ pageParam, signal }) =>
        getModels({ limit: PAGE_SIZE, ...question, cursor: pageParam }, signal),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ has_more, next_cursor }, _pages, _cursor, cursors) =>
        // A server that repeats a cursor would have us turn in circles.
        has_more && next_cursor !== null && !cursors.includes(next_cursor) ? next_cursor : undefined,
      placeholderData: keepPreviousData,
      ...keptAnswer(queryKey, readKeptPages),
    })
  },

  /** How many models each value of these facets, and each status, would leave. */
  facets: (filter: ModelsFilter, facets: FacetName[] = ['category']) => {
    const queryKey = ['models', 'facets', filter, facets]
    return queryOptions({
      queryKey,
      queryFn: ({ signal }) => getFacets({ ...filter, facets }, signal),
      ...keptAnswer(queryKey, (kept) => ModelsFacets.parse(kept)),
    })
  },

  /** What every model is called. */
  names: () =>
    queryOptions({
      queryKey: ['models', 'names'],
      queryFn: ({ signal }) => getModelNames(signal),
    }),

  /** The first models that a search finds, for a short list. */
  found: (q: string) =>
    queryOptions({
      queryKey: ['models', 'found', q],
      queryFn: async ({ signal }) => (await getModels({ q, limit: 50 }, signal)).models,
    }),

  /** One model with its OpenAPI document. */
  detail: (endpointId: string) =>
    queryOptions({
      queryKey: ['models', 'detail', endpointId],
      queryFn: async ({ signal }): Promise<Model> => {
        const { models } = await getModels({ endpoint_ids: [endpointId], expand: ['openapi-3.0'] }, signal)
        const model = models.find(({ endpoint_id }) => endpoint_id === endpointId)
        if (!model) throw new ApiError('not_found', `There is no model ${endpointId}`)
        return model
      },
    }),

  /** The other models of its family, and the ones that train it or run what it trained. */
  relatives: (model: Model) =>
    queryOptions({
      queryKey: ['models', 'relatives', model.endpoint_id],
      queryFn: ({ signal }) => getRelatives(model, signal),
    }),

  /** What a reader may have meant by an id that does not exist. */
  nearest: (endpointId: string) =>
    queryOptions({
      queryKey: ['models', 'nearest', endpointId],
      queryFn: ({ signal }) => getNearest(endpointId, signal),
    }),
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // A stale infinite query would fetch all its pages again, one after the other.
        staleTime: 10 * MINUTE,
        gcTime: 60 * MINUTE,
        refetchOnWindowFocus: false,
        // The server may be on this very machine: being offline says nothing about reaching it.
        networkMode: 'always',
        retry: (failures, error) => failures < 1 && !(error instanceof ApiError && error.status < 500),
        retryDelay: 400,
      },
    },
  })
}

/** Models of all pages, each once: a listing may change while someone scrolls, and bring a model again. */
export function uniqueModels(pages: { models: Model[] }[]): Model[] {
  return [
    ...new Map(pages.flatMap(({ models }) => models).map((model) => [model.endpoint_id, model])).values(),
  ]
}

const KeptPages = z.object({
  pages: z.array(z.unknown()).check(z.minLength(1)),
  // The first page has none, which JSON writes as null.
  pageParams: z.array(z.nullable(z.string())),
})

function readKeptPages(kept: unknown) {
  const { pages, pageParams } = KeptPages.parse(kept)
  return { pages: pages.map(readModelsPage), pageParams: pageParams.map((cursor) => cursor ?? undefined) }
}

async function getRelatives({ endpoint_id, metadata }: Model, signal: AbortSignal) {
  const { group, training_endpoint_ids: trainers = [], inference_endpoint_ids: runners = [] } = metadata ?? {}
  const counterpartIds = [...new Set([...trainers, ...runners])]
    .filter((id) => id !== endpoint_id)
    .slice(0, 50)
  const [family, counterparts] = await Promise.all([
    group ? getModels({ q: group.key.replaceAll(/[-_/]/g, ' ') }, signal) : undefined,
    // The ids may name endpoints that are listed nowhere.
    counterpartIds.length > 0
      ? getModels({ endpoint_ids: counterpartIds }, signal).catch(() => undefined)
      : undefined,
  ])
  return {
    variants: (family?.models ?? []).filter(
      (model) => model.metadata?.group?.key === group?.key && model.endpoint_id !== endpoint_id,
    ),
    counterparts: counterparts?.models ?? [],
  }
}

/** Searches for ever shorter beginnings of the id until something is found. */
async function getNearest(endpointId: string, signal: AbortSignal): Promise<Model[]> {
  const words = endpointId
    .split(/[/\s]+/)
    .filter(Boolean)
    .slice(0, 8)
  for (let count = words.length; count > 0; count--) {
    const { models } = await getModels({ q: words.slice(0, count).join(' '), limit: 6 }, signal)
    if (models.length > 0) return models
  }
  return []
}
