import { expect, test } from 'vitest'
import { documentOf } from '#schema/anySchema.ts'
import { readModelSchema } from '#schema/readModelSchema.ts'
import { alignFields } from './alignFields.ts'
import { suggestRenames } from './suggestRenames.ts'

const size = { image_size: { enum: ['square'] } }
const ratio = { aspect_ratio: { enum: ['1:1'] } }

test('another name is suggested both ways, and only where no model has both', () => {
  expect(suggest(size, ratio)).toEqual([
    ['input.aspect_ratio', ['input.image_size']],
    ['input.image_size', ['input.aspect_ratio']],
  ])
  expect(suggest({ ...size, ...ratio }, size)).toEqual([])
  expect(suggest({ num_images: { type: 'integer' } }, { batch_size: { type: 'integer' } })).toHaveLength(2)
})

test('what is made of something else is another thing', () => {
  expect(suggest(size, { aspect_ratio: { type: 'integer' } })).toEqual([])
  expect(suggest({ image_url: { type: 'string' } }, { image: { type: 'integer' } })).toEqual([])
})

test('only what stands in the same object', () => {
  const inside = (properties: object) => ({ frame: { type: 'object', properties } })
  expect(suggest(inside(size), { ...inside({}), ...ratio })).toEqual([])
})

function suggest(...inputs: object[]) {
  const rows = alignFields(
    inputs.map((properties) => readModelSchema(documentOf({ type: 'object', properties })).input),
  )
  return [...suggestRenames(rows)].map(([{ path }, others]) => [path, others.map(({ path }) => path)])
}
