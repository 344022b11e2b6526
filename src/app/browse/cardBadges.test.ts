import { expect, test } from 'vitest'
import type { Model } from '#contract/models.ts'
import { cardBadges } from './cardBadges.ts'

const AS_OF = '2026-04-22T00:00:00.000Z'

function model(changes: Partial<NonNullable<Model['metadata']>> = {}): Model {
  return {
    endpoint_id: 'acme/one',
    metadata: {
      display_name: 'One',
      category: 'text-to-image',
      description: '',
      status: 'active',
      tags: [],
      updated_at: '2025-01-01T00:00:00.000Z',
      is_favorited: null,
      thumbnail_url: '',
      model_url: '',
      date: '2025-01-01T00:00:00.000Z',
      highlighted: false,
      pinned: false,
      ...changes,
    },
  }
}

test('a model that nothing sets apart has no badge', () => {
  expect(cardBadges(model(), AS_OF)).toEqual([])
  expect(cardBadges({ endpoint_id: 'acme/bare' }, AS_OF)).toEqual([])
})

test('new and updated are told within 30 days of the newest record, and new says both', () => {
  expect(cardBadges(model({ updated_at: '2026-03-23T00:00:00.000Z' }), AS_OF)).toEqual(['Updated'])
  expect(cardBadges(model({ updated_at: '2026-03-22T00:00:00.000Z' }), AS_OF)).toEqual([])
  expect(cardBadges(model({ date: AS_OF, updated_at: AS_OF }), AS_OF)).toEqual(['New'])
  expect(cardBadges(model({ date: AS_OF, updated_at: AS_OF }), undefined)).toEqual([])
  expect(cardBadges(model({ date: 'soon', updated_at: '' }), AS_OF)).toEqual([])
})

test('deprecated comes first; training and streaming are facts of the record', () => {
  expect(
    cardBadges(model({ status: 'deprecated', kind: 'training', tags: ['streaming'], date: AS_OF }), AS_OF),
  ).toEqual(['Deprecated', 'New', 'Training', 'Streaming'])
  expect(cardBadges(model({ stream_url: 'https://example.com/stream' }), AS_OF)).toEqual(['Streaming'])
})
