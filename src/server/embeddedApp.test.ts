import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { ApiErrorEnvelope } from '#contract/apiError.ts'
import { ModelsPage } from '#contract/models.ts'
import { createApp } from './createApp.ts'
import { isOfEndpoint } from './refuse.ts'
import { type DescribedPath, readDescribed } from './readDescribed.ts'
import { createCatalogue } from './catalogue/createCatalogue.ts'
import { createReleaseHistory } from './embedded/createReleaseHistory.ts'
import { buildCatalogue } from './embedded/buildCatalogue.ts'
import { loadCatalogue } from './embedded/loadCatalogue.ts'
import { loadHistory } from './embedded/loadHistory.ts'
import { createEmbeddedApp } from './embeddedApp.ts'
import { type Asked, someRequest } from './someRequest.ts'

// Without Node's HTTP: whoever loads it here, fails.
for (const name of ['node:http', 'node:https', 'node:http2', '@hono/node-server']) {
  vi.doMock(name, () => {
    throw new Error(`${name} is not there`)
  })
}

/** How many requests are made up: `npm run bench fuzz` sets more. */
const REQUESTS = Number(process.env['FUZZ_REQUESTS'] ?? 2500)

const CATALOGUE = mkdtempSync(join(tmpdir(), 'catalogue-'))
await buildCatalogue(CATALOGUE, () => {})

test('the embedded catalogue is served by fetch alone, as on any runtime with Web standards', async () => {
  const { fetch } = await createEmbeddedApp(CATALOGUE)
  const ask = async (path: string, init?: RequestInit) =>
    fetch(new Request(`https://example.com${path}`, init))
  const page = ModelsPage.parse(await (await ask('/v1/models?q=flux&limit=3')).json())
  expect(page.models).toHaveLength(3)
  const [model] = page.models
  expect((await ask(`/v1/models/${model?.endpoint_id}/history`)).status).toBe(200)
  expect(await (await ask(`/thumbnails/${model?.endpoint_id}.svg`)).text()).toContain('<svg')
  expect(await (await ask('/llms.txt')).text()).toContain(model?.endpoint_id)
  const encoded = await ask('/v1/models', { headers: { 'Accept-Encoding': 'gzip' } })
  const stream = encoded.body?.pipeThrough(new DecompressionStream('gzip'))
  expect(ModelsPage.parse(await new Response(stream).json()).models).toHaveLength(100)
  await expect(import('node:http')).rejects.toThrow('mocking a module')
})

test.each<[DescribedPath, string[], number]>([
  [
    '/v1/models',
    ['', '?q=image&include=match&include=signature', '?fold=group&limit=100', '?limit=1000'],
    200,
  ],
  ['/v1/models', ['?expand=openapi-3.0&expand=enterprise_status&q=video'], 200],
  ['/v1/models', ['?status=none', '?cursor=0', '?limit=1e1'], 400],
  ['/v1/models', ['?endpoint_id=none/such'], 404],
  ['/v1/models/facets', ['', '?q=flux&takes=image', '?facet=param'], 200],
  ['/v1/models/names', [''], 200],
  ['/v1/models/{endpoint_id}/history', [''], 200],
  ['/v1/models/{endpoint_id}/alternatives', [''], 200],
  ['/v1/changes', ['', '?event=added&limit=3'], 200],
  ['/v1/changes', ['?event=none'], 400],
])('%s%j of the embedded catalogue is what is described for %i', async (path, searches, status) => {
  const { fetch } = await createEmbeddedApp(CATALOGUE)
  const { schema } = readDescribed(path, status)
  for (const search of searches) {
    const address = `http://localhost${path.replace('{endpoint_id}', 'fal-ai/flux/dev')}${search}`
    const response = await fetch(new Request(address))
    expect(response.status).toBe(status)
    expect(schema.safeParse(await response.json()).error).toBeUndefined()
  }
})

test('whatever is asked, the answer is none of a broken server, and nothing of it stays', async () => {
  const log = vi.spyOn(console, 'error')
  const { models, source, signatures } = await loadCatalogue(CATALOGUE)
  const history = createReleaseHistory(models, () => loadHistory(CATALOGUE))
  let forgetAnswers = () => {}
  const { fetch } = createApp(
    {
      ...createCatalogue(models, source, signatures),
      ...history,
      whenChanged: (act) => (forgetAnswers = act),
    },
    { admission: { rateLimit: 1_000_000_000, apiKeys: ['an-example-of-a-key'] }, trustedProxies: 1 },
  )
  const ask = async ({ address, init, client }: Asked) => {
    const before = process.cpuUsage()
    const response = await fetch(new Request(address, init), { address: client })
    const { user, system } = process.cpuUsage(before)
    const body = await response.text()
    const id = response.headers.get('X-Request-Id')
    expect(response.status).toBeLessThan(500)
    // Of the processor's time: the clock's says nothing on a busy machine.
    expect((user + system) / 1e6).toBeLessThan(1)
    const isRefusal =
      response.status >= 400 && init.method !== 'HEAD' && isOfEndpoint(new URL(address).pathname)
    const told = isRefusal ? ApiErrorEnvelope.parse(JSON.parse(body)).error.request_id : id
    expect(told).toBe(id)
  }
  const run = (count: number, seed: number) =>
    fc.assert(fc.asyncProperty(someRequest(models.map(({ endpoint_id }) => endpoint_id)), ask), {
      numRuns: count,
      seed,
    })

  // What is read or ordered once, when first asked for, is no leak.
  await run(Math.ceil(REQUESTS / 10), 1)
  forgetAnswers()
  const atStart = usedMemory()
  await run(REQUESTS, 2)
  forgetAnswers()
  expect(usedMemory()).toBeLessThan(1.2 * atStart)
  expect(log).not.toHaveBeenCalled()
  log.mockRestore()
}, 1_200_000)

/** Bytes in use, once all that is not is gone. */
function usedMemory(): number {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect === 'function') for (const _ of [1, 2, 3]) collect()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
