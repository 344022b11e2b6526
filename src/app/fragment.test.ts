import { expect, test } from 'vitest'
import { changeFragment, readFragment } from './fragment.ts'

test('a fragment is a place and what else a link carries', () => {
  expect(readFragment('')).toEqual({ place: '', parts: new Map() })
  expect(readFragment('#output')).toEqual({ place: 'output', parts: new Map() })
  expect(readFragment('#input.loras.items&request=%7B%7D')).toEqual({
    place: 'input.loras.items',
    parts: new Map([['request', '%7B%7D']]),
  })
  expect(readFragment('request=a=b&output&other')).toEqual({
    place: 'output',
    parts: new Map([['request', 'a=b']]),
  })
})

test('a place reads as it was written, whatever an address makes of it', () => {
  expect(readFragment('#input.a b.%C3%BC').place).toBe('input.a%20b.%C3%BC')
  expect(readFragment('#input.%').place).toBe('input.%')
})

test('a change leaves the rest as it was', () => {
  expect(changeFragment('#input&request=a', { place: 'output.images' })).toBe('output.images&request=a')
  expect(changeFragment('#input', { request: 'a' })).toBe('input&request=a')
  expect(changeFragment('#input&request=a&b=c', { request: undefined })).toBe('input&b=c')
  expect(changeFragment('', { request: 'a' })).toBe('request=a')
})
