import { expect, test } from 'vitest'
import type { ApiError } from '#contract/apiError.ts'
import { createUpstream, type UpstreamSettings } from './createUpstream.ts'
import { type Misbehaviour, send, startUpstream } from './upstreamForTest.ts'

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

const NO_PAGES: [string, RegExp, Misbehaviour][] = [
  ['truncated JSON', /not JSON/, (_, response) => void response.end('{"models":[{"endpoint_id":"a/')],
  ['HTML with status 200', /not JSON/, (_, response) => void response.end('<!doctype html>')],
  ['JSON of another shape', /of another shape/, (_, response) => send(response, { items: [] })],
  ['a connection that is reset', /not reached/, (_, response) => void response.socket?.destroy()],
  ['an HTML error', /status 502/, (_, response) => void response.writeHead(502).end('<h1>Bad')],
  ['silence', /silent for too long/, () => true],
  [
    'silence in the middle of a body',
    /silent for too long/,
    (_, response) => void response.write('{"models":['),
  ],
  [
    'a body that does not end',
    /longer than 100000 bytes/,
    (_, response) => {
      const more = setInterval(() => response.write('x'.repeat(50_000)), 1)
      response.on('close', () => clearInterval(more))
      return true
    },
  ],
  [
    'a redirect in circles',
    /sends us around/,
    (url, response) => {
      response.writeHead(302, { Location: url.pathname }).end()
      return true
    },
  ],
]

test.each(NO_PAGES)(
  '%s is told as an error of the endpoint, and the next answer is read',
  async (_, reason, how) => {
    const upstream = await startUpstream()
    upstream.misbehave((...request) => {
      how(...request)
      return true
    })
    const { getPage } = createUpstream({
      address: upstream.address,
      pause: 0,
      timeout: 300,
      maxBytes: 100_000,
    })
    const error = await getPage({}).catch((error: ApiError) => error)
    expect(error).toMatchObject({ type: 'server_error', message: expect.stringMatching(reason) })
    upstream.misbehave(undefined)
    expect((await getPage({})).models).toHaveLength(25)
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
