import { expect, test } from 'vitest'
import { readModelsPage } from './models.ts'

test('a page of documented models is read as it came, unknown metadata included', () => {
  const page = { models: [model({ price: '0.03' })], next_cursor: 'Mg==', has_more: true }
  expect(readModelsPage(page)).toEqual(page)
})

test('a model without metadata is a model', () => {
  const page = { models: [{ endpoint_id: 'a/b' }], next_cursor: null, has_more: false }
  expect(readModelsPage(page)).toEqual(page)
})

test('a field of the wrong type is left out and the rest of the model stays', () => {
  const [read] = readModelsPage({ models: [model({ github_url: 7, duration_estimate: '2 min' })] }).models
  expect(read?.metadata).toEqual(model({}).metadata)
})

test('metadata that lacks what every record has is left out whole, with the id still there', () => {
  const page = readModelsPage({ models: [{ endpoint_id: 'a/b', metadata: { tags: 'x' } }, model({})] })
  expect(page.models).toEqual([{ endpoint_id: 'a/b' }, model({})])
})

test('what has no id is no model', () => {
  expect(readModelsPage({ models: [null, 'x', {}, { endpoint_id: '' }, []] }).models).toEqual([])
})

test('an expansion that failed stands where the document would', () => {
  const openapi = { error: { code: 'expansion_failed', message: 'No document' } }
  expect(readModelsPage({ models: [{ endpoint_id: 'a/b', openapi }] }).models).toEqual([
    { endpoint_id: 'a/b', openapi },
  ])
})

test.each([null, 'hello', [], {}, { models: 3 }])('what is no page is refused: %j', (answer) => {
  expect(() => readModelsPage(answer)).toThrow(/expected/i)
})

test('a missing cursor ends the list', () => {
  expect(readModelsPage({ models: [] })).toEqual({ models: [], next_cursor: null, has_more: false })
})

function model(more: Record<string, unknown>) {
  return {
    endpoint_id: 'acme/painter',
    metadata: {
      display_name: 'Painter',
      category: 'text-to-image',
      description: 'Paints.',
      status: 'active',
      tags: [],
      updated_at: '2026-04-22T00:00:00.000Z',
      is_favorited: null,
      thumbnail_url: 'https://example.com/a.webp',
      model_url: 'https://example.com/run',
      date: '2026-04-22T00:00:00.000Z',
      highlighted: false,
      pinned: false,
      ...more,
    },
  }
}
