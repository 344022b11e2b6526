import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeAt, pathInWords, removeAt, valueAt, type Path } from './payload.ts'

test('a value is changed, added and taken out at any depth, and nothing else', () => {
  const payload = { a: [{ b: 1 }, { b: 2 }], c: 3 }
  expect(changeAt(payload, ['a', 1, 'b'], 5)).toEqual({ a: [{ b: 1 }, { b: 5 }], c: 3 })
  expect(changeAt(payload, ['d', 'e'], 1)).toEqual({ ...payload, d: { e: 1 } })
  expect(removeAt(payload, ['a', 0])).toEqual({ a: [{ b: 2 }], c: 3 })
  expect(removeAt(payload, ['a', 0, 'b'])).toEqual({ a: [{}, { b: 2 }], c: 3 })
  expect(removeAt(payload, ['x', 'y', 0])).toEqual(payload)
  expect(payload).toEqual({ a: [{ b: 1 }, { b: 2 }], c: 3 })
})

test('what was put somewhere is there, under names of prototypes too, and nothing is polluted', () => {
  const key = fc.oneof(fc.constantFrom('__proto__', 'constructor', 'prototype', 'a', ''), fc.constantFrom(0))
  fc.assert(
    fc.property(fc.jsonValue(), fc.array(key, { minLength: 1, maxLength: 4 }), (payload, path: Path) => {
      const changed = changeAt(payload, path, 'here')
      expect(valueAt(changed, path)).toBe('here')
      // In a list, the next item moves up.
      expect(path.includes(0) || valueAt(removeAt(changed, path), path) === undefined).toBe(true)
      expect(Object.getPrototypeOf({})).toBe(Object.prototype)
      expect('here' in Object.prototype || 'a' in Object.prototype).toBe(false)
    }),
  )
})

test('paths read as programs write them', () => {
  expect(pathInWords(['loras', 0, 'scale'])).toBe('loras[0].scale')
})
