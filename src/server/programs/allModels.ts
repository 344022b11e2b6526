import { MAX_LIMIT } from '#contract/modelsQuery.ts'
import type { Model } from '#contract/models.ts'
import type { ModelSource } from '#server/ModelSource.ts'

/** Every model, page by page, in the order of a listing. */
export async function allModels(source: Pick<ModelSource, 'find'>): Promise<Model[]> {
  const all: Model[] = []
  for (let page = 1; ; page += 1) {
    const { models, has_more } = await source.find({ limit: MAX_LIMIT, page, expand: [] })
    all.push(...models)
    if (!has_more || models.length === 0) return all
  }
}
