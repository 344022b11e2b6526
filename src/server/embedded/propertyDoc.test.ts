import { expect, test } from 'vitest'
import type { JsonSchema } from './jsonSchema.ts'
import { readPropertyDoc } from './propertyDoc.ts'

test.each<[written: string, schema: JsonSchema, value: unknown]>([
  ['30', { type: 'number' }, 30],
  ['0.5', { type: 'number' }, 0.5],
  ['true', { type: 'boolean' }, true],
  ['"start"', { type: 'string', enum: ['start', 'end'] }, 'start'],
  ['regular', { type: 'string', enum: ['none', 'regular'] }, 'regular'],
  ['4', { type: 'string', enum: ['2', '4'] }, '4'],
  ['4', { type: 'integer', enum: [2, 4] }, 4],
  ['""', { type: 'string' }, ''],
  ['12', { type: 'string' }, '12'],
  ['"say "hi" twice"', { type: 'string' }, 'say "hi" twice'],
  ['null', { type: 'string', enum: ['a', null], nullable: true }, null],
  ['', { type: 'array', items: { type: 'string' } }, []],
  ['a b,c', { type: 'array', items: { type: 'string' } }, ['a b', 'c']],
  ['[1,2]', { type: 'array', items: { type: 'number' } }, [1, 2]],
  ['0', { type: 'array', items: { type: 'number' } }, [0]],
  ['{"width":512}', { $ref: '#/components/schemas/ImageSize' }, { width: 512 }],
  [
    'square',
    { anyOf: [{ $ref: '#/components/schemas/ImageSize' }, { type: 'string', enum: ['square'] }] },
    'square',
  ],
  ['auto', { anyOf: [{ type: 'number' }, { type: 'string' }] }, 'auto'],
])('the default %s of %o is %o', (written, schema, value) => {
  const doc = readPropertyDoc(`* Some words. Default value: \`${written}\``, schema)
  expect(doc).toEqual({ description: 'Some words.', default: value })
})

test.each<[written: string, schema: JsonSchema]>([
  ['"auto"', { type: 'number' }],
  ['"c"', { type: 'string', enum: ['a', 'b'] }],
  ['[object Object]', { $ref: '#/components/schemas/ImageSize' }],
  ['[object Object]', {}],
  ['"null"', { type: 'string', format: 'uri' }],
  ['"false"', { type: 'string', format: 'uri' }],
  ['null', { type: 'string', enum: ['a'] }],
])('the default %s contradicts %o, so it stays in the description', (written, schema) => {
  const text = `Some words. Default value: \`${written}\``
  expect(readPropertyDoc(`* ${text}`, schema)).toEqual({ description: text })
})

test('a comment of several lines keeps its lines and loses its stars', () => {
  const comment =
    '*\n     * First line.\n     * - a point\n     *\n     * Last line. Default value: `1`\n     '
  expect(readPropertyDoc(comment, { type: 'number' })).toEqual({
    description: 'First line.\n- a point\n\nLast line.',
    default: 1,
  })
})

test('a comment that holds a default only leaves no description', () => {
  expect(readPropertyDoc('* Default value: `2`', { type: 'number' })).toEqual({ default: 2 })
})

test.each([
  ['Must be between 4 to 60.', { minimum: 4, maximum: 60 }],
  ['Must be between 1.0 and 10.0.', { minimum: 1, maximum: 10 }],
  ['Target face count. Range: 40,000-1,500,000.', { minimum: 40_000, maximum: 1_500_000 }],
  ['Pitch. Range: -100 to 100. Higher is higher.', { minimum: -100, maximum: 100 }],
  ['Volume. Range: [0, 2].', { minimum: 0, maximum: 2 }],
])('%s is a limit', (description, limits) => {
  expect(readPropertyDoc(`* ${description}`, { type: 'number' })).toEqual({ description, ...limits })
})

test.each([
  ['The size must be between 512x512 and 2048x2048.'],
  ['Range typically 0.25 to 2.0.'],
  ['Must be between 81 to 129 (inclusive). Default value: `181`'],
])('%s is no limit', (description) => {
  expect(readPropertyDoc(`* ${description}`, { type: 'number' })).not.toHaveProperty('maximum')
})
