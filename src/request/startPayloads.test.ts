import { expect, test } from 'vitest'
import { readField } from '#schema/readField.ts'
import { startPayloads } from './startPayloads.ts'

test('starts with what is required, with all defaults, and with each example', () => {
  const schema = {
    properties: {
      seed: { type: 'integer' },
      steps: { type: 'integer', default: 28, maximum: 50 },
      negative_prompt: { type: 'string', default: '' },
      mask: { anyOf: [{ type: 'string' }, { type: 'null' }], default: null },
      prompt: { type: 'string', examples: ['A boat', 'A mill'] },
      image_url: { type: 'string', examples: ['https://example.com/boat.png'] },
      old: { type: 'string', default: 'x', deprecated: true },
    },
    required: ['prompt'],
  }
  expect(startsOf(schema)).toEqual({
    'Required only': { prompt: 'A boat' },
    'All defaults': { prompt: 'A boat', steps: 28, negative_prompt: '', mask: null },
    'Example 1': { prompt: 'A boat', image_url: 'https://example.com/boat.png' },
    'Example 2': { prompt: 'A mill', image_url: 'https://example.com/boat.png' },
  })
})

test('an example of the whole input is one', () => {
  const schema = { properties: { n: { type: 'integer' } }, examples: [{ n: 1 }, { n: 'no number' }] }
  expect(startsOf(schema)).toMatchObject({ Example: { n: 1 } })
})

test('defaults and examples that contradict the schema are left out', () => {
  const schema = {
    properties: {
      n: { enum: [4, 8], default: '4', examples: ['8', 8] },
      m: { type: 'integer', maximum: 3, default: 5 },
      prompt: { type: 'string', minLength: 3, examples: ['', 'long enough'] },
    },
    required: ['n'],
  }
  expect(startsOf(schema)).toEqual({
    'Required only': { n: 8 },
    'All defaults': { n: 8 },
    Example: { n: 8, prompt: 'long enough' },
  })
})

test('500 examples are not 500 ways to start', () => {
  const schema = { properties: { prompt: { examples: Array.from({ length: 500 }, (_, n) => `p${n}`) } } }
  expect(Object.keys(startsOf(schema)).length).toBeLessThan(25)
})

test('a model of which nothing is known has no starts', () => {
  expect(startPayloads(undefined)).toEqual([])
})

function startsOf(schema: object) {
  return Object.fromEntries(
    startPayloads(readField({}, schema, 'input')).map(({ name, payload }) => [name, payload]),
  )
}
