import { expect, test } from 'vitest'
import { findField } from './findField.ts'
import { readField } from './readField.ts'

const size = { type: 'object', title: 'Size', properties: { width: { type: 'integer' } } }
const document = {
  components: {
    schemas: { Tree: { type: 'object', properties: { child: { $ref: '#/components/schemas/Tree' } } } },
  },
}
const input = readField(
  document,
  {
    type: 'object',
    properties: {
      size: { anyOf: [{ enum: ['small'] }, size] },
      sizes: { type: 'array', items: size },
      'a.b': { type: 'string' },
      a: { type: 'object', properties: { b: { type: 'integer' } } },
      tree: { $ref: '#/components/schemas/Tree' },
    },
  },
  'input',
)

test.each([
  'input',
  'input.size',
  'input.size.Size.width',
  'input.sizes.items.width',
  'input.a%2Eb',
  'input.a.b',
  'input.tree.child',
])('%s is found', (path) => {
  expect(findField(input, path)?.path).toBe(path)
})

test.each(['output', 'input.siz', 'input.size.width', 'input.a.b.c', 'input.tree.leaf', ''])(
  '"%s" is not there',
  (path) => {
    expect(findField(input, path)).toBeUndefined()
  },
)

test('nothing is found in nothing', () => {
  expect(findField(undefined, 'input')).toBeUndefined()
})
