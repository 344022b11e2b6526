import { ApiError } from './apiError.ts'

/** For tests: the message with which something is refused as a `validation_error`, or `accepted`. */
export function refusalOf(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    if (error instanceof ApiError && error.type === 'validation_error') return error.message
  }
  return 'accepted'
}
