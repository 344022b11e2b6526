import { expect, test } from 'vitest'
import { createCatalogue } from './catalogue/createCatalogue.ts'
import { exampleModel } from './catalogue/exampleModel.ts'
import { createApp } from './createApp.ts'

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

test('lists get a bitmap', async () => {
  const response = await get('/thumbnails/acme/river/v2.1/fast.webp')
  expect(response.headers.get('Content-Type')).toBe('image/webp')
  const bytes = Buffer.from(await response.arrayBuffer())
  expect(bytes.toString('latin1', 8, 12)).toBe('WEBP')
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

function get(path: string) {
  const models = [exampleModel('acme/river/v2.1/fast'), { endpoint_id: 'acme/bare' }]
  const source = createCatalogue(models, { kind: 'embedded', name: 'example', as_of: '2026-04-22' })
  return createApp(source).request(path)
}
