import { expect, test } from 'vitest'
import { exampleModel } from './exampleModel.ts'
import { indexFamilies } from './foldFamilies.ts'

const MODELS = [
  exampleModel('a/0', { group: { key: 'river', label: 'Fast' } }),
  exampleModel('a/1'),
  exampleModel('a/2', { group: { key: 'stone', label: 'Dev' } }),
  exampleModel('a/3', { group: { key: 'river', label: 'Pro' } }),
  { endpoint_id: 'a/4' },
]

test('members stand together, families where their first member does', () => {
  expect(indexFamilies(MODELS).fold([0, 1, 2, 3, 4])).toEqual([[0, 3], [1], [2], [4]])
  expect(indexFamilies(MODELS).fold([4, 3, 2, 0])).toEqual([[4], [3, 0], [2]])
})

test('each model without a family counts as one', () => {
  expect(indexFamilies(MODELS).count([0, 1, 2, 3, 4])).toBe(4)
  expect(indexFamilies(MODELS).count([3, 0])).toBe(1)
  expect(indexFamilies(MODELS).count([])).toBe(0)
})
