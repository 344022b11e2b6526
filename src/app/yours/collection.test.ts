import { beforeEach, expect, test } from 'vitest'
import { readStored, store } from '#app/storage.ts'
import { addToCollection, readCollection, removeFromCollection, setAsideIfDamaged } from './collection.ts'

const SET_ASIDE = 'set aside: favourites'

beforeEach(() => {
  for (const name of ['favourites', 'recent', SET_ASIDE]) store(name, undefined)
})

test('saved models come newest first, each once, with the time they were saved first', () => {
  addToCollection('favourites', [{ endpoint_id: 'a/old', at: '2026-01-01T00:00:00Z' }])
  addToCollection('favourites', [
    { endpoint_id: 'a/new', at: '2026-02-01T00:00:00Z' },
    { endpoint_id: 'a/old', at: '2026-03-01T00:00:00Z' },
  ])
  expect(readCollection('favourites')).toEqual([
    { endpoint_id: 'a/new', at: '2026-02-01T00:00:00Z' },
    { endpoint_id: 'a/old', at: '2026-01-01T00:00:00Z' },
  ])
  removeFromCollection('favourites', ['a/new'])
  expect(readCollection('favourites').map(({ endpoint_id }) => endpoint_id)).toEqual(['a/old'])
})

test('a model opened again is the newest again, and the fifty newest are kept', () => {
  for (let number = 10; number < 70; number++) {
    addToCollection('recent', [{ endpoint_id: `a/${number}`, at: `2026-01-01T00:${number - 10}:00Z` }])
  }
  addToCollection('recent', [{ endpoint_id: 'a/30', at: '2026-02-01T00:00:00Z' }])
  const recent = readCollection('recent')
  expect(recent).toHaveLength(50)
  expect(recent[0]?.endpoint_id).toBe('a/30')
  expect(new Set(recent.map(({ endpoint_id }) => endpoint_id)).size).toBe(50)
})

test.each(['{', '[]', '{"format":2,"models":[]}', '{"format":1,"models":[{"endpoint_id":7}]}', ''])(
  'what cannot be read, such as %j, is set aside whole before anything takes its place',
  (damaged) => {
    store('favourites', damaged)
    expect(readCollection('favourites')).toEqual([])
    expect(readStored('favourites')).toBe(damaged)
    addToCollection('favourites', [{ endpoint_id: 'a/b', at: '2026-01-01T00:00:00Z' }])
    expect(readStored(SET_ASIDE)).toBe(damaged)
    expect(readCollection('favourites')).toHaveLength(1)
  },
)

test('what can be read stays where it is', () => {
  addToCollection('favourites', [{ endpoint_id: 'a/b', at: '2026-01-01T00:00:00Z' }])
  setAsideIfDamaged('favourites')
  expect(readStored(SET_ASIDE)).toBeUndefined()
  expect(readCollection('favourites')).toHaveLength(1)
})
