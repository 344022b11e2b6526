import { expect, test } from 'vitest'
import { readField } from './readField.ts'

test.each([
  [
    { type: 'integer', minimum: 1, maximum: 50 },
    { minimum: 1, maximum: 50 },
  ],
  [
    { type: 'number', exclusiveMinimum: 0, multipleOf: 0.5 },
    { exclusiveMinimum: 0, multipleOf: 0.5 },
  ],
  [{ type: 'number', maximum: 1, exclusiveMaximum: true }, { exclusiveMaximum: 1 }],
  [
    { type: 'number', ge: 2, lt: 9 },
    { minimum: 2, exclusiveMaximum: 9 },
  ],
  [
    { type: 'string', minLength: 1, pattern: '^a' },
    { minLength: 1, pattern: '^a' },
  ],
  [
    { type: 'array', items: {}, maxItems: 3, uniqueItems: true },
    { maxItems: 3, uniqueItems: true },
  ],
  [{ anyOf: [{ type: 'integer', minimum: 2 }, { type: 'null' }] }, { minimum: 2 }],
])('%j keeps its constraints', (schema, constraints) => {
  expect(readField({}, schema, 'a').constraints).toEqual(constraints)
})

test.each([
  [{ type: 'string' }],
  [{ type: 'string', minimum: 1, pattern: '(' }],
  [{ type: 'string', minLength: -1, maxLength: 1.5 }],
  [{ type: 'number', minimum: 'a', multipleOf: 0 }],
  [{ type: 'boolean', minimum: 1 }],
])('%j has none that can be kept', (schema) => {
  expect(readField({}, schema, 'a')).not.toHaveProperty('constraints')
})
