import { expect, test } from 'vitest'
import { ApiError } from '#contract/apiError.ts'
import { createUpstream } from './createUpstream.ts'
import { persist } from './persist.ts'
import { send, startUpstream } from './upstreamForTest.ts'

const PATIENCE = { attempts: 3, firstWait: 1 }

test('after a refusal it is asked again no sooner than the endpoint wants', async () => {
  const upstream = await startUpstream()
  const times: number[] = []
  upstream.misbehave((_url, response) => {
    times.push(performance.now())
    return times.length === 1 ? send(response, {}, 429, { 'Retry-After': '1' }) : undefined
  })
  const { getPage } = createUpstream({ address: upstream.address, pause: 0 })
  const { models } = await persist(() => getPage({}), PATIENCE)
  expect(models).toHaveLength(25)
  const [first = 0, second = 0] = times
  expect(second - first).toBeGreaterThanOrEqual(999)
})

test('what may pass is tried as often as patience lasts', async () => {
  let attempts = 0
  const act = () => Promise.reject(new ApiError('server_error', `Attempt ${++attempts}`))
  await expect(persist(act, PATIENCE)).rejects.toThrow('Attempt 3')
})

test('what will not pass is tried once', async () => {
  let attempts = 0
  const act = () => Promise.reject(new ApiError('authorization_error', `Attempt ${++attempts}`))
  await expect(persist(act, PATIENCE)).rejects.toThrow('Attempt 1')
})
