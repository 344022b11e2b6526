import { expect, test } from 'vitest'
import { compareSchemas, type SchemaChange } from './compareSchemas.ts'
import { readField } from './readField.ts'

const text = { type: 'string' }
const size = { type: 'object', title: 'Size', properties: { width: { type: 'integer', default: 512 } } }

test.each<[what: string, before: object, after: object, changes: SchemaChange[]]>([
  ['nothing', { a: text }, { a: text }, []],
  ['the order of properties', { a: text, b: size }, { b: size, a: text }, []],
  ['wording', { a: { ...text, title: 'A' } }, { a: { ...text, description: 'An a' } }, []],
  [
    'a property that came',
    { a: text },
    { a: text, seed: { type: 'integer', nullable: true } },
    [{ kind: 'added', path: 'input.seed', type: 'integer or null', required: false }],
  ],
  [
    'a property that went',
    { a: text, seed: { type: 'integer' } },
    { a: text },
    [{ kind: 'removed', path: 'input.seed', type: 'integer', required: false }],
  ],
  [
    'another name for the same',
    { last_image_url: text },
    { end_image_url: text },
    [{ kind: 'renamed', path: 'input.end_image_url', before: 'input.last_image_url' }],
  ],
  [
    'several in place of one',
    { image_url: text },
    { image_urls: { type: 'array', items: text } },
    [
      { kind: 'renamed', path: 'input.image_urls', before: 'input.image_url' },
      { kind: 'type', path: 'input.image_urls', before: 'image URL', after: 'list of image URLs' },
    ],
  ],
  [
    'what shares no more than a word',
    { image_url: text },
    { mask_url: text },
    [
      { kind: 'added', path: 'input.mask_url', type: 'image URL', required: false },
      { kind: 'removed', path: 'input.image_url', type: 'image URL', required: false },
    ],
  ],
  [
    'a like name for another type',
    { output_size: text },
    { size: { type: 'integer' } },
    [
      { kind: 'added', path: 'input.size', type: 'integer', required: false },
      { kind: 'removed', path: 'input.output_size', type: 'string', required: false },
    ],
  ],
  [
    'a type',
    { a: text },
    { a: { type: 'number', nullable: true } },
    [{ kind: 'type', path: 'input.a', before: 'string', after: 'number or null' }],
  ],
  [
    'a constant that became free',
    { a: { enum: ['720p'] } },
    { a: text },
    [{ kind: 'type', path: 'input.a', before: 'constant "720p"', after: 'string' }],
  ],
  [
    'choices',
    { a: { enum: ['x', 'y', 1] } },
    { a: { enum: [1, 'z', 'y'] } },
    [{ kind: 'choices', path: 'input.a', added: ['z'], removed: ['x'] }],
  ],
  [
    'choices beside another branch',
    { a: { anyOf: [{ enum: ['x'] }, size] } },
    { a: { anyOf: [{ enum: ['x', 'y'] }, size] } },
    [{ kind: 'choices', path: 'input.a', added: ['y'], removed: [] }],
  ],
  [
    'a default',
    { a: { ...text, default: '' } },
    { a: { ...text, default: null } },
    [{ kind: 'default', path: 'input.a', before: '', after: null }],
  ],
  [
    'a default that came',
    { a: text },
    { a: { ...text, default: { b: 1 } } },
    [{ kind: 'default', path: 'input.a', after: { b: 1 } }],
  ],
  ['the order within a default', { a: { default: { b: 1, c: 2 } } }, { a: { default: { c: 2, b: 1 } } }, []],
  [
    'limits',
    { a: { type: 'integer', maximum: 4 } },
    { a: { type: 'integer', maximum: 8 } },
    [{ kind: 'limits', path: 'input.a', before: ['at most 4'], after: ['at most 8'] }],
  ],
  [
    'something deep inside',
    { a: { type: 'array', items: { anyOf: [text, size] } } },
    { a: { type: 'array', items: { anyOf: [text, { ...size, properties: { width: {} } }] } } },
    [
      { kind: 'type', path: 'input.a.items.Size.width', before: 'integer', after: 'any value' },
      { kind: 'default', path: 'input.a.items.Size.width', before: 512 },
    ],
  ],
  [
    'a branch',
    { a: { anyOf: [text, size] } },
    { a: { anyOf: [text, size, { type: 'number' }] } },
    [{ kind: 'type', path: 'input.a', before: 'string or Size', after: 'string or Size or number' }],
  ],
])('%s', (_, before, after, changes) => {
  expect(compareSchemas(inputOf(before), inputOf(after))).toEqual(changes)
})

test('what is required', () => {
  const [before, after] = [inputOf({ a: text }), inputOf({ a: text }, ['a'])]
  expect(compareSchemas(before, after)).toEqual([
    { kind: 'required', path: 'input.a', before: false, after: true },
  ])
  expect(compareSchemas(inputOf({}), after)).toEqual([
    { kind: 'added', path: 'input.a', type: 'string', required: true },
  ])
})

test('schemas that contain themselves, or multiply, are compared to an end', () => {
  const level = (number: number) => ({ $ref: `#/components/schemas/Level${number}` })
  const components = (type: string) => ({
    Tree: { type: 'object', properties: { size: { type }, child: { $ref: '#/components/schemas/Tree' } } },
    ...Object.fromEntries(
      Array.from({ length: 60 }, (_, number) => [
        `Level${number}`,
        { type: 'object', properties: { a: level(number + 1), b: level(number + 1) } },
      ]),
    ),
  })
  const tree = (type: string) => readWith(components(type), { $ref: '#/components/schemas/Tree' })
  expect(compareSchemas(tree('number'), tree('string'))).toEqual([
    { kind: 'type', path: 'input.size', before: 'number', after: 'string' },
  ])
  const wide = () => readWith(components('number'), level(0))
  expect(compareSchemas(wide(), wide())).toEqual([])
})

test('names of the language itself are names like others', () => {
  const before = inputOf(JSON.parse('{"constructor":{"type":"string"}}'))
  const after = inputOf(JSON.parse('{"__proto__":{"type":"number"}}'))
  expect(compareSchemas(before, after).map(({ kind, path }) => [kind, path])).toEqual([
    ['added', 'input.__proto__'],
    ['removed', 'input.constructor'],
  ])
})

function inputOf(properties: object, required: string[] = []) {
  return readWith({}, { type: 'object', properties, required })
}

function readWith(schemas: object, schema: object) {
  return readField({ components: { schemas } }, schema, 'input')
}
