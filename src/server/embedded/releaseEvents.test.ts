import { expect, test } from 'vitest'
import { releaseEvents } from './releaseEvents.ts'

const RELEASES = ['1', '2', '3', '4'].map((version) => ({ version, date: `2025-01-0${version}` }))

test.each([
  ['comes', ['2', '3', '4'], ['2'], ['2 added']],
  ['is there from the start', ['1', '2', '3', '4'], ['1'], ['1 added']],
  ['goes', ['1', '2'], ['1'], ['3 removed', '1 added']],
  ['goes and comes back', ['1', '4'], ['1'], ['4 returned', '2 removed', '1 added']],
  ['changes', ['1', '2', '3', '4'], ['1', '2', '4'], ['4 changed', '2 changed', '1 added']],
  ['comes back changed', ['1', '3', '4'], ['1', '3'], ['3 returned', '2 removed', '1 added']],
  ['is described later than it came', ['1', '2', '3', '4'], ['2'], ['1 added']],
])('an endpoint that %s', (_, present, changed, events) => {
  const record = {
    releases: present,
    changes: changed.map((release) => ({ release, input: 'In', output: 'Out', components: {} })),
  }
  const told = releaseEvents(record, RELEASES)
  expect(told.map(({ release, event }) => `${release.version} ${event}`)).toEqual(events)
  for (const { release, before, after } of told) {
    const isLater = changed.indexOf(release.version) > 0
    expect(after?.release).toBe(isLater ? release.version : undefined)
    expect(before?.release).toBe(isLater ? changed[changed.indexOf(release.version) - 1] : undefined)
  }
})
