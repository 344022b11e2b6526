import { expect, test } from 'vitest'
import { ApiError, readApiError } from './apiError.ts'

test('an error survives the way over the wire', () => {
  const sent = new ApiError('not_found', 'No such model', {
    request_id: 'r-1',
    docs_url: 'https://example.com',
  })
  const received = readApiError(sent.status, JSON.parse(JSON.stringify(sent)))
  expect(received.toJSON()).toEqual(sent.toJSON())
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
