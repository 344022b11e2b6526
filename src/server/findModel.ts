import { ApiError } from '#contract/apiError.ts'
import type { Expansion, Model } from '#contract/models.ts'
import type { ModelSource } from './ModelSource.ts'

/** The model with this id, if there is one. */
export async function findModel(
  source: Pick<ModelSource, 'find'>,
  endpointId: string,
  expand: Expansion[] = [],
): Promise<Model | undefined> {
  try {
    const { models } = await source.find({ endpoint_ids: [endpointId], limit: 1, page: 1, expand })
    return models[0]
  } catch (error) {
    if (error instanceof ApiError && error.type === 'not_found') return undefined
    throw error
  }
}
