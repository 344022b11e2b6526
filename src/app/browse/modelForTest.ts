import type { Model, ModelMetadata } from '#contract/models.ts'

/** A model with all that the endpoint always says, for tests that care about a part of it. */
export function modelForTest(endpoint_id: string, metadata: Partial<ModelMetadata>): Model {
  return {
    endpoint_id,
    metadata: {
      display_name: endpoint_id,
      category: 'text-to-image',
      description: '',
      status: 'active',
      tags: ['a', 'b'],
      updated_at: '2026-04-22',
      is_favorited: null,
      thumbnail_url: '',
      model_url: 'https://example.com/m',
      date: '2025-01-01',
      highlighted: false,
      pinned: false,
      ...metadata,
    },
  }
}
