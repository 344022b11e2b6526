import { expect, test } from 'vitest'
import { inCatalogueOrder } from './catalogueOrder.ts'

test('the newest release comes first', () => {
  expect(order(['old/image 2024', 'new/image 2025'])).toEqual(['new/image', 'old/image'])
})

test('families of a release take turns by what they make, the larger ones first', () => {
  expect(
    order([
      'small/to-image',
      'large/to-image 2025 a',
      'large/to-image 2025 b',
      'film/to-video',
      'ear/to-speech',
      'shape/to-3d',
      'answer/llm',
      'school/training',
    ]),
  ).toEqual([
    'large/to-image/a',
    'large/to-image/b',
    'film/to-video',
    'ear/to-speech',
    'shape/to-3d',
    'answer/llm',
    'school/training',
    'small/to-image',
  ])
})

test('a family stays together with its trainer last, and stands where most of it belongs', () => {
  expect(
    order([
      'mixed/to-image',
      'mixed/training',
      'mixed/training 2025 b',
      'mixed/training 2025 c',
      'film/to-video',
      'film/to-image',
      'film/to-video 2025 b',
    ]),
  ).toEqual([
    'mixed/to-image',
    'mixed/training',
    'mixed/training/b',
    'mixed/training/c',
    'film/to-image',
    'film/to-video',
    'film/to-video/b',
  ])
})

/** Ids of endpoints given as `family/category [date [rest of the id]]`, in the catalogue's order. */
function order(endpoints: string[]): string[] {
  const placed = endpoints.map((text) => {
    const [path = '', date = '2025', rest] = text.split(' ')
    const [family = '', category = ''] = path.split('/')
    const [, output = category] = category.split('to-')
    const endpointId = rest === undefined ? path : `${path}/${rest}`
    return { endpointId, date, family, category: output === category ? category : `text-to-${output}` }
  })
  return inCatalogueOrder(placed).map(({ endpointId }) => endpointId)
}
