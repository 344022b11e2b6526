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
  expect(fold([0, 1, 2, 3, 4], 0, 100)).toEqual({ families: [[0, 3], [1], [2], [4]], count: 4 })
  expect(fold([4, 3, 2, 0], 0, 100)).toEqual({ families: [[4], [3, 0], [2]], count: 3 })
})

test('some of the families come with all of their members, and with the number of all families', () => {
  expect(fold([0, 1, 2, 3, 4], 0, 1)).toEqual({ families: [[0, 3]], count: 4 })
  expect(fold([0, 1, 2, 3, 4], 1, 3)).toEqual({ families: [[1], [2]], count: 4 })
  expect(fold([0, 1, 2, 3, 4], 4, 6)).toEqual({ families: [], count: 4 })
})

test('each model without a family counts as one', () => {
  expect(count([0, 1, 2, 3, 4])).toBe(4)
  expect(count([3, 0])).toBe(1)
  expect(count([])).toBe(0)
})

function fold(positions: number[], from: number, to: number) {
  return indexFamilies(MODELS).fold(Uint32Array.from(positions), from, to)
}

function count(positions: number[]): number {
  return indexFamilies(MODELS).count(Uint32Array.from(positions))
}
