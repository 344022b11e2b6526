import { ApiError } from '#contract/apiError.ts'
import type { Model } from '#contract/models.ts'
import { MAX_ENDPOINT_IDS } from '#contract/modelsFilter.ts'
import type { HowToAsk, Upstream } from './createUpstream.ts'

/**
 * The models, with what the owner of a key favours as the live endpoint tells it. Throws when it refuses the key; where it
 * does not answer, nobody knows.
 */
export async function markFavourites(
  upstream: Upstream,
  models: Model[],
  how: HowToAsk & { key: string },
): Promise<Model[]> {
  const favoured = new Map<string, boolean | null>()
  const ids = models.map(({ endpoint_id }) => endpoint_id)
  try {
    for (let start = 0; start < ids.length; start += MAX_ENDPOINT_IDS) {
      const endpoint_ids = ids.slice(start, start + MAX_ENDPOINT_IDS)
      const page = await upstream.getPage({ endpoint_ids, limit: endpoint_ids.length }, how)
      for (const { endpoint_id, metadata } of page.models) {
        if (metadata) favoured.set(endpoint_id, metadata.is_favorited)
      }
    }
  } catch (error) {
    if (error instanceof ApiError && error.type === 'authorization_error') throw error
  }
  return models.map((model) => {
    const is_favorited = favoured.get(model.endpoint_id) ?? null
    return model.metadata ? { ...model, metadata: { ...model.metadata, is_favorited } } : model
  })
}
