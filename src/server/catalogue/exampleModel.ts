import type { Model, ModelMetadata } from '#contract/models.ts'

/** A whole model for tests; what is given of its metadata replaces what is made up. */
export function exampleModel(
  endpoint_id: string,
  metadata: Partial<ModelMetadata> = {},
  rest: Partial<Model> = {},
): Model {
  return {
    endpoint_id,
    metadata: {
      display_name: endpoint_id,
      category: 'text-to-image',
      description: 'Makes something of something.',
      status: 'active',
      tags: [],
      updated_at: '2026-04-22T00:00:00.000Z',
      is_favorited: null,
      thumbnail_url: `/thumbnails/${endpoint_id}.640.webp`,
      model_url: `https://fal.run/${endpoint_id}`,
      date: '2026-04-22T00:00:00.000Z',
      highlighted: false,
      pinned: false,
      ...metadata,
    },
    ...rest,
  }
}
