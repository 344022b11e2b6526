import { expect, test, vi } from 'vitest'
import type { ChangesFilter } from '#contract/changesQuery.ts'
import { exampleModel } from '#server/catalogue/exampleModel.ts'
import { createReleaseHistory } from './createReleaseHistory.ts'
import type { JsonSchema } from './jsonSchema.ts'
import type { SchemaHistory } from './schemaHistory.ts'

test('a model tells what each release did to it, newest first', async () => {
  expect(await historyOf().history('a/river')).toEqual({
    endpoint_id: 'a/river',
    releases: [
      {
        release: { version: '1.9.6', date: '2026-04-22T00:00:00.000Z' },
        event: 'changed',
        changes: [{ kind: 'added', path: 'input.b', type: 'string', required: false }],
      },
      { release: { version: '1.8.0', date: '2025-12-03T00:00:00.000Z' }, event: 'added', changes: [] },
    ],
    nearest_active: [],
  })
})

test('a deprecated model tells since when, and what is nearest to it now', async () => {
  const { releases, nearest_active } = await historyOf().history('a/river/old')
  expect(releases.map(({ event, release }) => `${release.version} ${event}`)).toEqual([
    '1.9.6 removed',
    '1.7.0 added',
  ])
  expect(nearest_active).toEqual([
    { endpoint_id: 'a/river', display_name: 'River', category: 'text-to-image' },
  ])
})

test('an unknown id is not found', async () => {
  await expect(historyOf().history('a/none')).rejects.toMatchObject({ type: 'not_found' })
})

test('all changes come newest first, by what was done, and in pages', async () => {
  const { changes } = historyOf()
  const first = await changes({ limit: 3, page: 1 })
  const second = await changes({ limit: 3, page: 2 })
  expect([...first.changes, ...second.changes].map(tell)).toEqual([
    '1.9.6 changed a/river',
    '1.9.6 removed a/river/old',
    '1.8.0 added a/river',
    '1.7.0 added a/river/old',
    '1.7.0 added b/sky',
  ])
  expect(first).toMatchObject({ has_more: true, next_cursor: 'Mg==', total: 5 })
  expect(second).toMatchObject({ has_more: false, next_cursor: null, total: 5 })
})

test.each<[ChangesFilter, string[]]>([
  [{ release: '1.8.0' }, ['1.8.0 added a/river']],
  [{ event: 'removed' }, ['1.9.6 removed a/river/old']],
  [{ category: 'audio' }, ['1.7.0 added b/sky']],
  [{ provider: 'b' }, ['1.7.0 added b/sky']],
  [{ endpoint_id: 'a/river', event: 'added' }, ['1.8.0 added a/river']],
  [{ release: '0.0.0' }, []],
])('%o leaves %o', async (filter, told) => {
  const { changes, total } = await historyOf().changes({ ...filter, limit: 10, page: 1 })
  expect(changes.map(tell)).toEqual(told)
  expect(total).toBe(told.length)
})

test('counts stand under all filters but their own', async () => {
  const { releases, events } = await historyOf().changes({
    release: '1.9.6',
    event: 'added',
    provider: 'a',
    limit: 10,
    page: 1,
  })
  expect(
    releases.filter(({ count }) => count > 0).map(({ release, count }) => [release.version, count]),
  ).toEqual([
    ['1.8.0', 1],
    ['1.7.0', 1],
  ])
  expect(events.filter(({ count }) => count > 0)).toEqual([
    { event: 'changed', count: 1 },
    { event: 'removed', count: 1 },
  ])
})

test('the history is loaded once, when first asked for; what could not be loaded is tried again', async () => {
  const load = vi.fn<() => Promise<SchemaHistory>>(async () => HISTORY)
  const { history, changes } = createReleaseHistory(MODELS, load)
  expect(load).not.toHaveBeenCalled()
  load.mockRejectedValueOnce(new Error('damaged'))
  await expect(history('a/river')).rejects.toThrow('damaged')
  await Promise.all([history('a/river'), changes({ limit: 1, page: 1 })])
  await history('b/sky')
  expect(load).toHaveBeenCalledTimes(2)
})

const MODELS = [
  exampleModel('a/river', { display_name: 'River', group: { key: 'river', label: 'All' } }),
  exampleModel('a/river/old', { status: 'deprecated', group: { key: 'river', label: 'Old' } }),
  exampleModel('b/sky', { category: 'audio' }),
]

const [BEFORE, AFTER]: JsonSchema[] = [
  { type: 'object', properties: { a: { type: 'integer' } } },
  { type: 'object', properties: { a: { type: 'number', default: [] }, b: { type: 'string' } } },
]

const HISTORY = {
  schemas: [BEFORE ?? {}, AFTER ?? {}],
  endpoints: {
    'a/river': { releases: ['1.8.0', '1.9.6'], changes: [schemas('1.8.0', 0), schemas('1.9.6', 1)] },
    'a/river/old': { releases: ['1.7.0', '1.8.0'], changes: [schemas('1.7.0', 0)] },
    'b/sky': { releases: ['1.7.0', '1.8.0', '1.9.6'], changes: [schemas('1.7.0', 0)] },
  },
}

function schemas(release: string, place: number) {
  return { release, input: 'In', output: 'Out', components: { In: place } }
}

function historyOf() {
  return createReleaseHistory(MODELS, async () => HISTORY)
}

function tell({
  release,
  event,
  endpoint_id,
}: {
  release: { version: string }
  event: string
  endpoint_id: string
}) {
  return `${release.version} ${event} ${endpoint_id}`
}
