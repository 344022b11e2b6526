import { expect, test } from 'vitest'
import { walkFields } from './partsWithin.ts'
import { readField } from './readField.ts'

test('fields are walked in reading order, what repeats itself once', () => {
  const document = {
    components: {
      schemas: {
        Tree: { properties: { a: { type: 'string' }, b: { items: { $ref: '#/components/schemas/Tree' } } } },
      },
    },
  }
  const root = readField(
    document,
    { properties: { tree: { $ref: '#/components/schemas/Tree' }, last: { type: 'string' } } },
    'input',
  )
  const paths = walkFields(root, 100).map(({ path }) => path)
  expect(paths).toEqual([
    'input',
    'input.tree',
    'input.tree.a',
    'input.tree.b',
    'input.tree.b.items',
    'input.last',
  ])
  expect(walkFields(root, 2)).toHaveLength(2)
})
