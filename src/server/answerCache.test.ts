import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Context } from 'hono'
import { expect, test } from 'vitest'
import { type AnswerCache, createAnswerCache } from './answerCache.ts'
import type { AnswerContext, Visit } from './AnswerEnv.ts'
import type { Answer, Sent, Wishes } from './keptAnswer.ts'

const LONG = 'a long text '.repeat(500)

test('an answer is made once, also for those who ask while it is being made', async () => {
  const answers = createAnswerCache()
  let made = 0
  const make = async () => text(`made ${++made} times`)
  const bodies = await Promise.all(
    [1, 2, 3].map(async () => (await answers.respond(ask(), 'key', make)).text()),
  )
  bodies.push(await (await answers.respond(ask(), 'key', make)).text())
  expect(new Set(bodies)).toEqual(new Set(['made 1 times']))
})

test.each([
  ['br', brotliDecompressSync],
  ['gzip', gunzipSync],
])('%s holds the same bytes and says its length', async (encoding, decompress) => {
  const response = await createAnswerCache().respond(ask({ 'Accept-Encoding': encoding }), 'key', () =>
    text(LONG),
  )
  const body = await response.arrayBuffer()
  expect(response.headers.get('Content-Encoding')).toBe(encoding)
  expect(response.headers.get('Content-Length')).toBe(String(body.byteLength))
  expect(response.headers.get('Vary')).toBe('Accept-Encoding')
  expect(decompress(body).toString()).toBe(LONG)
})

test('what would not get smaller is not compressed', async () => {
  const answers = createAnswerCache()
  const short = await answers.respond(ask({ 'Accept-Encoding': 'br' }), 'short', () => text('short'))
  const picture = { ...text(LONG), contentType: 'image/png' }
  const binary = await answers.respond(ask({ 'Accept-Encoding': 'br' }), 'picture', () => picture)
  expect(short.headers.has('Content-Encoding')).toBe(false)
  expect(binary.headers.has('Content-Encoding')).toBe(false)
})

test('whoever has the answer already gets 304 without a body', async () => {
  const answers = createAnswerCache()
  const first = await answers.respond(ask(), 'key', () => text(LONG))
  const etag = first.headers.get('ETag') ?? ''
  for (const tags of [etag, `"other", ${etag}`, etag.replace('W/', ''), '*']) {
    const again = await answers.respond(ask({ 'If-None-Match': tags }, { 'X-Own': 'yes' }), 'key', () =>
      text(LONG),
    )
    expect(again.status).toBe(304)
    expect(again.headers.get('ETag')).toBe(etag)
    expect(again.headers.get('X-Own')).toBe('yes')
    expect(await again.text()).toBe('')
  }
  const other = await answers.respond(ask({ 'If-None-Match': '"other"' }), 'key', () => text(LONG))
  expect(other.status).toBe(200)
})

test('different answers have different tags', async () => {
  const answers = createAnswerCache()
  const one = await answers.respond(ask(), 'one', () => text('one'))
  const two = await answers.respond(ask(), 'two', () => text('two'))
  expect(one.headers.get('ETag')).not.toBe(two.headers.get('ETag'))
})

test('a failure is not kept', async () => {
  const answers = createAnswerCache()
  await expect(answers.respond(ask(), 'key', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await (await answers.respond(ask(), 'key', () => text('yes'))).text()).toBe('yes')
})

test('however many answers there are, their bytes stay under the bound', async () => {
  const answers = createAnswerCache(100_000)
  for (let number = 0; number < 200; number++) {
    const request = ask({ 'Accept-Encoding': number % 2 === 0 ? 'br' : 'gzip' })
    await answers.respond(request, `key ${number}`, () => text(LONG))
    expect(answers.bytes).toBeLessThanOrEqual(100_000)
  }
  expect(answers.bytes).toBeGreaterThan(50_000)
})

test('the longest unused answer goes first', async () => {
  const answers = createAnswerCache(20_000)
  const remade: string[] = []
  const use = (key: string) =>
    answers.respond(ask(), key, () => {
      remade.push(key)
      return text(LONG)
    })
  for (const key of ['first', 'second', 'first', 'third', 'first', 'second']) await use(key)
  expect(remade).toEqual(['first', 'second', 'third', 'second'])
})

test('an answer larger than the bound is given, and not kept', async () => {
  const answers = createAnswerCache(1000)
  const response = await answers.respond(ask({ 'Accept-Encoding': 'br' }), 'key', () => text(LONG))
  expect(brotliDecompressSync(await response.arrayBuffer()).toString()).toBe(LONG)
  expect(answers.bytes).toBe(0)
})

test('what was asked before is answered at once: whole, encoded, or as 304', async () => {
  const answers = createAnswerCache()
  const encoded = { 'accept-encoding': 'br' }
  expect(recall(answers, '/v1/models')).toBeUndefined()
  const first = await answers.respond(ask({}, {}, '/v1/models'), 'key', () => text(LONG))
  expect(readText(recall(answers, '/v1/models'))).toBe(LONG)
  // That encoding is not made yet.
  expect(recall(answers, '/v1/models', encoded)).toBeUndefined()
  await answers.respond(ask(encoded, {}, '/v1/models'), 'key', () => text('other'))
  const again = recall(answers, '/v1/models', encoded)
  expect(again?.headers['Content-Encoding']).toBe('br')
  expect(brotliDecompressSync(again?.body ?? '').toString()).toBe(LONG)
  const known = recall(answers, '/v1/models', { 'if-none-match': first.headers.get('ETag') ?? '' })
  expect(known).toMatchObject({ status: 304, body: null })
  expect(answers.recall({ method: 'GET', url: '/v1/models', headers: {} })?.path).toBe('/v1/models')
  expect(recall(answers, '/v1/models?q=a')).toBeUndefined()
})

test('an answer at once has nothing of the visit that it was made for', async () => {
  const answers = createAnswerCache()
  await answers.respond(ask({}, { 'X-Request-Id': '1' }, '/v1/models'), 'key', () => text(LONG))
  expect(Object.keys(recall(answers, '/v1/models')?.headers ?? {})).not.toContain('X-Request-Id')
})

test('only what the address alone decides is answered at once', async () => {
  const answers = createAnswerCache()
  const refused = [
    { url: '/v1/models', method: 'GET', headers: { authorization: 'Key a:b' } },
    { url: '/v1/models', method: 'HEAD', headers: {} },
    { url: '/v1/models', method: 'POST', headers: {} },
    { url: '/models/a/b', method: 'GET', headers: {} },
  ]
  await answers.respond(ask({}, {}, '/v1/models'), 'key', () => text(LONG))
  await answers.respond(ask({}, {}, '/models/a/b'), 'page', () => text(LONG))
  for (const asked of refused) expect(answers.recall(asked)).toBeUndefined()
  await answers.respond(ask({ Authorization: 'Key a:b' }, {}, '/v1/models?q=a'), 'a', () => text(LONG))
  expect(recall(answers, '/v1/models?q=a')).toBeUndefined()
})

test('whatever name leads to us, the answer is the same', async () => {
  const answers = createAnswerCache()
  const request = new Request('https://other.example:8443/v1/models')
  await answers.respond(new Context(request, { env: visitOf('/v1/models') }), 'key', () => text(LONG))
  expect(readText(recall(answers, '/v1/models'))).toBe(LONG)
})

test('of the addresses that mean the same only the latest are known, and the bound holds for them too', async () => {
  const answers = createAnswerCache(1_000_000)
  for (let number = 0; number < 100; number++) {
    const address = `/v1/models?${number}=${'a'.repeat(30_000)}`
    await answers.respond(ask({}, {}, address), 'key', () => text(LONG))
    expect(recall(answers, address)).toBeDefined()
    expect(answers.bytes).toBeLessThanOrEqual(1_000_000)
  }
  expect(recall(answers, `/v1/models?0=${'a'.repeat(30_000)}`)).toBeUndefined()
})

test('what is no longer kept is not answered at once either', async () => {
  const answers = createAnswerCache(20_000)
  for (const name of ['first', 'second', 'third', 'fourth']) {
    await answers.respond(ask({}, {}, `/v1/${name}`), name, () => text(LONG))
  }
  expect(recall(answers, '/v1/first')).toBeUndefined()
  expect(recall(answers, '/v1/fourth')).toBeDefined()
  await answers.respond(ask({}, {}, '/v1/large'), 'large', () => text(LONG.repeat(10)))
  expect(recall(answers, '/v1/large')).toBeUndefined()
})

test('cleared, it gives no old answer, not even one that was being made', async () => {
  const answers = createAnswerCache()
  await answers.respond(ask({}, {}, '/v1/models'), 'key', () => text('old'))
  let finish = (_answer: Answer) => {}
  const making = answers.respond(
    ask({}, {}, '/v1/slow'),
    'slow',
    () => new Promise<Answer>((resolve) => (finish = resolve)),
  )
  answers.clear()
  expect(answers.bytes).toBe(0)
  expect(recall(answers, '/v1/models')).toBeUndefined()
  const slow = await answers.respond(ask({}, {}, '/v1/slow'), 'slow', () => text('new'))
  finish(text('old'))
  expect(await (await making).text()).toBe('old')
  expect(await slow.text()).toBe('new')
  expect(readText(recall(answers, '/v1/slow'))).toBe('new')
  expect(await (await answers.respond(ask(), 'key', () => text('new'))).text()).toBe('new')
})

function recall(answers: AnswerCache, url: string, headers: Wishes = {}) {
  return answers.recall({ method: 'GET', url, headers })?.sent
}

function readText(sent: Sent | undefined): string {
  return new TextDecoder().decode(sent?.body ?? undefined)
}

function visitOf(address: string): Visit {
  return { id: '1', path: address.split('?')[0] ?? '', isSecure: false, headers: {} }
}

function ask(
  headers: Record<string, string> = {},
  answerHeaders: Record<string, string> = {},
  address = '/',
): AnswerContext {
  const env = { ...visitOf(address), headers: answerHeaders }
  return new Context(new Request(`http://localhost${address}`, { headers }), { env })
}

function text(body: string): Answer {
  return { body, contentType: 'text/plain', cacheControl: 'no-cache' }
}
