import { expect, test } from 'vitest'
import type { FieldType } from '#schema/field.ts'
import { readField } from '#schema/readField.ts'
import { fittingBranch, validatePayload } from './validatePayload.ts'
import { pathInWords } from './payload.ts'

test.each([
  ['text', { type: 'string' }, ['', 'a'], [1, null, [], {}, true]],
  ['characters', { type: 'string', minLength: 2, maxLength: 3 }, ['ab', 'abc', '😀😀'], ['a', '😀', 'abcd']],
  ['a pattern', { type: 'string', pattern: '^a+$' }, ['aa'], ['b']],
  ['an address', { type: 'string', format: 'uri' }, ['https://a.b/c', 'data:,x'], ['a.b', '']],
  ['a UUID', { type: 'string', format: 'uuid4' }, ['00000000-0000-4000-8000-000000000000'], ['0']],
  ['a number', { type: 'number' }, [0, -1, 1.5], ['1', null, true]],
  ['a whole number', { type: 'integer' }, [0, -1, 2], [1.5, '2']],
  ['a range', { type: 'number', minimum: 1, maximum: 2 }, [1, 1.5, 2], [0.9, 2.1]],
  ['an open range', { type: 'number', exclusiveMinimum: 1, exclusiveMaximum: 2 }, [1.5], [1, 2]],
  ['an open range of OpenAPI 3.0', { type: 'number', minimum: 1, exclusiveMinimum: true }, [1.1], [1]],
  ['multiples', { type: 'number', multipleOf: 0.1 }, [0.3, 0, 1e6], [0.35]],
  ['yes or no', { type: 'boolean' }, [true, false], ['true', 0, null]],
  ['choices', { enum: ['a', 4] }, ['a', 4], ['4', 'b', null]],
  ['choices that are lists', { enum: [[1, 2], { a: 1, b: 2 }] }, [[1, 2], { b: 2, a: 1 }], [[2, 1]]],
  ['suggested choices', { anyOf: [{ enum: ['a'] }, { type: 'string' }] }, ['a', 'b'], [1]],
  ['a constant', { const: 'x' }, ['x'], ['y']],
  ['or null', { type: ['string', 'null'] }, ['a', null], [1]],
  ['null', { type: 'null' }, [null], [0, '', false]],
  [
    'a list',
    { type: 'array', items: { type: 'integer' }, maxItems: 2 },
    [[], [1, 2]],
    [[1, 2, 3], ['1'], {}],
  ],
  [
    'no item twice',
    { type: 'array', uniqueItems: true, items: {} },
    [[1, '1', { a: 1 }]],
    [[{ a: 1 }, { a: 1 }]],
  ],
  [
    'a tuple',
    { prefixItems: [{ type: 'integer' }, { type: 'string' }] },
    [[1, 'a']],
    [[1], ['a', 1], [1, 'a', 2]],
  ],
  ['a map', { type: 'object', additionalProperties: { type: 'number' } }, [{}, { a: 1 }], [{ a: 'b' }, []]],
  [
    'an object',
    { properties: { a: { type: 'number' } }, required: ['a'] },
    [{ a: 1 }],
    [{}, { a: 1, b: 2 }, []],
  ],
  ['an object open to others', { properties: { a: {} }, additionalProperties: true }, [{ b: 1 }], [[]]],
  ['an object without description', { type: 'object' }, [{}, { b: 1 }], ['a']],
  ['anything', {}, [null, 1, 'a', [], {}], []],
  ['what is missing', { $ref: '#/nowhere' }, [null, 1, {}], []],
])('%s', (_, schema, fitting, others) => {
  const field = readField({}, schema, 'input')
  for (const value of fitting)
    expect({ value, problems: validatePayload(field, value) }).toEqual({ value, problems: [] })
  for (const value of others)
    expect({ value, count: validatePayload(field, value).length }).not.toEqual({ value, count: 0 })
})

test('a problem names its place and says what was expected', () => {
  const loras = {
    type: 'array',
    items: {
      properties: { path: { type: 'string' }, scale: { type: 'number', maximum: 4 } },
      required: ['path'],
    },
  }
  const schema = {
    properties: { prompt: { type: 'string', maxLength: 5 }, steps: { type: 'integer' }, loras },
    required: ['prompt', 'seed'],
  }
  expect(
    problemsOf(schema, {
      prompt: 'too long',
      steps: '5',
      loras: [{ path: 'a' }, { scale: 5, weight: 1 }],
      old: 1,
    }),
  ).toEqual([
    'prompt: At most 5 characters, 8 now',
    'steps: Expected a whole number, not text',
    'loras[1].path: Required',
    'loras[1].scale: At most 4',
    'loras[1].weight: The schema has no such property',
    'old: The schema has no such property',
  ])
  expect(problemsOf({ properties: { n: { type: 'integer' } } }, { n: 1.5 })).toEqual([
    'n: Expected a whole number, not a number with a fraction',
  ])
})

test('of a union, the branch that is meant is checked', () => {
  const size = {
    title: 'ImageSize',
    properties: { width: { type: 'integer', maximum: 99 }, height: { type: 'integer' } },
    required: ['width', 'height'],
  }
  const schema = { anyOf: [size, { enum: ['square', 'portrait'] }] }
  const inInput = { properties: { size: schema } }
  expect(problemsOf(inInput, { size: 'square' })).toEqual([])
  expect(problemsOf(inInput, { size: 'round' })).toEqual(['size: Not one of the choices'])
  expect(problemsOf(inInput, { size: { width: 100 } })).toEqual([
    'size.width: At most 99',
    'size.height: Required',
  ])
  expect(problemsOf(inInput, { size: 4 })).toEqual(['size: Expected choice or ImageSize, not a number'])
  expect(branchOf(schema, {})).toBe('ImageSize')
  expect(branchOf(schema, 'round')).toBe('preset name')
})

test('a discriminator decides, however little else fits', () => {
  const branch = (kind: string, required: string[]) => ({
    title: kind,
    properties: {
      kind: { const: kind },
      ...Object.fromEntries(required.map((name) => [name, { type: 'string' }])),
    },
    required: ['kind', ...required],
  })
  const schema = {
    oneOf: [branch('near', []), branch('far', ['a', 'b', 'c'])],
    discriminator: { propertyName: 'kind' },
  }
  expect(branchOf(schema, { kind: 'far' })).toBe('far')
  expect(branchOf(schema, { kind: 'near' })).toBe('near')
})

test('a schema that contains itself is checked, and free where the reader stops', () => {
  const node = {
    properties: { name: { type: 'string' }, inside: { type: 'array', items: { $ref: '#/node' } } },
  }
  const field = readField({ node }, node, 'input')
  const places = (payload: unknown) => validatePayload(field, payload).map(({ path }) => pathInWords(path))
  expect(places({ inside: [{ name: 'a' }, { name: 1 }] })).toEqual(['inside[1].name'])
  expect(places({ inside: [{ inside: [{ inside: [{ name: 1 }] }] }] })).toEqual([])
})

function problemsOf(schema: object, payload: unknown): string[] {
  return validatePayload(readField({}, schema, 'input'), payload).map(
    ({ path, message }) => `${pathInWords(path)}: ${message}`,
  )
}

function branchOf(schema: object, value: unknown): string | undefined {
  return fittingBranch(readField({}, schema, 'size').type as FieldType & { kind: 'union' }, value)?.name
}
