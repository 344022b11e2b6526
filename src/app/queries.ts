import { infiniteQueryOptions, keepPreviousData, QueryClient, queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { ApiError } from '#contract/apiError.ts'
import { ModelsFacets } from '#contract/facets.ts'
import { type Model, readModelsPage } from '#contract/models.ts'
import type { FacetName, ModelsFilter } from '#contract/modelsFilter.ts'
import type { ModelsListing } from '#contract/modelsQuery.ts'
import { NEVER } from './filters.ts'
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
        // A server that knows only the documented parameters would list all it has.
        question.updated_since === NEVER
          ? { models: [], has_more: false, next_cursor: null }
          : getModels({ limit: PAGE_SIZE, ...question, cursor: pageParam }, signal),
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
