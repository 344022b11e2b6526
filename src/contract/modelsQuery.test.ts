import { expect, test } from 'vitest'
import { writeCursor } from './cursor.ts'
import { readModelsQuery, SORTS, splitSort, writeModelsQuery } from './modelsQuery.ts'
import { refusalOf } from './refusalOf.ts'

test('a query survives the way through the URL', () => {
  const query = {
    limit: 24,
    endpoint_ids: ['fal-ai/flux/dev', 'a&b=c/ü'],
    q: 'text to "video" + sound',
    category: ['text-to-video'],
    status: 'active' as const,
    expand: ['enterprise_status' as const],
    sort: '-updated' as const,
    fold: 'group' as const,
    include: ['signature' as const, 'match' as const],
  }
  const text = writeModelsQuery({ ...query, cursor: writeCursor(3) }).toString()
  expect(readModelsQuery(new URLSearchParams(text))).toEqual({ ...query, page: 3 })
})

test('nothing asked means the first hundred models of either status', () => {
  expect(read('')).toEqual({ limit: 100, page: 1, expand: [] })
})

test('empty values count as absent and unknown parameters are ignored', () => {
  expect(read('q=&category=%20&status=&limit=&cursor=&endpoint_id=&expand=&colour=red')).toEqual(read(''))
})

test('the page is clamped, never refused', () => {
  expect(read('limit=1000').limit).toBe(100)
  expect(read('limit=50&expand=openapi-3.0').limit).toBe(10)
  expect(read('limit=50&expand=enterprise_status').limit).toBe(50)
  expect(read('limit=99999999999999999999').limit).toBe(100)
})

test.each(['0', '-1', '1.5', '1e1', '0x10', 'ten', 'NaN', 'Infinity'])('limit=%s is refused', (limit) => {
  expect(refusal(`limit=${limit}`)).toBe(
    `limit: expected a whole number of at least 1, got ${JSON.stringify(limit)}`,
  )
})

test('a status or expansion that does not exist is refused with the ones that do', () => {
  expect(refusal('status=retired')).toBe('status: expected "active" or "deprecated", got "retired"')
  expect(refusal('expand=openapi-3.0&expand=prices')).toBe(
    'expand: expected "openapi-3.0" or "enterprise_status", got "prices"',
  )
})

test('an order, a fold or an inclusion that does not exist is refused', () => {
  expect(refusal('sort=price')).toBe(
    'sort: expected one of relevance, newest, updated, name, id, takes, returns, inputs, status, with "-" before it for the other way round, got "price"',
  )
  expect(refusal('fold=tag')).toBe('fold: expected "group", got "tag"')
  expect(refusal('include=all')).toBe('include: expected "signature" or "match", got "all"')
})

test('fifty ids are taken and fifty-one refused; the same id twice counts once', () => {
  const ids = (count: number) => Array.from({ length: count }, (_, n) => `endpoint_id=a/${n}`).join('&')
  expect(read(ids(50)).endpoint_ids).toHaveLength(50)
  expect(read(`${ids(50)}&${ids(50)}`).endpoint_ids).toHaveLength(50)
  expect(refusal(ids(51))).toBe('endpoint_id: expected at most 50 ids, got 51')
})

test('a search text beyond any sense is refused, and the message does not repeat it', () => {
  expect(refusal(`q=${'x'.repeat(501)}`)).toBe('q: expected at most 500 characters, got 501')
  expect(refusal(`status=${'x'.repeat(5000)}`).length).toBeLessThan(120)
})

test('a sort is by a key, in one direction or the other', () => {
  expect(splitSort('name')).toEqual({ key: 'name', isReversed: false })
  expect(splitSort('-name')).toEqual({ key: 'name', isReversed: true })
  for (const sort of SORTS) {
    const { key, isReversed } = splitSort(sort)
    expect(isReversed ? `-${key}` : key).toBe(sort)
  }
})

function read(text: string) {
  return readModelsQuery(new URLSearchParams(text))
}

function refusal(text: string): string {
  return refusalOf(() => read(text))
}
