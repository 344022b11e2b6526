import { expect, test } from 'vitest'
import type { BrowseFilters } from '#app/filters.ts'
import { actionEntries } from './actionEntries.ts'

test('what changes the view keeps the filters, and is offered only where it changes something', () => {
  const entries = entriesFor({ q: 'flux', sort: 'name' })
  expect(entries['Show as a table']).toBe('/?q=flux&sort=name&view=table')
  expect(entries['Show variants apart']).toBe('/?q=flux&sort=name&variants=apart')
  expect(entries['Clear all filters']).toBe('/?sort=name')
  expect(entries).not.toHaveProperty('Sort by name')
  expect(entriesFor({ view: 'table' })['Show as cards']).toBe('/')
  expect(entriesFor({ view: 'table' })).not.toHaveProperty('Clear all filters')
})

test('elsewhere the list is a step away, and what concerns the list is not offered', () => {
  const entries = entriesFor(undefined)
  expect(entries['Browse all models']).toBe('/')
  expect(entries).not.toHaveProperty('Show as a table')
  expect(entries).not.toHaveProperty('Export this list')
})

test('what a server does not offer is not offered, nor what a table has not', () => {
  const offered = Object.keys(entriesFor({}))
  expect(offered).toEqual(expect.arrayContaining(['Sort by name', 'Show variants apart', 'Choose filters']))
  const documented = Object.keys(entriesFor({}, { hasExtensions: false }))
  expect(documented.filter((name) => /sort|variants|filters/i.test(name))).toEqual([])
  expect(entriesFor({ view: 'table' })).not.toHaveProperty('Show variants apart')
})

test('an order that only the table has a name for does not follow to the cards', () => {
  expect(entriesFor({ view: 'table', sort: '-inputs' })['Show as cards']).toBe('/')
  expect(entriesFor({ view: 'table', sort: 'name' })['Show as cards']).toBe('/?sort=name')
})

test('of two settings, the other one', () => {
  expect(entriesFor(undefined)).toHaveProperty('Load more by a button')
  expect(entriesFor(undefined, { loadsByItself: false })).toHaveProperty('Load more while scrolling')
  expect(entriesFor(undefined, { hasSingleKeys: false })).toHaveProperty('Turn single keys on')
})

test('of the appearances, those that are not chosen', () => {
  expect(Object.keys(entriesFor(undefined)).filter((name) => /appearance/i.test(name))).toHaveLength(2)
})

test('what is noted for a comparison is compared', () => {
  expect(entriesFor(undefined)).toMatchObject({
    'Compare 2 models': '/compare?endpoint_id=a%2Fb&endpoint_id=a%2Fc',
  })
})

test('no two are called the same', () => {
  const names = list({ q: 'a', variants: 'apart' }).map(({ key }) => key)
  expect(new Set(names).size).toBe(names.length)
})

type Surroundings = Partial<Parameters<typeof actionEntries>[0]>

function list(filters: BrowseFilters | undefined, surroundings: Surroundings = {}) {
  return actionEntries({
    filters,
    hasExtensions: true,
    hasVisited: true,
    theme: 'dark',
    chooseTheme: () => undefined,
    loadsByItself: true,
    turnAutomaticLoading: () => undefined,
    hasSingleKeys: true,
    turnSingleKeys: () => undefined,
    openDialog: () => undefined,
    compared: ['a/b', 'a/c'],
    ...surroundings,
  })
}

/** Where each leads, by its name. */
function entriesFor(
  filters: BrowseFilters | undefined,
  surroundings?: Surroundings,
): Record<string, string | undefined> {
  return Object.fromEntries(
    list(filters, surroundings).map((entry) => [entry.name, 'to' in entry ? entry.to : undefined]),
  )
}
