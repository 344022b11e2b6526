import type { Model } from '#contract/models.ts'
import { MAX_ENDPOINT_IDS } from '#contract/modelsFilter.ts'
import { MAX_LIMIT } from '#contract/modelsQuery.ts'
import type { ModelSource } from '#server/ModelSource.ts'

/** The other models of its family, then what trains it or runs what it trained, as far as they are listed. */
export async function relativesOf(source: Pick<ModelSource, 'find'>, model: Model): Promise<Model[]> {
  const { group, training_endpoint_ids = [], inference_endpoint_ids = [] } = model.metadata ?? {}
  const counterparts = [...training_endpoint_ids, ...inference_endpoint_ids].slice(0, MAX_ENDPOINT_IDS)
  const all = { limit: MAX_LIMIT, page: 1, expand: [] }
  const found = await Promise.all([
    group ? source.find({ ...all, group: [group.key] }) : undefined,
    counterparts.length > 0
      ? source.find({ ...all, endpoint_ids: counterparts }).catch(() => undefined)
      : undefined,
  ])
  const relatives = new Map(
    found.flatMap((page) => page?.models ?? []).map((relative) => [relative.endpoint_id, relative]),
  )
  relatives.delete(model.endpoint_id)
  return [...relatives.values()]
}
