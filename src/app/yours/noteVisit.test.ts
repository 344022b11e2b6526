import { expect, test, vi } from 'vitest'
import { readStored, store } from '#app/storage.ts'
import { noteVisit } from './noteVisit.ts'

const HOUR = 3_600_000

test('what a visit saw is what the next one compares with', () => {
  const first = openTab()
  first.noteVisit('2026-04-01', 0)
  expect(before()).toBeUndefined()
  // Another tab of the same visit.
  const second = openTab()
  second.noteVisit('2026-04-01', HOUR / 2)
  expect(before()).toBeUndefined()
  const nextDay = openTab()
  nextDay.noteVisit('2026-04-22', 24 * HOUR)
  expect(before()).toBe('2026-04-01')
  // The same tab, hours later, after the catalogue has changed once more.
  nextDay.noteVisit('2026-04-23', 40 * HOUR)
  expect(before()).toBe('2026-04-01')
  const later = openTab()
  later.noteVisit('2026-04-23', 80 * HOUR)
  expect(before()).toBe('2026-04-23')

  function before(): unknown {
    return JSON.parse(readStored('visits') ?? '{}').before
  }
})

test.each(['{', '[]', '{"seen":1,"lastAt":0}', ''])(
  '%j is set aside, and the visits begin anew',
  (damaged) => {
    store('visits', damaged)
    store('set aside: visits', undefined)
    openTab().noteVisit('2026-04-01', 0)
    expect(readStored('set aside: visits')).toBe(damaged)
    expect(JSON.parse(readStored('visits') ?? '')).toEqual({ seen: '2026-04-01', lastAt: 0 })
    openTab().noteVisit('2026-04-02', HOUR / 2)
    expect(readStored('set aside: visits')).toBe(damaged)
  },
)

/** Each tab has a storage of its own. */
function openTab() {
  const kept = new Map<string, string>()
  return {
    noteVisit(asOf: string, now: number) {
      vi.stubGlobal('sessionStorage', {
        getItem: (name: string) => kept.get(name) ?? null,
        setItem: (name: string, text: string) => kept.set(name, text),
      })
      noteVisit(asOf, now)
    },
  }
}
