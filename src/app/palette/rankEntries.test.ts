import { expect, test } from 'vitest'
import type { PaletteEntry, PaletteGroup } from './PaletteEntry.ts'
import { rankEntries } from './rankEntries.ts'

const ENTRIES = [
  entry('Models', 'FLUX.1 [dev]', 'fal-ai/flux/dev'),
  entry('Models', 'Kling Text to Video', 'fal-ai/kling-video/text-to-video'),
  entry('Actions', 'Dark appearance', undefined, 'theme mode'),
  entry('Categories', 'Text to video', '122 models'),
]

test('without words there is all that is not a model', () => {
  expect(shown('')).toEqual({ Actions: ['Dark appearance'], Categories: ['Text to video'] })
  expect(shown('  ')).toEqual(shown(''))
})

test('the group with the best entry comes first', () => {
  expect(Object.keys(shown('text to video'))).toEqual(['Categories', 'Models'])
  expect(Object.keys(shown('kling'))).toEqual(['Models'])
})

test('an entry is found by its name, its detail or another word for it', () => {
  expect(shown('dark')).toEqual({ Actions: ['Dark appearance'] })
  expect(shown('theme')).toEqual({ Actions: ['Dark appearance'] })
  expect(shown('fal flux')).toEqual({ Models: ['FLUX.1 [dev]'] })
})

test('of very many, the best fifty', () => {
  const many = Array.from({ length: 200 }, (_, n) => entry('Models', `flux ${n}`, `a/${n}`))
  const [group] = rankEntries('flux', many)
  expect(group?.entries).toHaveLength(50)
})

function shown(typed: string): Partial<Record<PaletteGroup, string[]>> {
  return Object.fromEntries(
    rankEntries(typed, ENTRIES).map(({ group, entries }) => [group, entries.map(({ entry }) => entry.name)]),
  )
}

function entry(group: PaletteGroup, name: string, detail?: string, alias?: string): PaletteEntry {
  return { key: name, group, name, to: '/', ...(detail && { detail }), ...(alias && { alias }) }
}
