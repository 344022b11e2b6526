import { expect, test } from 'vitest'
import type { Sort } from '#contract/modelsQuery.ts'
import type { ModelSignature } from './readSignature.ts'
import { exampleModel } from './exampleModel.ts'
import { indexOrder } from './orderModels.ts'

const MODELS = [
  exampleModel('b/2', {
    display_name: 'river 10',
    date: '2025-01-10T00:00:00.000Z',
    updated_at: '2026-04-22T00:00:00.000Z',
  }),
  exampleModel('a/10', {
    display_name: 'Stone',
    date: '2026-04-22T00:00:00.000Z',
    updated_at: '2026-04-22T00:00:00.000Z',
  }),
  { endpoint_id: 'a/bare' },
  exampleModel('a/9', {
    display_name: 'River 9',
    date: '2024-11-13T00:00:00.000Z',
    updated_at: '2025-01-10T00:00:00.000Z',
    status: 'deprecated',
  }),
]
const SIGNATURES = [
  signature(['text'], ['video'], 9),
  signature(['image', 'text'], ['image'], 10),
  undefined,
  signature(['text'], ['image'], 0),
]

test.each<[Sort, number[]]>([
  ['relevance', [3, 2, 1, 0]],
  ['-relevance', [0, 1, 2, 3]],
  ['newest', [1, 0, 3, 2]],
  ['-newest', [3, 0, 1, 2]],
  ['updated', [0, 1, 3, 2]],
  ['-updated', [3, 0, 1, 2]],
  ['name', [3, 0, 1, 2]],
  ['-name', [1, 0, 3, 2]],
  ['id', [3, 1, 2, 0]],
  ['-id', [0, 2, 1, 3]],
  ['takes', [1, 0, 3, 2]],
  ['-takes', [0, 3, 1, 2]],
  ['returns', [1, 3, 0, 2]],
  ['inputs', [3, 0, 1, 2]],
  ['-inputs', [1, 0, 3, 2]],
  ['status', [0, 1, 3, 2]],
  ['-status', [3, 0, 1, 2]],
])('%s: what it is by, then the order of the catalogue, at last what says nothing', (sort, positions) => {
  expect([...indexOrder(MODELS, SIGNATURES)(Uint32Array.of(3, 2, 1, 0), sort)]).toEqual(positions)
})

test('a date that is none says nothing, and so does an empty list of media', () => {
  const order = indexOrder(
    [exampleModel('a/1', { date: 'soon' }), exampleModel('a/2')],
    [signature([], [], 0), signature(['text'], [], 0)],
  )
  for (const sort of ['newest', 'takes', '-takes'] as const) {
    expect([...order(Uint32Array.of(0, 1), sort)]).toEqual([1, 0])
  }
})

function signature(
  takes: ModelSignature['takes'],
  returns: ModelSignature['returns'],
  optional_inputs: number,
): ModelSignature {
  return { takes, returns, required_inputs: 0, optional_inputs, inputs: [] }
}
