import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fuzzyMatch } from './fuzzyMatch.ts'

test.each([
  ['flux', 'fal-ai/flux/dev'],
  ['flux dev', 'fal-ai/flux/dev'],
  ['dev flux', 'fal-ai/flux/dev'],
  ['fpk', 'fal-ai/flux-pro/kontext'],
  ['kontxt', 'fal-ai/flux-pro/kontext'],
  ['klng21', 'fal-ai/kling-video/v2.1/master'],
  ['fal-ai/flux-2-max', 'fal-ai/flux-2-max'],
])('%s finds %s', (typed, text) => {
  expect(fuzzyMatch(typed, [text])).toBeDefined()
})

test.each([
  ['flux', 'fal-ai/kling'],
  ['whisper', 'fal-ai/wan-vision-upper'],
  ['flux sora', 'fal-ai/flux/dev'],
  ['xulf', 'fal-ai/flux/dev'],
])('%s does not find %s', (typed, text) => {
  expect(fuzzyMatch(typed, [text])).toBeUndefined()
})

test('whole words come before parts, side by side before scattered, short before long', () => {
  expect(best('dev', ['fal-ai/developer', 'fal-ai/flux/dev', 'fal-ai/dark-edge-view'])).toEqual([
    'fal-ai/flux/dev',
    'fal-ai/developer',
    'fal-ai/dark-edge-view',
  ])
  expect(best('flux', ['fal-ai/flux-lora', 'fal-ai/influx', 'fal-ai/flux'])[0]).toBe('fal-ai/flux')
})

test('words may stand in different texts of one model', () => {
  const match = fuzzyMatch('kontext fal', ['FLUX.1 Kontext', 'fal-ai/flux-pro'])
  expect(match?.places).toEqual([
    [7, 8, 9, 10, 11, 12, 13],
    [0, 1, 2],
  ])
})

test('the places told are those of the letters typed, in order', () => {
  const text = fc.stringMatching(/^[a-c1/-]{1,20}$/)
  const word = fc.stringMatching(/^[a-c1]{1,4}$/)
  fc.assert(
    fc.property(word, text, (typed, text) => {
      const match = fuzzyMatch(typed, [text])
      if (!match) return
      const [places = []] = match.places
      expect(places.map((place) => text[place]).join('')).toBe(typed)
      expect(places.toSorted((a, b) => a - b)).toEqual(places)
    }),
  )
})

test('what stands in the text as typed is found', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{3,8}$/), fc.stringMatching(/^[a-z/-]{0,20}$/), (typed, around) => {
      expect(fuzzyMatch(typed, [`${around}${typed}${around}`])).toBeDefined()
    }),
  )
})

function best(typed: string, texts: string[]): string[] {
  return texts
    .map((text) => ({ text, score: fuzzyMatch(typed, [text])?.score ?? 0 }))
    .sort((a, b) => b.score - a.score)
    .map(({ text }) => text)
}
