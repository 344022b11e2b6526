import { expect, test } from 'vitest'
import { readField } from './readField.ts'
import { isChoiceWith, searchFields } from './searchFields.ts'

test('names, titles, descriptions and choices are searched, at every depth, in reading order', () => {
  expect(search('guidance')).toEqual(['input.cfg'])
  expect(search('STRENGTH')).toEqual(['input.loras.items.scale'])
  expect(search('scale')).toEqual(['input.cfg', 'input.loras.items.scale'])
  expect(search('nova')).toEqual(['input.voice'])
})

test('every word has to be there, in any order', () => {
  expect(search('lora strength')).toEqual(['input.loras.items.scale'])
  expect(search('strength guidance')).toEqual([])
})

test('choices of a union are its own', () => {
  expect(search('square_hd')).toEqual(['input.size'])
  expect(search('width')).toEqual(['input.size.Size.width'])
})

test('nothing is found by nothing, and nothing throws', () => {
  expect(search('')).toEqual([])
  expect(search('  ')).toEqual([])
  expect(search('(.*)[')).toEqual([])
})

test('a choice is searched as it is read', () => {
  expect(isChoiceWith(['sq'], 'Square')).toBe(true)
  expect(isChoiceWith(['4'], 14)).toBe(true)
  expect(isChoiceWith(['x', 'y'], 'a')).toBe(false)
})

function search(query: string) {
  return searchFields(ROOT, query)
}

const ROOT = readField(
  {},
  {
    properties: {
      cfg: { type: 'number', title: 'Guidance scale' },
      voice: { enum: ['Alloy', 'Nova', 4] },
      size: {
        anyOf: [{ title: 'Size', properties: { width: { type: 'integer' } } }, { enum: ['square_hd'] }],
      },
      loras: {
        items: { properties: { scale: { type: 'number', description: 'The strength of the LoRA.' } } },
      },
    },
  },
  'input',
)
