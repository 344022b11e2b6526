import { expect, test } from 'vitest'
import { readChangesQuery, writeChangesQuery } from './changesQuery.ts'

test('what is written is read back', () => {
  const filter = {
    event: 'removed',
    release: '1.9.6',
    category: 'text-to-image',
    provider: 'fal-ai',
    endpoint_id: 'a/b c',
  } as const
  expect(readChangesQuery(writeChangesQuery({ ...filter, limit: 5, cursor: 'Mg==' }))).toEqual({
    ...filter,
    limit: 5,
    page: 2,
  })
})

test('empty values and unknown parameters count as absent, and a large page is clamped', () => {
  const params = new URLSearchParams('event=&release=+&colour=red&limit=5000')
  expect(readChangesQuery(params)).toEqual({ limit: 100, page: 1 })
})

test.each([
  ['event=vanished', 'event'],
  ['limit=0', 'limit'],
  ['cursor=x', 'cursor'],
  [`provider=${'x'.repeat(201)}`, 'provider'],
])('%s is refused', (query, parameter) => {
  expect(() => readChangesQuery(new URLSearchParams(query))).toThrow(parameter)
})
