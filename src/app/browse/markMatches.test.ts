import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromFirstMatch, markMatches } from './markMatches.ts'

function marked(text: string, ...pieces: string[]): string {
  return markMatches(text, pieces)
    .map(({ text: part, isMatch }) => (isMatch ? `[${part}]` : part))
    .join('')
}

test('every place where a piece stands is marked, in either case', () => {
  expect(marked('Flux and flux-lora', 'Flux')).toBe('[Flux] and [flux]-lora')
})

test('pieces that touch or overlap are one mark', () => {
  expect(marked('image to video', 'image to', 'to video')).toBe('[image to video]')
  expect(marked('upscaler', 'up', 'scale')).toBe('[upscale]r')
})

test('what is not there, or empty, marks nothing', () => {
  expect(marked('sound', 'picture', '')).toBe('sound')
  expect(markMatches('', ['x'])).toEqual([])
})

test('texts whose lower case is longer are marked as they stand', () => {
  expect(marked('İstanbul map', 'map')).toBe('İstanbul [map]')
})

test('no text is lost or moved, whatever is marked', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string({ unit: 'binary' })), (text, pieces) => {
      expect(
        markMatches(text, pieces)
          .map((part) => part.text)
          .join(''),
      ).toBe(text)
    }),
  )
})

test('a long text begins shortly before its first match', () => {
  const text = `${'This is said of every model there is. '.repeat(4)}It removes the background of a picture.`
  expect(fromFirstMatch(text, ['background'])).toMatch(/^… \w.{10,40}background of a picture\.$/)
  expect(fromFirstMatch(text, ['model'])).toBe(text)
  expect(fromFirstMatch(text, ['nowhere'])).toBe(text)
  expect(fromFirstMatch('Short', [])).toBe('Short')
})
