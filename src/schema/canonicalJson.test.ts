import { expect, test } from 'vitest'
import { canonicalJson } from './canonicalJson.ts'

test('equal values have one text, whatever the order of their properties', () => {
  expect(canonicalJson({ b: [1, { d: 1, c: 2 }], a: 2 })).toBe(
    canonicalJson({ a: 2, b: [1, { c: 2, d: 1 }] }),
  )
  expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]))
})
