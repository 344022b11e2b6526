import { expect, test } from 'vitest'
import { ApiError } from './apiError.ts'
import { readCursor, writeCursor } from './cursor.ts'

test('page 2 is the documented Mg==', () => {
  expect(writeCursor(2)).toBe('Mg==')
})

test.each([1, 2, 10, 99, 100, 123_456_789])('the cursor of page %i leads back to it', (page) => {
  expect(readCursor(writeCursor(page))).toEqual({ page })
})

test.each(['Mg', 'Mg=', 'Mg=='])('padding may be missing, as the live endpoint leaves it: %s', (cursor) => {
  expect(readCursor(cursor)).toEqual({ page: 2 })
})

test('a cursor knows the edition that it is of', () => {
  expect(readCursor(writeCursor(7, 'k3f9'))).toEqual({ page: 7, edition: 'k3f9' })
})

test.each(['abc', 'MkA=', 'MkDDvA==', 'MA==', 'LTE=', 'MWUx', 'MS41', '2', '%%%', 'üü', 'OTk5OTk5OTk5OTk5'])(
  'text that is no cursor of ours is refused: %s',
  (cursor) => {
    expect(() => readCursor(cursor)).toThrow(ApiError)
  },
)
