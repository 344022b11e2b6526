import { expect, test } from 'vitest'
import { ariaSort, nextSort } from './tableColumns.ts'

test('a head sorts, turns the order round, and lets it go', () => {
  expect(nextSort('name', undefined)).toBe('name')
  expect(nextSort('name', 'name')).toBe('-name')
  expect(nextSort('name', '-name')).toBeUndefined()
  expect(nextSort('name', '-inputs')).toBe('name')
})

test('the order is told as it is seen: dates begin with the newest', () => {
  expect(ariaSort('name', 'name')).toBe('ascending')
  expect(ariaSort('name', '-name')).toBe('descending')
  expect(ariaSort('updated', 'updated')).toBe('descending')
  expect(ariaSort('updated', '-updated')).toBe('ascending')
  expect(ariaSort('name', 'updated')).toBeUndefined()
  expect(ariaSort('name', undefined)).toBeUndefined()
})
