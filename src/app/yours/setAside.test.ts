import { expect, test, vi } from 'vitest'
import { readStored } from '#app/storage.ts'
import { addToCollection, readCollection } from './collection.ts'

const DAMAGED = '{"format":1,"models":['
const ADDED = { endpoint_id: 'a/b', at: '2026-01-01T00:00:00Z' }

test('in a full storage, what is set aside takes the room that it had', () => {
  const stored = storeWithRoom({ favourites: DAMAGED }, 100)
  addToCollection('favourites', [ADDED])
  expect(stored.get('set aside: favourites')).toBe(DAMAGED)
  expect(readCollection('favourites')).toEqual([ADDED])
})

test('what there is no room to set aside stays where it is, and the new one lasts as long as the page', () => {
  const stored = storeWithRoom({ recent: DAMAGED }, 'recent'.length + DAMAGED.length)
  for (let time = 0; time < 2; time++) {
    addToCollection('recent', [ADDED])
    expect(readCollection('recent')).toEqual([ADDED])
    expect(readStored('set aside: recent')).toBe(DAMAGED)
    expect([...stored]).toEqual([['recent', DAMAGED]])
  }
})

/** The browser's storage, in which there is room for so many letters. */
function storeWithRoom(before: Record<string, string>, room: number): Map<string, string> {
  const stored = new Map(Object.entries(before))
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => stored.get(name) ?? null,
    removeItem: (name: string) => stored.delete(name),
    setItem(name: string, text: string) {
      const others = [...stored].filter(([other]) => other !== name)
      const taken = [...others, [name, text]].flat().join('').length
      if (taken > room) throw new DOMException('full', 'QuotaExceededError')
      stored.set(name, text)
    },
  })
  return stored
}
