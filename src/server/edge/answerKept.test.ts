import { request } from 'node:http'
import { brotliDecompressSync } from 'node:zlib'
import { expect, onTestFinished, test, vi } from 'vitest'
import { ApiErrorEnvelope } from '#contract/apiError.ts'
import { createCatalogue } from '#server/catalogue/createCatalogue.ts'
import { exampleModel } from '#server/catalogue/exampleModel.ts'
import { type AppOptions, createApp } from '#server/createApp.ts'
import { listen } from '#server/listen.ts'
import type { AnsweredRequest } from './createEdge.ts'

const MODELS = Array.from({ length: 20 }, (_, number) => exampleModel(`a/model-${number}`))
const SOURCE = createCatalogue(MODELS, { kind: 'embedded', name: 'example', as_of: '2026-04-22' })
const KEY = 'an-example-of-a-key'
const BR = { 'Accept-Encoding': 'br' }

test('an answer given again differs from the first in nothing but its own id', async () => {
  const ask = await serve()
  const [first, second] = [await ask('/v1/models', BR), await ask('/v1/models', BR)]
  expect(second.status).toBe(200)
  expect(second.body.equals(first.body)).toBe(true)
  expect(brotliDecompressSync(second.body).toString()).toContain('a/model-19')
  expect(second.headers['x-request-id']).toMatch(/^[\da-f-]{36}$/)
  expect(second.headers['x-request-id']).not.toBe(first.headers['x-request-id'])
  expect(withoutIdAndDate(second.headers)).toEqual(withoutIdAndDate(first.headers))
  expect(second.headers).toMatchObject({ 'access-control-allow-origin': '*', vary: 'Accept-Encoding' })
})

test('each encoding, HEAD and 304 are what they are the first time', async () => {
  const ask = await serve()
  const { headers } = await ask('/v1/models')
  for (const more of [BR, { 'Accept-Encoding': 'gzip' }, {}, { 'If-None-Match': String(headers['etag']) }]) {
    const fresh = await (await serve())('/v1/models', more)
    for (const again of [await ask('/v1/models', more), await ask('/v1/models', more)]) {
      expect(again.status).toBe(fresh.status)
      expect(again.body.equals(fresh.body)).toBe(true)
      expect(withoutIdAndDate(again.headers)).toEqual(withoutIdAndDate(fresh.headers))
    }
  }
  const head = await ask('/v1/models', {}, 'HEAD')
  expect(head.body).toHaveLength(0)
  expect(head.headers['content-length']).toBe(headers['content-length'])
})

test('no part of an answer is given, whatever Range says', async () => {
  const ask = await serve()
  const whole = await ask('/v1/models')
  const ranged = await ask('/v1/models', { Range: 'bytes=0-9' })
  expect([ranged.status, ranged.body.length]).toEqual([200, whole.body.length])
})

test('it counts against the limit, and beyond that is refused in the envelope', async () => {
  const ask = await serve({ admission: { rateLimit: 3, apiKeys: [] } })
  const left = []
  for (let asked = 0; asked < 3; asked++) left.push((await ask('/v1/models')).headers['ratelimit'])
  expect(left).toEqual(['"default";r=2;t=20', '"default";r=1;t=40', '"default";r=0;t=60'])
  const refused = await ask('/v1/models')
  const { error } = ApiErrorEnvelope.parse(JSON.parse(refused.body.toString()))
  expect(refused.status).toBe(429)
  expect(error).toMatchObject({ type: 'rate_limited', request_id: refused.headers['x-request-id'] })
})

test('keys are looked at as ever: an unknown one is refused, a known one has a limit of its own', async () => {
  const ask = await serve({ admission: { rateLimit: 2, apiKeys: [KEY] } })
  await ask('/v1/models')
  await ask('/v1/models')
  const statuses = []
  for (const key of [undefined, 'Key another-example-key', 'Bearer x', `Key ${KEY}`]) {
    statuses.push((await ask('/v1/models', key === undefined ? {} : { Authorization: key })).status)
  }
  expect(statuses).toEqual([429, 401, 401, 200])
})

test('behind a proxy readers are told apart, and TLS is kept to', async () => {
  const ask = await serve({ admission: { rateLimit: 1, apiKeys: [] }, trustedProxies: 1 })
  const from = async (address: string) =>
    ask('/v1/models', { 'X-Forwarded-For': address, 'X-Forwarded-Proto': 'https' })
  const answers = [await from('192.0.2.1'), await from('192.0.2.2'), await from('192.0.2.2')]
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 429])
  expect(answers[1]?.headers['strict-transport-security']).toMatch(/^max-age=\d{8}/)
})

test('each is told of once, with its status and without its query, and a log that fails does no harm', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const told: AnsweredRequest[] = []
  const ask = await serve({
    observe(request) {
      told.push(request)
      throw new Error('disk full')
    },
  })
  const first = await ask('/v1/models?q=model')
  const tag = { 'If-None-Match': String(first.headers['etag']) }
  const answers = [first, await ask('/v1/models?q=model'), await ask('/v1/models?q=model', tag)]
  expect(told.map(({ method, path, status }) => [method, path, status])).toEqual([
    ['GET', '/v1/models', 200],
    ['GET', '/v1/models', 200],
    ['GET', '/v1/models', 304],
  ])
  expect(told.map(({ id }) => id)).toEqual(answers.map(({ headers }) => headers['x-request-id']))
  log.mockRestore()
})

/** Asks a server over the wire, as `fetch` would not: with the bytes as they come. */
async function serve(options: AppOptions = {}) {
  const { url, close } = await listen(createApp(SOURCE, options), { host: '127.0.0.1', port: 0 })
  onTestFinished(close)
  return (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<Answered>((resolve, reject) => {
      request(`${url}${path}`, { headers, method, agent: false }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({
            status: response.statusCode,
            headers: response.headers,
            body: Buffer.concat(chunks),
          }),
        )
      })
        .on('error', reject)
        .end()
    })
}

type Answered = { status: number | undefined; headers: NodeJS.Dict<string | string[]>; body: Buffer }

function withoutIdAndDate({ 'x-request-id': _id, date: _date, ...headers }: Answered['headers']) {
  return headers
}
