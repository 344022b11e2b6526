import { queryOptions } from '@tanstack/react-query'
import type { Model } from '#contract/models.ts'
import { getModels } from '#app/request.ts'

export const relativesQueries = {
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
