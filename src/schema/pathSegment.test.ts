import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalisePath, pathSegment } from './pathSegment.ts'

test.each([
  ['num_steps', 'num_steps'],
  ['a.b', 'a%2Eb'],
  ['list of numbers', 'list%20of%20numbers'],
  ['a=1&b#c', 'a%3D1%26b%23c'],
  ['ü', '%C3%BC'],
  ['', ''],
])('%s is the segment %s', (name, segment) => {
  expect(pathSegment(name)).toBe(segment)
})

test('different names are different segments, without a dot, and stay as they are in an address', () => {
  const names = fc.string({
    unit: fc.oneof(fc.string(), fc.constantFrom('.', '%', '\ud800', '\udc00', '%2E')),
  })
  fc.assert(
    fc.property(names, names, (one, other) => {
      expect(pathSegment(one) === pathSegment(other)).toBe(one === other)
      expect(pathSegment(one)).toMatch(/^[^.\s#&="<>`]*$/)
      expect(new URL(`http://a/#${pathSegment(one)}`).hash.slice(1)).toBe(pathSegment(one))
      expect(normalisePath(`input.${pathSegment(one)}`)).toBe(`input.${pathSegment(one)}`)
    }),
  )
})

test('what an address did to a path is undone', () => {
  expect(normalisePath('input.size.list of numbers')).toBe('input.size.list%20of%20numbers')
  expect(normalisePath('input.%66oo.%ff')).toBe('input.foo.%ff')
})
