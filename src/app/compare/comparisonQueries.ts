import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { ApiError } from '#contract/apiError.ts'
import type { Model } from '#contract/models.ts'
import { getModels } from '#app/request.ts'

export const comparisonQueries = {
  /** Models with their OpenAPI documents, in the order given; those that do not exist are left out. */
  models: (endpointIds: string[]) =>
    queryOptions({
      queryKey: ['models', 'compared', endpointIds],
      queryFn: async ({ signal }): Promise<Model[]> => {
        if (endpointIds.length === 0) return []
        const { models } = await getModels(
          { endpoint_ids: endpointIds, expand: ['openapi-3.0'], include: ['signature'] },
          signal,
        ).catch(noneWhereNoneExists)
        return endpointIds.flatMap((id) => models.find(({ endpoint_id }) => endpoint_id === id) ?? [])
      },
      // Whoever adds a model keeps what is there meanwhile.
      placeholderData: keepPreviousData,
    }),
}

function noneWhereNoneExists(error: unknown): { models: Model[] } {
  if (error instanceof ApiError && error.type === 'not_found') return { models: [] }
  throw error
}
