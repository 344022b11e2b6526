import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseJson } from './parseJson.ts'

test('reads what JSON.parse reads, and nothing else', () => {
  const texts = fc.oneof(
    fc.json(),
    fc.jsonValue().map((value) => JSON.stringify(value, undefined, 2)),
    fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '}', '\\', '0', "'", '\n', 'tru'))
      .map(
        ([text, place, piece]) =>
          text.slice(0, place % text.length) + piece + text.slice((place % text.length) + 1),
      ),
    fc.string(),
  )
  fc.assert(
    fc.property(texts, (text) => {
      const { value, problem } = parseJson(text)
      expect({ value, isJson: problem === undefined }).toEqual(readByBrowser(text))
    }),
    { numRuns: 2000 },
  )
})

test.each([
  ['', 1, 1, 'Expected a value, not the end of the text'],
  ['{\n  "a": 1\n  "b": 2\n}', 3, 3, 'Expected a comma or }'],
  ['{"a": 1,}', 1, 9, 'Expected a name in double quotes'],
  ['{"a" 1}', 1, 6, 'Expected a colon'],
  ["{'a': 1}", 1, 2, 'Expected a name in double quotes'],
  ["['a']", 1, 2, 'Expected double quotes'],
  ['[1, 2', 1, 6, 'Expected a comma or ], not the end of the text'],
  ['{"a": True}', 1, 7, 'Expected a value'],
  ['{"a": 01}', 1, 7, 'Expected a value'],
  ['{}\n{}', 2, 1, 'Expected nothing more'],
  ['["a\nb"]', 1, 4, 'Expected the closing quotes of the text before the end of the line'],
  [String.raw`["\x"]`, 1, 3, String.raw`Expected one of the escapes \" \\ \/ \b \f \n \r \t \u`],
])('%j: line %i, column %i, %s', (text, line, column, message) => {
  expect(parseJson(text).problem).toEqual({ line, column, message })
})

test('depth and length have an end', () => {
  expect(parseJson('['.repeat(50) + ']'.repeat(50)).problem).toBeUndefined()
  expect(parseJson('['.repeat(1e5)).problem?.message).toBe('Nested more than 60 times')
  expect(parseJson(`"${'a'.repeat(999_998)}"`).problem).toBeUndefined()
  expect(parseJson(`"${'a'.repeat(1e6)}"`).problem?.message).toBe('Longer than a million characters')
})

function readByBrowser(text: string) {
  try {
    return { value: JSON.parse(text), isJson: true }
  } catch {
    return { value: undefined, isJson: false }
  }
}
