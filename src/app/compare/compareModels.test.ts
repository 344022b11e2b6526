import { expect, test } from 'vitest'
import type { Model } from '#contract/models.ts'
import { documentOf } from '#schema/anySchema.ts'
import { cellFacts } from './cellFacts.ts'
import { compareModels, presenceInWords } from './compareModels.ts'
import { writeComparison } from './writeComparison.ts'

const text = { type: 'string' }
const many = Array.from({ length: 12 }, (_, place) => `c${place}`)

test('what holds a difference is not settled, nor is what it stands in', () => {
  const lora = (scale: object) => ({
    type: 'array',
    items: { type: 'object', properties: { path: text, scale } },
  })
  const [input] = compareModels([
    model('a/one', { prompt: text, loras: lora({ type: 'number', default: 1 }) }),
    model('a/two', { prompt: text, loras: lora({ type: 'number', default: 2 }) }),
  ]).sections
  expect(input?.rows.map(({ name, depth, isSettled }) => [name, depth, isSettled])).toEqual([
    ['prompt', 0, true],
    ['loras', 0, false],
    ['loras[].path', 1, true],
    ['loras[].scale', 1, false],
  ])
})

test('a property that is called like what a list holds has its row, too', () => {
  const inside = { type: 'object', properties: { items: { type: 'array', items: text } } }
  const [input] = compareModels([model('a/one', { items: text, order: inside }), model('a/two', {})]).sections
  expect(input?.rows.map(({ name, depth }) => [name, depth])).toEqual([
    ['items', 0],
    ['order', 0],
    ['order.items', 1],
  ])
})

test('what a list holds has a row where models differ in it and the list itself does not say so', () => {
  const list = (items: object) => ({ list: { type: 'array', items } })
  const [input] = compareModels([
    model('a/one', list(text)),
    model('a/two', list({ ...text, nullable: true })),
  ]).sections
  expect(input?.rows.map(({ name, differences }) => [name, ...differences])).toEqual([
    ['list'],
    ['list[]', 'type'],
  ])
})

test('of a model without metadata nothing is said that only they tell', () => {
  const { facts } = compareModels([model('a/one', { prompt: text }), model('a/two', {})])
  expect(facts.map(({ name }) => name)).toEqual(['Takes', 'Returns'])
})

test('a cell says what a model says, and where the others say something else, what it does not', () => {
  const { models, sections } = compareModels([
    model('a/one', { mode: { enum: ['a', 'b'], default: 'a' }, seed: { type: 'integer', minimum: 1 } }),
    model('a/two', { mode: { enum: ['b', 'c'] }, seed: { type: 'integer' }, only: text }),
  ])
  const [mode, seed, only] = sections[0]?.rows ?? []
  const cells = [mode, seed, only].map((row) =>
    row?.fields.map((field) =>
      field
        ? cellFacts(field, row).map(({ text, isDifferent }) => (isDifferent ? `≠ ${text}` : text))
        : undefined,
    ),
  )
  expect(cells).toEqual([
    [
      ['choice', '≠ default a', '≠ 1 in common, and a'],
      ['choice', '≠ no default', '≠ 1 in common, and c'],
    ],
    [
      ['integer', '≠ at least 1'],
      ['integer', '≠ no limits'],
    ],
    [undefined, ['string']],
  ])
  expect([mode, only].map((row) => row && presenceInWords(row, models))).toEqual([
    'in all 2',
    'only in a/two',
  ])
})

test('of many choices the first are named', () => {
  const [input] = compareModels([model('a/one', { voice: { enum: many } })]).sections
  const [row] = input?.rows ?? []
  const field = row?.fields[0]
  expect(row && field && cellFacts(field, row).at(-1)?.text).toBe(
    '12 choices: c0, c1, c2, c3, c4, c5, c6, c7 and 4 more',
  )
})

test('a comparison is written as Markdown, CSV and JSON, whatever the texts hold', () => {
  const comparison = compareModels([model('a/=one', { 'a|b': text }), model('a/two', { seed: text })])
  expect(writeComparison(comparison, 'markdown')).toContain('| `a\\|b` | string | – |')
  expect(writeComparison(comparison, 'csv')).toContain('input,a|b,in 1 of 2,string,\r\n')
  expect(JSON.parse(writeComparison(comparison, 'json'))).toMatchObject({
    models: ['a/=one', 'a/two'],
    input: [
      { property: 'a|b', differences: [], values: { 'a/=one': ['string'], 'a/two': null } },
      { property: 'seed', values: { 'a/=one': null, 'a/two': ['string'] } },
    ],
  })
})

function model(endpoint_id: string, properties: object): Model {
  return { endpoint_id, openapi: documentOf({ type: 'object', properties }) }
}
