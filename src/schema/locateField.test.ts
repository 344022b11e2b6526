import { expect, test } from 'vitest'
import { locateField, pathsTo } from './locateField.ts'
import { readField } from './readField.ts'

test('a path leads to its field, whatever lies between', () => {
  expect(locate('input.loras.items.scale')).toEqual(['input.loras.items.scale', true])
  expect(locate('input.size.Size.width')).toEqual(['input.size.Size.width', true])
  expect(locate('input.a%2Eb')).toEqual(['input.a%2Eb', true])
  expect(locate('input.a.b')).toEqual(['input.a.b', true])
  expect(locate('input')).toEqual(['input', true])
})

test('a path that is not there leads to the nearest field around it', () => {
  expect(locate('input.loras.items.weight.x')).toEqual(['input.loras.items', false])
  expect(locate('input.gone')).toEqual(['input', false])
  expect(locate('input.siz')).toEqual(['input', false])
  expect(locate('input.size.width')).toEqual(['input.size', false])
  expect(locate('input.__proto__.constructor')).toEqual(['input', false])
  expect(locate('output.images')).toEqual(['input', false])
  expect(locate('')).toEqual(['input', false])
})

test('a path through a schema that contains itself ends where that is shown', () => {
  expect(locate('input.tree.children.items')).toEqual(['input.tree.children.items', true])
  expect(locate('input.tree.children.items.label')).toEqual(['input.tree.label', true])
  const deep = `input.tree${'.children.items'.repeat(50)}.label`
  expect(locate(deep)).toEqual(['input.tree.label', true])
  expect(locate(`${deep}.more`)).toEqual(['input.tree.label', false])
})

test('the paths to a path are its ancestors and itself', () => {
  expect(pathsTo('input.loras.items')).toEqual(['input', 'input.loras', 'input.loras.items'])
})

function locate(path: string) {
  const { field, isThere } = locateField(ROOT, path)
  return [field.path, isThere]
}

const SCHEMAS = {
  Lora: { properties: { path: { type: 'string' }, scale: { type: 'number' } } },
  Size: { title: 'Size', properties: { width: { type: 'integer' } } },
  Tree: {
    properties: {
      label: { type: 'string' },
      children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } },
    },
  },
}
const ROOT = readField(
  { components: { schemas: SCHEMAS } },
  {
    properties: {
      loras: { type: 'array', items: { $ref: '#/components/schemas/Lora' } },
      size: { anyOf: [{ $ref: '#/components/schemas/Size' }, { enum: ['square'] }] },
      tree: { $ref: '#/components/schemas/Tree' },
      'a.b': { type: 'string' },
      a: { properties: { b: { type: 'integer' } } },
    },
  },
  'input',
)
