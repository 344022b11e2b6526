import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { packPayload, unpackPayload } from './packPayload.ts'
import { isJsonObject } from './payload.ts'

test('whatever is packed comes out again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()), async (payload) => {
      // As JSON holds it: without -0.
      const sent: unknown = JSON.parse(JSON.stringify(payload))
      if (!isJsonObject(sent)) throw new Error('An object is one in JSON too')
      const packed = await packPayload(sent)
      expect(packed).toMatch(/^[jz][\w-]+$/)
      expect(await unpackPayload(packed ?? '')).toEqual(sent)
    }),
  )
})

test('names of prototypes are names', async () => {
  const payload: unknown = JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {}}}')
  if (!isJsonObject(payload)) throw new Error('It is an object')
  const unpacked = await unpackPayload((await packPayload(payload)) ?? '')
  expect(JSON.stringify(unpacked)).toBe(JSON.stringify(payload))
  expect('polluted' in {}).toBe(false)
  expect(Object.getPrototypeOf(unpacked)).toBe(Object.prototype)
})

test('what is long is deflated, and what stays too long is not put into an address', async () => {
  const prompt = 'A lighthouse at dusk, '.repeat(100)
  const packed = await packPayload({ prompt })
  expect(packed?.length).toBeLessThan(200)
  expect(packed?.startsWith('z')).toBe(true)
  const numbers = Array.from({ length: 20_000 }, (_, n) => Math.sin(n))
  expect(await packPayload({ numbers })).toBeUndefined()
})

test('what is cut off, damaged or no payload at all is told from a payload', async () => {
  const packed = (await packPayload({ prompt: 'A lighthouse at dusk, '.repeat(20) })) ?? ''
  for (let length = 0; length < packed.length; length += 1) {
    expect(await unpackPayload(packed.slice(0, length))).toBeUndefined()
  }
  await fc.assert(
    fc.asyncProperty(fc.string(), async (text) => {
      const unpacked = await unpackPayload(text)
      expect(unpacked === undefined || isJsonObject(unpacked)).toBe(true)
    }),
  )
  for (const json of ['[]', 'null', '"text"', '{"a":', '[1,'.repeat(1e4)]) {
    expect(await unpackPayload(`j${btoa(json).replaceAll('=', '')}`)).toBeUndefined()
  }
})

test('a few bytes that inflate to a flood are refused', async () => {
  const flood = new Blob([`{"prompt":"${'a'.repeat(5_000_000)}"}`])
  const deflated = await new Response(
    flood.stream().pipeThrough(new CompressionStream('deflate-raw')),
  ).bytes()
  const packed = `z${Buffer.from(deflated).toString('base64url')}`
  expect(packed.length).toBeLessThan(10_000)
  expect(await unpackPayload(packed)).toBeUndefined()
})
