import { expect, test } from 'vitest'
import { chooseEncoding } from './chooseEncoding.ts'

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['GZIP', 'gzip'],
  ['x-gzip', 'gzip'],
  ['br;q=0.5, gzip;q=0.8', 'gzip'],
  ['br;q=0, gzip;q=0', 'identity'],
  ['br; q=0, *', 'gzip'],
  ['*', 'br'],
  ['*;q=0', 'identity'],
  ['gzip;q=0.5, identity', 'identity'],
  ['identity;q=0.5, gzip;q=0.7', 'gzip'],
  ['zstd, deflate', 'identity'],
])('"%s" prefers %s', (header, encoding) => {
  expect(chooseEncoding(header)).toBe(encoding)
})
