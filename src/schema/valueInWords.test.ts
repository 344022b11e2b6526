import { expect, test } from 'vitest'
import { valueInWords } from './valueInWords.ts'

test('text is shown as it is, and what is no text as JSON', () => {
  expect(valueInWords('a lighthouse')).toBe('a lighthouse')
  expect(valueInWords('4:3')).toBe('4:3')
  expect(valueInWords('[Pan left] slowly')).toBe('[Pan left] slowly')
  expect(valueInWords(4)).toBe('4')
  expect(valueInWords(null)).toBe('null')
  expect(valueInWords({ width: 1 })).toBe('{"width":1}')
  expect(valueInWords({})).toBe('{}')
})

test('text that would read as something else keeps its quotes', () => {
  for (const text of ['4', '-1.5', 'null', 'true', '[]', '{"a":1}', '"quoted"', ' ', 'a ', 'empty string']) {
    expect(valueInWords(text)).toBe(JSON.stringify(text))
  }
})

test('what is empty is called so', () => {
  expect(valueInWords('')).toBe('empty string')
  expect(valueInWords([])).toBe('empty list')
})
