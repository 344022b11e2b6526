import { expect, test } from 'vitest'
import { createRateLimit } from './createRateLimit.ts'

test('a client may ask a minute’s worth at once, then as time fills its bucket', () => {
  const { take, wait } = limitOf(60)
  const taken = Array.from({ length: 61 }, () => take('a').isAllowed)
  expect(taken.filter(Boolean)).toHaveLength(60)
  expect(take('a')).toMatchObject({ isAllowed: false, retryAfter: 1 })
  wait(1)
  expect(take('a').isAllowed).toBe(true)
  expect(take('a').isAllowed).toBe(false)
  wait(3600)
  expect(Array.from({ length: 61 }, () => take('a').isAllowed).filter(Boolean)).toHaveLength(60)
})

test('one client does not use up what another may ask', () => {
  const { take } = limitOf(1)
  expect(take('a').isAllowed).toBe(true)
  expect(take('a').isAllowed).toBe(false)
  expect(take('b').isAllowed).toBe(true)
})

test('the headers say what is left, and when all of it is there again', () => {
  const { take, wait } = limitOf(60)
  expect(take('a').headers).toEqual({
    'RateLimit-Policy': '"default";q=60;w=60',
    RateLimit: '"default";r=59;t=1',
  })
  for (let asked = 0; asked < 9; asked++) take('a')
  expect(take('a').headers['RateLimit']).toBe('"default";r=49;t=11')
  wait(11)
  expect(take('a').headers['RateLimit']).toBe('"default";r=59;t=1')
})

test('whoever obeys Retry-After is let in', () => {
  const { take, wait } = limitOf(7)
  for (let asked = 0; asked < 7; asked++) take('a')
  for (let again = 0; again < 5; again++) {
    const refused = take('a')
    expect(refused.isAllowed).toBe(false)
    wait(refused.retryAfter)
    expect(take('a').isAllowed).toBe(true)
  }
})

test('many clients do not fill the memory: the longest silent is forgotten', () => {
  const { take } = limitOf(1)
  take('first')
  for (let client = 0; client < 50_000; client++) take(String(client))
  expect(take('49999').isAllowed).toBe(false)
  expect(take('first').isAllowed).toBe(true)
})

function limitOf(perMinute: number) {
  let now = 0
  return {
    take: createRateLimit(perMinute, 'default', () => now),
    wait: (seconds: number) => {
      now += seconds * 1000
    },
  }
}
