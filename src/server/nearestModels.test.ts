import { expect, test } from 'vitest'
import { exampleModel } from './catalogue/exampleModel.ts'
import { nearestModels } from './nearestModels.ts'

test('family and category count first, then the family, then the category with a word in common', () => {
  const models = [
    model('a/other-river', 'stone', 'text-to-video'),
    model('b/sky', 'sky', 'text-to-video'),
    model('a/river/fast', 'river', 'image-to-video'),
    model('a/river/v3', 'river', 'text-to-video'),
    model('a/river-story', 'stone', 'text-to-image'),
    model('a/river/v1/turbo/deep', 'river', 'text-to-video'),
  ]
  const gone = model('a/river/v1/turbo', 'river', 'text-to-video', 'deprecated')
  expect(nearestModels(gone, [gone, ...models]).map(({ endpoint_id }) => endpoint_id)).toEqual([
    'a/river/v1/turbo/deep',
    'a/river/v3',
    'a/river/fast',
    'a/other-river',
  ])
})

test('only active ones, and no more than five', () => {
  const gone = model('a/river', 'river', 'text-to-video', 'deprecated')
  const others = Array.from({ length: 8 }, (_, number) =>
    model(`a/river/${number}`, 'river', 'text-to-video', number === 0 ? 'deprecated' : 'active'),
  )
  expect(nearestModels(gone, others).map(({ endpoint_id }) => endpoint_id)).toEqual(
    [1, 2, 3, 4, 5].map((number) => `a/river/${number}`),
  )
})

test('what a category is called makes no relatives, nor does a model without metadata', () => {
  const gone = model('a/image-to-video', 'a', 'image-to-video', 'deprecated')
  expect(
    nearestModels(gone, [model('b/image-to-video', 'b', 'image-to-video'), { endpoint_id: 'a/x' }]),
  ).toEqual([])
  expect(nearestModels({ endpoint_id: 'a/x' }, [gone])).toEqual([])
})

function model(id: string, key: string, category: string, status: 'active' | 'deprecated' = 'active') {
  return exampleModel(id, { status, category, group: { key, label: key } })
}
