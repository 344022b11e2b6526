import { ApiError } from './apiError.ts'

/** A page, counted from 1, and of a catalogue that changes the edition that it is a page of. */
export type CursorPlace = { page: number; edition?: string }

/** The cursor of a page: base64 of its number, padded as documented (`Mg==` is page 2), with its edition behind an `@`. */
export function writeCursor(page: number, edition?: string): string {
  return btoa(edition === undefined ? String(page) : `${page}@${edition}`)
}

/**
 * What a cursor leads to. Padding may be missing, as it is in the live endpoint's own cursors.
 * Throws a `validation_error` for text that we never issued.
 */
export function readCursor(cursor: string): CursorPlace {
  const [, page, edition] =
    /^([1-9]\d{0,8})(?:@([a-z0-9]{1,16}))?$/.exec(decode(cursor.replace(/=+$/, ''))) ?? []
  if (page === undefined) {
    throw new ApiError('validation_error', 'cursor: expected the next_cursor of an earlier answer')
  }
  return { page: Number(page), ...(edition !== undefined && { edition }) }
}

function decode(base64: string): string {
  try {
    return atob(base64)
  } catch {
    return ''
  }
}
