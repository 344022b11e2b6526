import type { Model } from '#contract/models.ts'

/** What the key that we ask with favours is not what the reader does. */
export function withoutReader(model: Model): Model {
  const { metadata } = model
  return metadata ? { ...model, metadata: { ...metadata, is_favorited: null } } : model
}
