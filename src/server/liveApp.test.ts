import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { ModelsFacets } from '#contract/facets.ts'
import { type ModelMetadata, readModelsPage } from '#contract/models.ts'
import type { AppOptions } from './createApp.ts'
import { exampleModel } from './catalogue/exampleModel.ts'
import { exampleModels, startUpstream, type TestUpstream } from './live/upstreamForTest.ts'
import { createLiveApp } from './liveApp.ts'
import { animate, paint, startHost } from './pictures/picturesForTest.ts'
import type { LiveSettings } from './settings.ts'

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

test('the counts say whether a key of the reader is passed on', async () => {
  const upstream = await startUpstream()
  const open = await startApp(upstream)
  const keyed = await startApp(upstream, { admission: { rateLimit: 600, apiKeys: ['one-of-our-own-keys'] } })
  const [takes, refuses] = [await open('/v1/models/facets'), await keyed('/v1/models/facets')]
  expect(ModelsFacets.parse(JSON.parse(takes.text)).source.takes_keys).toBe(true)
  expect(ModelsFacets.parse(JSON.parse(refuses.text)).source).not.toHaveProperty('takes_keys')
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

test('models name pictures of ours, which are fetched once and told from later ones', async () => {
  const gallery = await startGallery({ '/river.png': PICTURE, '/lake.png': PICTURE })
  gallery.show({ thumbnail_url: '/river.png' })
  const get = await startApp(gallery.upstream)
  const still = (await readRiver(get)).thumbnail_url
  expect(still).toMatch(/^\/thumbnails\/maker\/river\.picture\.640\.webp\?v=[\da-f]{16}$/)
  for (const address of [still, still.replace('640', '320'), still]) {
    expect(await get(address)).toMatchObject({
      status: 200,
      contentType: 'image/webp',
      cacheControl: 'public, max-age=31536000, immutable',
    })
  }
  expect(gallery.asked()).toEqual(['/river.png'])
  gallery.show({ thumbnail_url: '/lake.png' })
  await expect.poll(async () => (await readRiver(get)).thumbnail_url).not.toBe(still)
  await get((await readRiver(get)).thumbnail_url)
  expect(gallery.asked()).toEqual(['/river.png', '/lake.png'])
})

test('a picture that moves is one of ours, too', async () => {
  const gallery = await startGallery({ '/river.png': PICTURE, '/river.gif': await animate(320, 200) })
  gallery.show({ thumbnail_url: '/river.png', thumbnail_animated_url: '/river.gif' })
  const get = await startApp(gallery.upstream)
  const { thumbnail_animated_url = '' } = await readRiver(get)
  expect(thumbnail_animated_url).toContain('/thumbnails/maker/river.picture.animated.webp?v=')
  expect(await get(thumbnail_animated_url)).toMatchObject({ status: 200, contentType: 'image/webp' })
})

test('only pictures that the catalogue names are fetched', async () => {
  const gallery = await startGallery({ '/river.png': PICTURE, '/secret.png': PICTURE })
  gallery.show({ thumbnail_url: '/river.png' })
  const get = await startApp(gallery.upstream)
  const address = `${gallery.origin}/secret.png`
  const escaped = encodeURIComponent(address)
  for (const path of [
    `/thumbnails/${escaped}`,
    `/thumbnails/${escaped}.picture.640.webp`,
    `/thumbnails/${address}.picture.640.webp`,
    `/thumbnails/maker/none.picture.640.webp?url=${escaped}`,
  ]) {
    expect((await get(path)).status).toBe(404)
  }
  await get(`/thumbnails/maker/river.picture.640.webp?url=${escaped}&v=${escaped}`)
  expect(gallery.asked()).toEqual(['/river.png'])
})

test('a picture in a private network, other than the own ones of the endpoint, is not fetched', async () => {
  const gallery = await startGallery({})
  const inside = await startHost({ '/river.png': PICTURE })
  gallery.show({ thumbnail_url: `${inside.origin}/river.png` })
  const get = await startApp(gallery.upstream)
  expect(await get((await readRiver(get)).thumbnail_url)).toMatchObject({
    status: 200,
    cacheControl: 'public, max-age=60',
  })
  expect(inside.asked).toEqual([])
})

test('what is no address of a picture elsewhere is passed on as it came', async () => {
  const addresses = ['blob:https://fal.example/0a1b', '', '/thumbnails/maker/own.webp', 'https://']
  const upstream = await startUpstream([
    ...addresses.map((thumbnail_url, number) => exampleModel(`maker/model-${number}`, { thumbnail_url })),
    { endpoint_id: 'maker/bare' },
  ])
  const get = await startApp(upstream)
  const { models } = readModelsPage(JSON.parse((await get('/v1/models')).text))
  expect(models.map(({ metadata }) => metadata?.thumbnail_url)).toEqual([...addresses, undefined])
})

test('with the proxy switched off, models name their pictures as the endpoint does', async () => {
  const gallery = await startGallery({ '/river.png': PICTURE })
  gallery.show({ thumbnail_url: '/river.png' })
  const get = await startApp(gallery.upstream, {}, { proxiesPictures: false })
  expect((await readRiver(get)).thumbnail_url).toBe(`${gallery.origin}/river.png`)
  await get('/thumbnails/maker/river.picture.640.webp')
  expect(gallery.asked()).toEqual([])
})

test('a model with an unusual id has a picture as well', async () => {
  const gallery = await startGallery({ '/river.png': PICTURE })
  const thumbnail_url = `${gallery.origin}/river.png`
  gallery.upstream.serve([exampleModel('maker/Fluß & sea?', { thumbnail_url })])
  const get = await startApp(gallery.upstream)
  const [model] = readModelsPage(JSON.parse((await get('/v1/models')).text)).models
  expect(await get(model?.metadata?.thumbnail_url ?? '')).toMatchObject({
    status: 200,
    contentType: 'image/webp',
    cacheControl: expect.stringContaining('immutable'),
  })
})

test('a reader with a key sees the same pictures', async () => {
  const gallery = await startGallery({ '/river.png': PICTURE })
  gallery.show({ thumbnail_url: '/river.png' })
  const get = await startApp(gallery.upstream)
  const { text } = await get('/v1/models', 'Key of-a-reader')
  expect(text).toContain('/thumbnails/maker/river.picture.640.webp')
  expect(text).not.toContain(gallery.origin)
})

const PICTURE = await paint(1280, 800)

/** An endpoint that has pictures, and a model to show them. */
async function startGallery(pictures: Record<string, Buffer>) {
  const upstream = await startUpstream([])
  const { origin } = new URL(upstream.address)
  upstream.misbehave(({ pathname }, response) => {
    const picture = pictures[pathname]
    if (picture === undefined) return undefined
    response.end(picture)
    return true
  })
  return {
    upstream,
    origin,
    /** The pictures that were fetched. */
    asked: () => upstream.asked.filter((path) => !path.startsWith('/v1/')),
    /** Has the model name them, by their paths. */
    show({
      thumbnail_url,
      thumbnail_animated_url,
    }: {
      thumbnail_url: string
      thumbnail_animated_url?: string
    }) {
      upstream.serve([
        exampleModel('maker/river', {
          thumbnail_url: new URL(thumbnail_url, origin).href,
          ...(thumbnail_animated_url !== undefined && {
            thumbnail_animated_url: new URL(thumbnail_animated_url, origin).href,
          }),
        }),
      ])
    },
  }
}

async function readRiver(get: Awaited<ReturnType<typeof startApp>>): Promise<ModelMetadata> {
  const { models } = readModelsPage(JSON.parse((await get('/v1/models?endpoint_id=maker/river')).text))
  const [river] = models
  if (!river?.metadata) throw new Error('There is no river')
  return river.metadata
}

/** The app over a fresh mirror, refreshed every half second. */
async function startApp(
  { address }: TestUpstream,
  options: AppOptions = {},
  { proxiesPictures = true }: Partial<LiveSettings> = {},
) {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const directory = mkdtempSync(join(tmpdir(), 'mirror-'))
  const settings = {
    source: 'live' as const,
    upstream: address,
    pause: 0,
    refresh: 1 / 120,
    directory,
    proxiesPictures: true,
  }
  const { fetch, close } = await createLiveApp({ ...settings, proxiesPictures }, options)
  onTestFinished(close)
  return async function get(path: string, key?: string) {
    const headers = key === undefined ? {} : { Authorization: key }
    const response = await fetch(new Request(`http://here${path}`, { headers }), {})
    const text = await response.text()
    return {
      status: response.status,
      contentType: response.headers.get('Content-Type'),
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
