import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Context } from 'hono'
import { expect, test } from 'vitest'
import { type Answer, createAnswerCache } from './answerCache.ts'
import type { AnswerContext, AnswerEnv } from './AnswerEnv.ts'

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

function ask(headers: Record<string, string> = {}, answerHeaders = {}): AnswerContext {
  const context = new Context<AnswerEnv>(new Request('http://localhost/', { headers }))
  context.set('answerHeaders', answerHeaders)
  return context
}

function text(body: string): Answer {
  return { body, contentType: 'text/plain', cacheControl: 'no-cache' }
}
