import sharp from 'sharp'
import { expect, test } from 'vitest'
import { createCatalogue } from './catalogue/createCatalogue.ts'
import { exampleModel } from './catalogue/exampleModel.ts'
import { createApp } from './createApp.ts'
import type { ModelSource } from './ModelSource.ts'
import { measure, paint } from './pictures/picturesForTest.ts'

test('a model has a picture, which a browser keeps for ever', async () => {
  const response = await get('/thumbnails/acme/river/v2.1/fast.svg')
  expect(response.status).toBe(200)
  expect(response.headers.get('Content-Type')).toBe('image/svg+xml')
  expect(response.headers.get('Cache-Control')).toContain('immutable')
  expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
  expect(response.headers.get('ETag')).toBeTruthy()
  expect(await response.text()).toMatch(/^<svg/)
})

test('the animated picture is another one', async () => {
  const still = await (await get('/thumbnails/acme/river/v2.1/fast.svg')).text()
  const animated = await (await get('/thumbnails/acme/river/v2.1/fast.animated.svg')).text()
  expect(animated).toMatch(/^<svg/)
  expect(animated).not.toBe(still)
})

test.each([
  ['.640.webp', 'webp 640×400'],
  ['.320.webp', 'webp 320×200'],
  ['.webp', 'webp 640×400'],
])('lists get a bitmap at %s', async (ending, size) => {
  const response = await get(`/thumbnails/acme/river/v2.1/fast${ending}`)
  expect(response.headers.get('Content-Type')).toBe('image/webp')
  expect(await measure(new Uint8Array(await response.arrayBuffer()))).toBe(size)
})

test('a model without metadata has a picture too', async () => {
  expect((await get('/thumbnails/acme/bare.svg')).status).toBe(200)
})

test('a link is shown with a picture of the size that chats ask for', async () => {
  const response = await get('/thumbnails/acme/bare.png')
  expect(response.headers.get('Content-Type')).toBe('image/png')
  const png = new DataView(await response.arrayBuffer())
  expect(png.getUint32(0)).toBe(0x89504e47)
  expect([png.getUint32(16), png.getUint32(20)]).toEqual([1200, 630])
})

test.each(['/thumbnails/acme/none.svg', '/thumbnails/acme/bare.gif', '/thumbnails/.svg', '/thumbnails/'])(
  'there is no picture at %s',
  async (path) => {
    const response = await get(path)
    expect(response.status).toBe(404)
    expect(response.headers.get('Cache-Control')).toBe('no-store')
  },
)

test('the own picture of a model is kept for ever under the address that names it, and for now under others', async () => {
  const { get } = createExample({ picture: async () => ({ version: 'v1', get: async () => WEBP }) })
  for (const rendition of ['320', '640', 'animated']) {
    const response = await get(`/thumbnails/acme/bare.picture.${rendition}.webp?v=v1`)
    expect(response.headers.get('Content-Type')).toBe('image/webp')
    expect(response.headers.get('Cache-Control')).toContain('immutable')
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(WEBP)
  }
  const other = await get('/thumbnails/acme/bare.picture.640.webp?v=v0')
  expect(other.headers.get('Cache-Control')).toBe('public, max-age=60')
  expect(new Uint8Array(await other.arrayBuffer())).toEqual(WEBP)
})

test('the picture of before, asked for while it changed, is not kept for ever as that of now', async () => {
  let change = () => {}
  let picture = { version: 'v1', get: async () => WEBP }
  const { get } = createExample({
    whenChanged: (act) => (change = act),
    async picture() {
      const found = picture
      change()
      return found
    },
  })
  await get('/thumbnails/acme/bare.picture.640.webp?v=v1')
  const next = new Uint8Array([...WEBP, 0])
  picture = { version: 'v2', get: async () => next }
  change = () => {}
  const response = await get('/thumbnails/acme/bare.picture.640.webp?v=v2')
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(next)
})

test('for links the own picture is a JPEG of the size that chats ask for', async () => {
  const { get } = createExample({ picture: async () => ({ version: 'v1', get: async () => WEBP }) })
  const response = await get('/thumbnails/acme/bare.picture.jpg?v=v1')
  expect(response.headers.get('Content-Type')).toBe('image/jpeg')
  expect(await measure(new Uint8Array(await response.arrayBuffer()))).toBe('jpeg 1200×630')
})

test('a drawing stands in for a picture that cannot be had, until it can', async () => {
  let picture: typeof WEBP | undefined
  const { get } = createExample({ picture: async () => ({ version: 'v1', get: async () => picture }) })
  const address = '/thumbnails/acme/bare.picture.640.webp?v=v1'
  const drawing = await get(address)
  expect(drawing.headers.get('Cache-Control')).toBe('public, max-age=60')
  expect(await drawing.arrayBuffer()).toEqual(
    await (await get('/thumbnails/acme/bare.640.webp')).arrayBuffer(),
  )
  const card = await get('/thumbnails/acme/bare.picture.jpg?v=v1')
  expect(card.headers.get('Content-Type')).toBe('image/png')
  expect((await get('/thumbnails/acme/bare.picture.animated.webp?v=v1')).status).toBe(404)
  picture = WEBP
  expect((await get(address)).headers.get('Cache-Control')).toContain('immutable')
})

test('a model that has no picture of its own has a drawing at that address, an unknown one nothing', async () => {
  for (const source of [{}, { picture: async () => undefined }]) {
    const { get } = createExample(source)
    const response = await get('/thumbnails/acme/bare.picture.320.webp')
    expect(response.headers.get('Content-Type')).toBe('image/webp')
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=60')
    expect((await get('/thumbnails/acme/none.picture.320.webp')).status).toBe(404)
  }
})

const WEBP = new Uint8Array(
  await sharp(await paint(640, 400))
    .webp()
    .toBuffer(),
)

function get(path: string) {
  return createExample().get(path)
}

function createExample(own: Partial<ModelSource> = {}) {
  const models = [exampleModel('acme/river/v2.1/fast'), { endpoint_id: 'acme/bare' }]
  const source = createCatalogue(models, { kind: 'embedded', name: 'example', as_of: '2026-04-22' })
  const { request } = createApp({ ...source, ...own })
  return { get: (path: string) => request(path) }
}
