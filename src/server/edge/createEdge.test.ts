import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { expect, test, vi } from 'vitest'
import { ApiErrorEnvelope } from '#contract/apiError.ts'
import { createAnswerCache } from '#server/answerCache.ts'
import type { AnswerEnv } from '#server/AnswerEnv.ts'
import { createCatalogue } from '#server/catalogue/createCatalogue.ts'
import { exampleModel } from '#server/catalogue/exampleModel.ts'
import { type AppOptions, createApp } from '#server/createApp.ts'
import { type AnsweredRequest, createEdge } from './createEdge.ts'

const SOURCE = createCatalogue([exampleModel('a/red')], {
  kind: 'embedded',
  name: 'example 1.0',
  as_of: '2026-04-22',
})
const APP = mkdtempSync(join(tmpdir(), 'app-'))
mkdirSync(join(APP, 'assets'))
writeFileSync(join(APP, 'index.html'), '<!doctype html><title>The app</title>')
writeFileSync(join(APP, 'assets', 'app.js'), 'export {}')

const KEY = 'an-example-of-a-key'

test.each([
  '/',
  '/models/a/red',
  '/models/a/none',
  '/models/a/red.md',
  '/assets/app.js',
  '/assets/none.js',
  '/thumbnails/a/red.svg',
  '/thumbnails/none',
  '/changes.atom',
  '/llms.txt',
  '/v1/models',
  '/v1/none',
  '/v1/models?limit=0',
  '/healthz',
  '/readyz',
  '/metrics',
])('the answer of %s has an id of its own and may not be taken for another type', async (path) => {
  const ask = appWith({ readMetrics: async () => '' })
  const [first, second] = [await ask(path), await ask(path)]
  expect(first.headers.get('X-Request-Id')).toMatch(/^[\da-f-]{36}$/)
  expect(second.headers.get('X-Request-Id')).not.toBe(first.headers.get('X-Request-Id'))
  expect(first.headers.get('X-Content-Type-Options')).toBe('nosniff')
})

test('more than the limit is refused in the documented envelope, also for pages of other origins', async () => {
  const ask = appWith({ admission: { rateLimit: 2, apiKeys: [] } })
  expect((await ask('/v1/models')).headers.get('RateLimit')).toBe('"default";r=1;t=30')
  expect((await ask('/v1/models?limit=0')).headers.get('RateLimit')).toBe('"default";r=0;t=60')
  const refused = await ask('/v1/models')
  const { error } = ApiErrorEnvelope.parse(await refused.json())
  expect(refused.status).toBe(429)
  expect(error).toMatchObject({ type: 'rate_limited', request_id: refused.headers.get('X-Request-Id') })
  expect(refused.headers.get('Retry-After')).toBe('30')
  expect(refused.headers.get('RateLimit-Policy')).toBe('"default";q=2;w=60')
  expect(refused.headers.get('Access-Control-Allow-Origin')).toBe('*')
  expect(refused.headers.get('Access-Control-Expose-Headers')).toContain('Retry-After')
})

test('files do not count, nor does what a supervisor asks; pages and feeds do', async () => {
  const ask = appWith({ admission: { rateLimit: 1, apiKeys: [] } })
  for (const path of ['/assets/app.js', '/healthz', '/readyz']) {
    expect((await ask(path)).headers.get('RateLimit')).toBeNull()
  }
  expect((await ask('/llms.txt')).status).toBe(200)
  const page = await ask('/')
  expect(page.status).toBe(429)
  expect(page.headers.get('Content-Type')).toMatch('text/plain')
  expect((await ask('/assets/app.js')).status).toBe(200)
})

test('whoever may ask for lists may have all of their pictures, which have a limit of their own', async () => {
  const ask = appWith({ admission: { rateLimit: 2, apiKeys: [] } })
  const picture = async (address?: string) => (await ask('/thumbnails/a/red.svg', {}, address)).status
  for (let list = 0; list < 2; list++) {
    expect((await ask('/v1/models')).status).toBe(200)
    const statuses = await Promise.all(Array.from({ length: 48 }, () => picture()))
    expect(new Set(statuses)).toEqual(new Set([200]))
  }
  expect((await ask('/v1/models')).status).toBe(429)
  const last = await ask('/thumbnails/a/red.svg')
  expect(last.headers.get('RateLimit-Policy')).toBe('"pictures";q=100;w=60')
  while ((await picture()) === 200);
  expect(await picture()).toBe(429)
  expect(await picture('192.0.2.9')).toBe(200)
})

test('clients are told apart by address, and in IPv6 by network', async () => {
  const ask = appWith({ admission: { rateLimit: 1, apiKeys: [] } })
  const from = async (address: string) => (await ask('/v1/models', {}, address)).status
  expect(await from('192.0.2.1')).toBe(200)
  expect(await from('192.0.2.2')).toBe(200)
  expect(await from('::ffff:192.0.2.2')).toBe(429)
  expect(await from('2001:db8::1')).toBe(200)
  expect(await from('2001:db8::2:3:4:5')).toBe(429)
  expect(await from('2001:db8:0:1::1')).toBe(200)
})

test('of X-Forwarded-For counts what the trusted proxies wrote, and nothing without them', async () => {
  const statuses = async (options: AppOptions, addresses: string[]) => {
    const ask = appWith({ admission: { rateLimit: 1, apiKeys: [] }, ...options })
    const answers = []
    for (const address of addresses)
      answers.push((await ask('/v1/models', { 'X-Forwarded-For': address })).status)
    return answers
  }
  expect(await statuses({}, ['192.0.2.1', '192.0.2.2'])).toEqual([200, 429])
  const behindOne = { trustedProxies: 1 }
  expect(await statuses(behindOne, ['192.0.2.1', '192.0.2.2', '198.51.100.7, 192.0.2.2'])).toEqual([
    200, 200, 429,
  ])
  expect(await statuses({ trustedProxies: 2 }, ['192.0.2.1, 10.0.0.1', '192.0.2.2, 10.0.0.1'])).toEqual([
    200, 200,
  ])
  // What is no address says nothing: the proxy's own counts.
  expect(await statuses(behindOne, ['nonsense', 'other nonsense'])).toEqual([200, 429])
})

test('a key of ours allows ten times as much, any other is refused, and none is needed', async () => {
  const ask = appWith({ admission: { rateLimit: 1, apiKeys: [KEY] } })
  const withKey = (key: string) => ask('/v1/models', { Authorization: `Key ${key}` })
  const statuses = []
  for (let asked = 0; asked < 11; asked++) statuses.push((await withKey(KEY)).status)
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 429])
  const unknown = await withKey('another-example-key')
  expect(unknown.status).toBe(401)
  const answer = await unknown.text()
  expect(ApiErrorEnvelope.parse(JSON.parse(answer)).error.type).toBe('authorization_error')
  expect(answer).not.toContain('another-example-key')
  expect((await ask('/v1/models')).status).toBe(200)
})

test('where there are no keys of ours, any will do and allows no more', async () => {
  const ask = appWith({ admission: { rateLimit: 1, apiKeys: [] } })
  expect((await ask('/v1/models', { Authorization: 'Key some:thing' })).status).toBe(200)
  expect((await ask('/v1/models', { Authorization: 'Key an:other' })).status).toBe(429)
})

test('an address that is too long is refused', async () => {
  const response = await appWith({})(`/v1/models?q=${'a'.repeat(70_000)}`)
  expect(response.status).toBe(400)
  expect(ApiErrorEnvelope.parse(await response.json()).error.message).toContain('65536')
})

test('a browser that came by TLS is told to stay with it, by a proxy only when that is trusted', async () => {
  const proxied = { 'X-Forwarded-Proto': 'https' }
  expect((await appWith({})('/', proxied)).headers.get('Strict-Transport-Security')).toBeNull()
  const behind = await appWith({ trustedProxies: 1 })('/', proxied)
  expect(behind.headers.get('Strict-Transport-Security')).toMatch(/^max-age=\d{8}/)
  const direct = await createApp(SOURCE).request('https://localhost/v1/models')
  expect(direct.headers.get('Strict-Transport-Security')).toMatch(/^max-age=\d{8}/)
})

test('each request is told of once, with its status, and without its query', async () => {
  const told: AnsweredRequest[] = []
  const ask = appWith({ observe: (request) => told.push(request), admission: { rateLimit: 3, apiKeys: [] } })
  const answers = [
    await ask('/v1/models?q=secret', { Authorization: 'Key se:cret' }),
    await ask('/v1/models?endpoint_id=secret'),
    await ask('/nowhere.js?secret'),
    await ask('/v1/models'),
  ]
  expect(told.map(({ path, status }) => [path, status])).toEqual([
    ['/v1/models', 200],
    ['/v1/models', 404],
    ['/nowhere.js', 404],
    ['/v1/models', 429],
  ])
  expect(told.map(({ id }) => id)).toEqual(answers.map(({ headers }) => headers.get('X-Request-Id')))
  expect(JSON.stringify(told)).not.toMatch(/secret|se:cret/)
})

test('a failure is told of too', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const told: AnsweredRequest[] = []
  const find = () => Promise.reject(new Error('secret of the house'))
  const app = createApp({ ...SOURCE, find }, { observe: (request) => told.push(request) })
  for (const path of ['/v1/models', '/llms.txt']) {
    const response = await app.request(path)
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('secret')
  }
  expect(told.map(({ status }) => status)).toEqual([500, 500])
  log.mockRestore()
})

test('whatever the app does not answer for is told to the log alone, and answered in the envelope', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const told: AnsweredRequest[] = []
  const app = new Hono<AnswerEnv>()
    .get('*', () => {
      throw new Error('secret of the house')
    })
    .onError((error) => {
      throw error
    })
  const { fetch } = createEdge(app, createAnswerCache(), { observe: (one) => told.push(one) })
  const response = await fetch(new Request('http://localhost/v1/models'))
  const { error } = ApiErrorEnvelope.parse(await response.json())
  expect(response.status).toBe(500)
  expect(error).toMatchObject({ type: 'server_error', request_id: response.headers.get('X-Request-Id') })
  expect(JSON.stringify(error)).not.toContain('secret')
  expect(log).toHaveBeenCalledWith(
    expect.anything(),
    expect.objectContaining({ message: 'secret of the house' }),
  )
  expect(told).toMatchObject([{ status: 500, id: error.request_id }])
  log.mockRestore()
})

test('what is thrown need not be an error', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const app = createApp({ ...SOURCE, find: () => Promise.reject(null) })
  const response = await app.request('/v1/models')
  expect(response.status).toBe(500)
  expect(ApiErrorEnvelope.parse(await response.json()).error.type).toBe('server_error')
  log.mockRestore()
})

test('a log that fails keeps no answer from its reader', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const observe = () => {
    throw new Error('disk full')
  }
  const response = await appWith({ observe })('/v1/models')
  expect(response.status).toBe(200)
  expect(log).toHaveBeenCalledWith(expect.anything(), expect.objectContaining({ message: 'disk full' }))
  log.mockRestore()
})

function appWith(options: AppOptions) {
  const app = createApp(SOURCE, { appDirectory: APP, ...options })
  return (path: string, headers: Record<string, string> = {}, address = '192.0.2.99') =>
    Promise.resolve(app.request(path, { headers }, { address }))
}
