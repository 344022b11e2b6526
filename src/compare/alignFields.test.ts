import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anySchema, documentOf, NAMES } from '#schema/anySchema.ts'
import type { Field } from '#schema/field.ts'
import { walkFields } from '#schema/partsWithin.ts'
import { readModelSchema } from '#schema/readModelSchema.ts'
import { alignFields, isSame } from './alignFields.ts'

const text = { type: 'string' }

test('what all have stands first, then what some and one have; each with what they do not agree on', () => {
  const rows = alignFields([
    read({ seed: { type: 'integer', default: 1 }, prompt: text, mode: { enum: ['a', 'b'] }, only: text }),
    read({ mode: { enum: ['b', 'c'] }, prompt: text, seed: { type: 'integer', maximum: 9 } }, ['prompt']),
    read({ seed: { type: 'number' }, prompt: text }),
  ])
  expect(rows.map(({ path, presence, differences }) => [path, presence, ...differences])).toEqual([
    ['input.seed', 'all', 'type', 'default', 'limits'],
    ['input.prompt', 'all', 'required'],
    ['input.mode', 'some', 'choices'],
    ['input.only', 'one'],
  ])
})

test('the order of choices is no difference, "or null" is one', () => {
  const [mode, seed] = alignFields([
    read({ mode: { enum: ['a', 'b'] }, seed: text }),
    read({ mode: { enum: ['b', 'a'] }, seed: { type: ['string', 'null'] } }),
  ])
  expect(mode && isSame(mode)).toBe(true)
  expect(seed?.differences).toEqual(['type'])
})

test('what is inside of a property is aligned below it', () => {
  const loras = (properties: object) => ({ type: 'array', items: { type: 'object', properties } })
  const rows = alignFields([
    read({ loras: loras({ path: text, scale: { type: 'number', default: 1 } }) }),
    read({ loras: loras({ path: text, scale: { type: 'number', default: 2 } }) }),
  ])
  expect(rows.map(({ path, differences }) => [path, ...differences])).toEqual([
    ['input.loras'],
    ['input.loras.items'],
    ['input.loras.items.path'],
    ['input.loras.items.scale', 'default'],
  ])
})

test('a model without an input leaves its column empty', () => {
  expect(alignFields([undefined, read({ a: text })])).toMatchObject([
    { path: 'input.a', fields: [undefined, { name: 'a' }], presence: 'one' },
  ])
})

const anyInput = fc
  .tuple(fc.dictionary(fc.constantFrom(...NAMES), anySchema()), anySchema())
  .map(([components, schema]) => readModelSchema(documentOf(schema, components)).input)

test('a model beside itself shows no difference', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      expect(alignFields([input, input]).filter((row) => !isSame(row))).toEqual([])
    }),
  )
})

test('the order of the models only mirrors the table', () => {
  fc.assert(
    fc.property(anyInput, anyInput, (one, other) => {
      const mirrored = alignFields([other, one]).map((row) => ({ ...row, fields: row.fields.toReversed() }))
      expect(mirrored).toEqual(alignFields([one, other]))
    }),
  )
})

test('every property stands in exactly one row', () => {
  fc.assert(
    fc.property(anyInput, anyInput, (one, other) => {
      const rows = alignFields([one, other])
      for (const [model, input] of [one, other].entries()) {
        const paths = input
          ? walkFields(input, 1_000)
              .slice(1)
              .map(({ path }) => path)
          : []
        const shown = rows.flatMap(({ fields }) => fields[model]?.path ?? [])
        expect(shown.toSorted()).toEqual(paths.toSorted())
      }
    }),
  )
})

function read(properties: object, required: string[] = []): Field | undefined {
  return readModelSchema(documentOf({ type: 'object', properties, required })).input
}
