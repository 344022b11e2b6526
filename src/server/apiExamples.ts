import type { ModelAlternatives } from '#contract/alternatives.ts'
import type { ModelsFacets } from '#contract/facets.ts'
import type { ChangesPage, ModelHistory } from '#contract/history.ts'
import type { ModelNames } from '#contract/modelNames.ts'
import type { ModelsPage } from '#contract/models.ts'

export const PAGE_EXAMPLE = {
  models: [
    {
      endpoint_id: 'fal-ai/flux/dev',
      metadata: {
        display_name: 'FLUX.1 [dev]',
        category: 'text-to-image',
        description: 'Generates images from a prompt.',
        status: 'active',
        tags: [],
        updated_at: '2026-04-22T00:00:00.000Z',
        is_favorited: null,
        thumbnail_url: '/thumbnails/fal-ai/flux/dev.640.webp',
        model_url: 'https://fal.run/fal-ai/flux/dev',
        date: '2024-11-13T00:00:00.000Z',
        highlighted: false,
        pinned: false,
      },
    },
  ],
  next_cursor: 'Mg==',
  has_more: true,
} satisfies ModelsPage

export const FACETS_EXAMPLE = {
  total: 2,
  families: 1,
  category: [
    { value: 'image-to-video', count: 2 },
    { value: 'text-to-image', count: 0 },
  ],
  status: [
    { value: 'active', count: 2 },
    { value: 'deprecated', count: 1 },
  ],
  source: { kind: 'embedded', name: '@fal-ai/client 1.9.6', as_of: '2026-04-22' },
} satisfies ModelsFacets

export const NAMES_EXAMPLE = {
  models: [
    {
      endpoint_id: 'fal-ai/flux/dev',
      display_name: 'FLUX.1 [dev]',
      category: 'text-to-image',
      status: 'active',
    },
  ],
} satisfies ModelNames

export const HISTORY_EXAMPLE = {
  endpoint_id: 'fal-ai/flux/dev',
  releases: [
    {
      release: { version: '1.6.2', date: '2025-08-08T00:00:00.000Z' },
      event: 'changed',
      changes: [
        { kind: 'default', path: 'input.output_format', before: 'png', after: 'jpeg' },
        { kind: 'added', path: 'input.acceleration', type: 'choice', required: false },
      ],
    },
    { release: { version: '1.1.0', date: '2024-11-13T00:00:00.000Z' }, event: 'added', changes: [] },
  ],
  nearest_active: [],
} satisfies ModelHistory

export const ALTERNATIVES_EXAMPLE = {
  endpoint_id: 'fal-ai/flux-kontext-lora/image-to-image',
  alternatives: [
    {
      endpoint_id: 'fal-ai/flux-kontext-lora',
      display_name: 'FLUX.1 Kontext LoRA',
      category: 'image-to-image',
      changes: [
        { kind: 'drop', name: 'strength' },
        { kind: 'convert', name: 'image_url', to: 'image_url', reason: 'limits' },
      ],
    },
  ],
} satisfies ModelAlternatives

export const CHANGES_EXAMPLE = {
  changes: [
    {
      endpoint_id: 'fal-ai/lynx',
      display_name: 'Lynx',
      category: 'image-to-video',
      release: { version: '1.8.0', date: '2025-12-03T00:00:00.000Z' },
      event: 'removed',
      changes: [],
    },
  ],
  total: 1,
  releases: [{ release: { version: '1.8.0', date: '2025-12-03T00:00:00.000Z' }, count: 1 }],
  events: [{ event: 'removed', count: 1 }],
  next_cursor: null,
  has_more: false,
} satisfies ChangesPage
