import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import { createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createPictureFetcher, type FetcherOptions, NoPictureError } from './fetchPicture.ts'
import { startHost } from './picturesForTest.ts'

const PICTURE = Buffer.from('of a river')

test('a picture comes as it is, and its host learns nothing of us', async () => {
  let told: IncomingHttpHeaders = {}
  const { origin } = await startHost({
    '/river': (response, { headers }) => {
      told = headers
      response.end(PICTURE)
    },
  })
  expect(await fetchFrom(origin, '/river')).toEqual(PICTURE)
  expect(told).toEqual({
    host: new URL(origin).host,
    accept: expect.stringContaining('image/webp'),
    'user-agent': 'model-browser',
    connection: expect.any(String),
  })
})

test('redirects are followed, a few', async () => {
  const { origin, asked } = await startHost({
    '/one': redirectTo('/two'),
    '/two': redirectTo('three'),
    '/three': redirectTo('/river'),
    '/around': redirectTo('/around'),
    '/river': PICTURE,
  })
  expect(await fetchFrom(origin, '/one')).toEqual(PICTURE)
  asked.length = 0
  await expect(fetchFrom(origin, '/around')).rejects.toThrow('redirected too often')
  expect(asked).toHaveLength(4)
})

test.each(['http:', 'https:'])(
  'a redirect to another host in a private network, over %s, is refused',
  async (protocol) => {
    const inside = await startHost({ '/river': PICTURE })
    const { origin } = await startHost({
      '/river': redirectTo(`${inside.origin.replace('http:', protocol)}/river`),
    })
    await expect(fetchFrom(origin, '/river')).rejects.toThrow(NoPictureError)
    expect(inside.asked).toEqual([])
  },
)

test('who is trusted is asked only when the catalogue says so, not when somebody else does', async () => {
  const { origin, asked } = await startHost({ '/river': PICTURE })
  const other = await startHost({ '/river': redirectTo(`${origin}/river`) })
  await expect(fetchPicture(`${other.origin}/river`, { trusted: origin })).rejects.toThrow('not over TLS')
  expect(asked).toEqual([])
})

test.each([
  ['http://pictures.example/river', 'not over TLS'],
  ['ftp://pictures.example/river', 'not over TLS'],
  ['https://me:secret@pictures.example/river', 'wants a name'],
  ['https://127.0.0.1/river', 'not on the internet'],
  ['https://2130706433/river', 'not on the internet'],
  ['https://0x7f.1/river', 'not on the internet'],
  ['https://169.254.169.254/latest/meta-data', 'not on the internet'],
  ['https://[::1]/river', 'not on the internet'],
  ['https://[::ffff:10.0.0.1]/river', 'not on the internet'],
  ['https://localhost/river', 'not on the internet'],
])('%s is never asked', async (address, reason) => {
  const refusal = await fetchPicture(address).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(NoPictureError)
  expect(refusal).toMatchObject({ message: expect.stringContaining(reason) })
})

test('the connection goes to the very address that was looked up', async () => {
  const hello = new Promise<string>((resolve) => {
    const server = createServer((socket) => {
      socket.once('data', (bytes) => {
        resolve(bytes.toString('latin1'))
        socket.destroy()
      })
    }).listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' ? address?.port : 0
      const looked = fetchPicture(`https://pictures.example:${port}/river`, {
        lookup: (_, { all }, done) =>
          all ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4),
      })
      looked.catch(() => undefined)
    })
    onTestFinished(() => void server.close())
  })
  // In the clear, as TLS begins.
  expect(await hello).toContain('pictures.example')
})

test('what is too long is left as soon as that is known', async () => {
  const { origin } = await startHost({
    '/just': Buffer.alloc(1000),
    '/endless': (response) => {
      const more = setInterval(() => response.write(Buffer.alloc(100)), 1)
      response.on('close', () => clearInterval(more))
    },
  })
  expect(await fetchFrom(origin, '/just', { maxBytes: 1000 })).toHaveLength(1000)
  await expect(fetchFrom(origin, '/endless', { maxBytes: 1000 })).rejects.toThrow('longer than 1000 bytes')
})

test.each<[string, (response: ServerResponse) => void]>([
  ['at the beginning', () => {}],
  ['in the middle', (response) => response.write('of a')],
])('a host that falls silent %s is left after a while', async (_, respond) => {
  const { origin } = await startHost({ '/river': respond })
  const failure = await fetchFrom(origin, '/river', { timeout: 50 }).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(Error)
  expect(failure).not.toBeInstanceOf(NoPictureError)
})

test('what a host does not have is no failure of the host, what it fails to give is', async () => {
  const { origin } = await startHost({
    '/failing': (response) => response.writeHead(503).end(),
    '/busy': (response) => response.writeHead(429).end(),
    '/torn': (response) => {
      response.writeHead(200, { 'Content-Length': '100' }).write('of a')
      setImmediate(() => response.destroy())
    },
  })
  await expect(fetchFrom(origin, '/none')).rejects.toThrow(NoPictureError)
  for (const path of ['/failing', '/busy', '/torn']) {
    const failure = await fetchFrom(origin, path).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(Error)
    expect(failure).not.toBeInstanceOf(NoPictureError)
  }
})

/** From the host that is trusted. */
function fetchFrom(origin: string, path: string, options: Partial<FetcherOptions> = {}) {
  return fetchPicture(origin + path, { trusted: origin, ...options })
}

function fetchPicture(address: string, options: Partial<FetcherOptions> = {}) {
  const fetchPicture = createPictureFetcher({ trusted: 'https://api.example', ...options })
  return fetchPicture(address, new AbortController().signal)
}

function redirectTo(Location: string) {
  return (response: ServerResponse) => response.writeHead(302, { Location }).end()
}
