import { expect, test } from 'vitest'
import { FACETS, readModelsFilter, splitChoice, writeModelsFilter } from './modelsFilter.ts'
import { refusalOf } from './refusalOf.ts'

test('a filter survives the way through the URL', () => {
  const filter = {
    endpoint_ids: ['b/2', 'a/1'],
    q: 'river & -stone',
    status: 'active' as const,
    updated_since: '2026-04-22T00:00:00.000Z',
    category: ['text-to-image', '-image-to-image'],
    tag: ['c&d', '-é'],
    provider: ['fal-ai'],
    license_type: ['-commercial'],
    kind: ['training'],
    group: ['river'],
    takes: ['image', '-audio'],
    returns: ['3d'],
    param: ['seed', 'end_image_url'],
  }
  expect(Object.keys(filter)).toEqual(expect.arrayContaining([...FACETS]))
  const text = writeModelsFilter(filter).toString()
  expect(readModelsFilter(new URLSearchParams(text))).toEqual(filter)
})

test('a value counts once, without the space around it, and an empty one not at all', () => {
  expect(read('tag=a&tag=%20a%20&tag=&tag=-a')).toEqual({ tag: ['a', '-a'] })
  expect(read('takes=&updated_since=%20')).toEqual({})
})

test('what is after a dash is excluded', () => {
  expect(splitChoice('lora')).toEqual({ value: 'lora', isExcluded: false })
  expect(splitChoice('-text-to-image')).toEqual({ value: 'text-to-image', isExcluded: true })
})

test('of facets with fixed values others are refused, of the rest they are empty', () => {
  expect(refusal('takes=smell')).toMatch(/^takes: expected "text" or "image" or .*, got "smell"$/)
  expect(refusal('returns=-smell')).toMatch(/^returns: expected/)
  expect(refusal('kind=magic')).toMatch(/^kind: expected/)
  expect(refusal('license_type=free')).toMatch(/^license_type: expected/)
  expect(read('category=text-to-soup&param=none')).toEqual({ category: ['text-to-soup'], param: ['none'] })
})

test('fifty values of a facet are taken and fifty-one refused, and so is one beyond any sense', () => {
  const tags = (count: number) => Array.from({ length: count }, (_, n) => `tag=${n}`).join('&')
  expect(read(tags(50)).tag).toHaveLength(50)
  expect(refusal(tags(51))).toBe('tag: expected at most 50 values, got 51')
  expect(refusal(`param=${'x'.repeat(201)}`)).toBe('param: expected at most 200 characters, got 201')
})

test.each([
  ['2026-04-22', '2026-04-22T00:00:00.000Z'],
  ['2026-04-22T10:00:00Z', '2026-04-22T10:00:00.000Z'],
  ['2026-04-22T10:00:00.5%2B02:00', '2026-04-22T08:00:00.500Z'],
])('the moment %s is %s', (text, moment) => {
  expect(read(`updated_since=${text}`)).toEqual({ updated_since: moment })
})

test.each(['yesterday', '2026', '2026-13-01', '22.04.2026', '2026-04-22T25:00:00Z', '1745280000'])(
  '%s is no moment',
  (text) => {
    expect(refusal(`updated_since=${text}`)).toMatch(/^updated_since: expected a day or a moment/)
  },
)

function read(text: string) {
  return readModelsFilter(new URLSearchParams(text))
}

function refusal(text: string): string {
  return refusalOf(() => read(text))
}
