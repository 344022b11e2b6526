import { setImmediate } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { ApiError } from '#contract/apiError.ts'
import { createUpstream, type UpstreamSettings } from './createUpstream.ts'
import { FAULTS } from './faultsForTest.ts'
import { send, startUpstream } from './upstreamForTest.ts'

test('a page is asked for and read, with the key when there is one', async () => {
  const upstream = await startUpstream()
  const keys: (string | undefined)[] = []
  upstream.misbehave((_url, _response, { headers }) => void keys.push(headers.authorization))
  const { getPage } = createUpstream({ address: upstream.address, key: 'an-example-key', pause: 0 })
  const page = await getPage({ limit: 3, cursor: 'Mg' })
  await getPage({}, { key: 'key-of-a-reader' })
  expect(page.models.map(({ endpoint_id }) => endpoint_id)).toEqual([
    'maker/model-3',
    'maker/model-4',
    'maker/model-5',
  ])
  expect(upstream.asked[0]).toBe('/v1/models?limit=3&cursor=Mg')
  expect(keys).toEqual(['Key an-example-key', 'Key key-of-a-reader'])
})

test('one request at a time, and who is urgent goes first', async () => {
  const upstream = await startUpstream()
  let running = 0
  let most = 0
  upstream.misbehave((_url, response) => {
    most = Math.max(most, ++running)
    response.on('finish', () => (running -= 1))
  })
  const { getPage } = createUpstream({ address: upstream.address, pause: 5 })
  await Promise.all([
    ...['a', 'b', 'c'].map((q) => getPage({ q })),
    getPage({ q: 'urgent' }, { isUrgent: true }),
  ])
  expect(most).toBe(1)
  expect(upstream.asked.map((url) => url.split('=')[1])).toEqual(['urgent', 'a', 'b', 'c'])
})

test.each([
  ['the real one', { error: 'Too Many Requests', message: 'Rate limit exceeded' }],
  ['the documented one', { error: { type: 'rate_limited', message: 'Slow down' } }],
])(
  '429 with %s: told with its wait, and nobody who waits for an answer asks again meanwhile',
  async (_, body) => {
    const upstream = await startUpstream()
    upstream.misbehave((_url, response) => send(response, body, 429, { 'Retry-After': '30' }))
    const { getPage } = createUpstream({ address: upstream.address, pause: 0 })
    await expect(getPage({})).rejects.toMatchObject({ type: 'rate_limited', details: { retryAfter: 30 } })
    await expect(getPage({}, { isUrgent: true })).rejects.toMatchObject({ type: 'rate_limited' })
    expect(upstream.asked).toHaveLength(1)
  },
)

test('who would wait too long behind others is refused at once', async () => {
  const upstream = await startUpstream()
  upstream.misbehave(FAULTS.silence)
  const { getPage } = client(upstream, { timeout: 300 })
  const answers = await Promise.allSettled(
    Array.from({ length: 22 }, () => getPage({}, { isUrgent: true, signal: AbortSignal.timeout(200) })),
  )
  const reasons = answers.map((answer) => answer.status === 'rejected' && answer.reason.type)
  expect(reasons).toEqual([...Array(20).fill('server_error'), 'rate_limited', 'rate_limited'])
})

const NO_PAGES: [keyof typeof FAULTS, RegExp][] = [
  ['truncated JSON', /not JSON/],
  ['HTML with status 200', /not JSON/],
  ['JSON of another shape', /of another shape/],
  ['a connection that is reset', /not reached/],
  ['an HTML error', /status 502/],
  ['silence', /silent for too long/],
  ['silence in the middle', /silent for too long/],
  ['a body that does not end', /longer than 100000 bytes/],
  ['a redirect in circles', /sends us around/],
  ['a redirect to another host', /to another host/],
]

test.each(NO_PAGES)(
  '%s is told as an error of the endpoint, and the next answer is read',
  async (fault, reason) => {
    const upstream = await startUpstream()
    upstream.misbehave(FAULTS[fault])
    const timeout = fault.startsWith('silence') ? 300 : 20_000
    const { getPage } = client(upstream, { timeout, maxBytes: 100_000 })
    const error = await getPage({}).catch((error: ApiError) => error)
    expect(error).toMatchObject({ type: 'server_error', message: expect.stringMatching(reason) })
    upstream.misbehave(undefined)
    await expect.poll(async () => (await getPage({})).models.length).toBe(25)
  },
)

test('50 MB and more are not read to their end', async () => {
  const upstream = await startUpstream()
  let isCut = false
  upstream.misbehave((_url, response) => {
    const megabyte = Buffer.alloc(1_000_000, ' ')
    const writeOn = () => {
      while (!response.destroyed && response.write(megabyte)) {
        // As much as the connection takes.
      }
    }
    response.on('drain', writeOn).on('close', () => (isCut = true))
    writeOn()
    return true
  })
  await expect(client(upstream).getPage({})).rejects.toThrow(/longer than 50000000 bytes/)
  await expect.poll(() => isCut).toBe(true)
})

test('a redirect to another host is not followed, with or without a key', async () => {
  const [upstream, elsewhere] = [await startUpstream(), await startUpstream()]
  upstream.misbehave((_url, response) => {
    response.writeHead(302, { Location: `${elsewhere.address}/models` }).end()
    return true
  })
  for (const key of ['an-example-key', undefined]) {
    await expect(client(upstream, { key }).getPage({})).rejects.toThrow(/another host/)
  }
  expect(elsewhere.asked).toEqual([])
})

test('a redirect within the host is followed', async () => {
  const upstream = await startUpstream()
  upstream.misbehave((url, response) => {
    if (url.searchParams.has('moved')) return undefined
    response.writeHead(307, { Location: '/v1/models?moved&limit=2' }).end()
    return true
  })
  expect((await client(upstream).getPage({})).models).toHaveLength(2)
})

test('models without metadata, or with fields of wrong types, are read as far as they go', async () => {
  const upstream = await startUpstream()
  upstream.misbehave((_url, response) =>
    send(response, {
      models: [
        { endpoint_id: 'a/bare' },
        { endpoint_id: 'a/wrong', metadata: 'none' },
        { endpoint_id: 42 },
        { endpoint_id: 'a/list', openapi: ['no document'] },
      ],
    }),
  )
  const { models } = await client(upstream).getPage({})
  expect(models.map(({ endpoint_id }) => endpoint_id)).toEqual(['a/bare', 'a/wrong', 'a/list'])
})

function client({ address }: { address: string }, settings: Partial<UpstreamSettings> = {}) {
  return createUpstream({ address, pause: 0, ...settings })
}

test.each([
  ['an id that leads elsewhere', '"endpoint_id":"maker/../../x"'],
  ['an id that no address can hold', '"endpoint_id":"maker/\\ud800"'],
  ['an id that every object has', '"endpoint_id":"__proto__"'],
  ['depths', `"endpoint_id":"maker/deep","metadata":{"tags":${'['.repeat(9000)}${']'.repeat(9000)}}`],
])('a record with %s costs no other', async (_, record) => {
  const upstream = await startUpstream()
  upstream.misbehave((_url, response) => {
    response.end(`{"models":[{${record}},{"endpoint_id":"maker/good.v1%2f~x"}]}`)
    return true
  })
  const { models } = await createUpstream({ address: upstream.address }).getPage({})
  expect(models).toEqual([{ endpoint_id: 'maker/good.v1%2f~x' }])
})

test('a clock that is put back keeps nobody waiting', async () => {
  const upstream = await startUpstream()
  const { getPage } = createUpstream({ address: upstream.address, pause: 5 })
  await Promise.all([getPage({}), getPage({})])
  await setImmediate()
  putBack(3_600_000)
  await expect(getPage({})).resolves.toHaveProperty('models')
})

function putBack(time: number) {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - time })
  onTestFinished(() => void vi.useRealTimers())
}
