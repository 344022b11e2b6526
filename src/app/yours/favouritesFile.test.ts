import { assert, json, oneof, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { readFavouritesFile, writeFavouritesFile } from './favouritesFile.ts'

const NOW = '2026-04-22T00:00:00.000Z'

test('a file that was written is read as it was', () => {
  const models = [
    { endpoint_id: 'fal-ai/flux/dev', at: '2026-01-01T00:00:00.000Z' },
    { endpoint_id: 'a/ü"{}', at: '2026-01-02T00:00:00.000Z' },
  ]
  expect(readFavouritesFile(writeFavouritesFile(models), NOW)).toEqual({ models, notUnderstood: [] })
})

test('a list of ids is taken too, as JSON or one to a line, with the time of now', () => {
  const models = [
    { endpoint_id: 'a/b', at: NOW },
    { endpoint_id: 'c/d/e', at: NOW },
  ]
  expect(readFavouritesFile('["a/b", "c/d/e"]', NOW).models).toEqual(models)
  expect(readFavouritesFile('a/b\r\n\r\nc/d/e\n', NOW).models).toEqual(models)
})

test('entries that name no model are told, and cost the others nothing', () => {
  const { models, notUnderstood } = readFavouritesFile('["a/b", 7, {"id": "c/d"}, "no id"]', NOW)
  expect(models).toEqual([{ endpoint_id: 'a/b', at: NOW }])
  expect(notUnderstood).toEqual(['7', '{"id":"c/d"}', 'no id'])
})

test.each([
  [
    '{"kind":"favourites of the model browser","version":2,"models":[]}',
    /Expected version 1 of the file, got 2/,
  ],
  ['{"models":[]}', /Expected a file of favourites/],
  ['hello', /Expected a file of favourites/],
  ['', /Expected a file of favourites/],
])('%j is refused with what was expected', (text, message) => {
  expect(() => readFavouritesFile(text, NOW)).toThrow(message)
})

test('any text is read or refused, and nothing that is read has a broken id', () => {
  assert(
    property(oneof(json(), string()), (text) => {
      expect(outcome(text)).toBe('as it should be')
    }),
  )
})

function outcome(text: string): unknown {
  try {
    const { models } = readFavouritesFile(text, NOW)
    const broken = models.filter(({ endpoint_id }) => !/^[^\s/]+(\/[^\s/]+)+$/.test(endpoint_id))
    return broken.length === 0 ? 'as it should be' : broken
  } catch (error) {
    return error instanceof Error && error.message.startsWith('Expected') ? 'as it should be' : error
  }
}
