import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { readModelsPage } from '#contract/models.ts'
import type { AppOptions } from './createApp.ts'
import { exampleModel } from './catalogue/exampleModel.ts'
import { exampleModels, startUpstream, type TestUpstream } from './live/upstreamForTest.ts'
import { createLiveApp } from './liveApp.ts'

test('what was answered from the mirror before is not answered after it', async () => {
  const upstream = await startUpstream()
  const get = await startApp(upstream)
  await expect.poll(async () => (await get('/v1/models?provider=maker')).ids.length).toBe(25)
  upstream.serve([exampleModel('maker/new'), ...exampleModels(25)])
  await expect.poll(async () => (await get('/v1/models?provider=maker')).ids[0]).toBe('maker/new')
  await expect.poll(async () => (await get('/llms.txt')).text).toContain('maker/new')
})

test('pages, feeds, pictures and programs are there before the mirror is', async () => {
  const upstream = await startUpstream()
  const get = await startApp(upstream)
  const paths = ['/v1/models', '/v1/models/names', '/v1/changes', '/changes.atom', '/llms.txt', '/readyz']
  const pictures = ['/thumbnails/maker/model-3.svg', '/models/maker/model-3.md']
  const answers = await Promise.all([...paths, ...pictures].map((path) => get(path)))
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
})

test('a request with a key is answered for its owner alone, and with nothing kept', async () => {
  const upstream = await startUpstream()
  const keys = listKeys(upstream)
  const get = await startApp(upstream)
  await get('/v1/models?limit=2')
  const answer = await get('/v1/models?limit=2', 'Key of-a-reader')
  expect(answer).toMatchObject({ status: 200, cacheControl: 'private, no-store' })
  await get('/v1/models?limit=2', 'Key of-a-reader')
  expect(keys.filter((key) => key === 'Key of-a-reader')).toHaveLength(2)
  expect((await get('/v1/models?limit=2')).cacheControl).toBe('public, max-age=0, must-revalidate')
})

test('a key of ours never reaches the endpoint', async () => {
  const upstream = await startUpstream()
  const keys = listKeys(upstream)
  const get = await startApp(upstream, { admission: { rateLimit: 600, apiKeys: ['one-of-our-own-keys'] } })
  expect((await get('/v1/models?limit=2', 'Key one-of-our-own-keys')).status).toBe(200)
  expect((await get('/v1/models?limit=2', 'Key of-somebody-else')).status).toBe(401)
  await expect.poll(() => keys.length).toBeGreaterThan(3)
  expect(new Set(keys)).toEqual(new Set([undefined]))
})

/** The app over a fresh mirror, refreshed every half second. */
async function startApp({ address }: TestUpstream, options: AppOptions = {}) {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const directory = mkdtempSync(join(tmpdir(), 'mirror-'))
  const settings = { source: 'live' as const, upstream: address, pause: 0, refresh: 1 / 120, directory }
  const { fetch, close } = await createLiveApp(settings, options)
  onTestFinished(close)
  return async function get(path: string, key?: string) {
    const headers = key === undefined ? {} : { Authorization: key }
    const response = await fetch(new Request(`http://here${path}`, { headers }), {})
    const text = await response.text()
    return {
      status: response.status,
      cacheControl: response.headers.get('Cache-Control'),
      text,
      ids: path.startsWith('/v1/models?') && response.ok ? readIds(text) : [],
    }
  }
}

function readIds(text: string): string[] {
  return readModelsPage(JSON.parse(text)).models.map(({ endpoint_id }) => endpoint_id)
}

/** The keys that the endpoint is asked with, as they come. */
function listKeys(upstream: TestUpstream): (string | undefined)[] {
  const keys: (string | undefined)[] = []
  upstream.misbehave((_url, _response, { headers }) => void keys.push(headers.authorization))
  return keys
}
