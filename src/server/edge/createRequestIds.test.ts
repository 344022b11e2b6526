import { expect, test } from 'vitest'
import { createRequestIds } from './createRequestIds.ts'

test('ids are UUIDs, and no two are the same', () => {
  const nextId = createRequestIds()
  const ids = Array.from({ length: 10_000 }, nextId)
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/)
})

test('two processes do not give the same', () => {
  const [first, second] = [createRequestIds(), createRequestIds()]
  expect(first()).not.toBe(second())
})
