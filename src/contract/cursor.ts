import { ApiError } from './apiError.ts'

/** The cursor of a page, counted from 1: base64 of its number, padded as documented (`Mg==` is page 2). */
export function writeCursor(page: number): string {
  return btoa(String(page))
}

/**
 * The page number in a cursor. Padding may be missing, as it is in the live endpoint's own cursors.
 * Throws a `validation_error` for text that we never issued.
 */
export function readCursor(cursor: string): number {
  const page = decode(cursor.replace(/=+$/, ''))
  if (!/^[1-9]\d{0,8}$/.test(page)) {
    throw new ApiError('validation_error', 'cursor: expected the next_cursor of an earlier answer')
  }
  return Number(page)
}

function decode(base64: string): string {
  try {
    return atob(base64)
  } catch {
    return ''
  }
}
