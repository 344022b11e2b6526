import { expect, test } from 'vitest'
import { readApiError } from './apiError.ts'

test('an error in the documented envelope is read whole', () => {
  const error = {
    type: 'not_found',
    message: 'No such model',
    docs_url: 'https://example.com',
    request_id: 'r-1',
  } as const
  const { type, message, details } = readApiError(404, { error })
  expect({ type, message, ...details }).toEqual(error)
})

test("the live endpoint's own 429 is understood, with the seconds to wait", () => {
  const error = readApiError(429, { error: 'Too Many Requests', message: 'Rate limit exceeded' }, '17')
  expect(error).toMatchObject({
    type: 'rate_limited',
    message: 'Rate limit exceeded',
    details: { retryAfter: 17 },
  })
})

test.each([
  [500, '<html>', 'server_error'],
  [502, undefined, 'server_error'],
  [404, {}, 'not_found'],
  [418, null, 'validation_error'],
])('status %i with an unknown body %j is a %s', (status, answer, type) => {
  expect(readApiError(status, answer).type).toBe(type)
})
