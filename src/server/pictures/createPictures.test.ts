import { mkdtempSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import sharp from 'sharp'
import { expect, onTestFinished, test } from 'vitest'
import { createPictures, type PicturesOptions } from './createPictures.ts'
import { createPictureFetcher } from './fetchPicture.ts'
import { openPictureFiles } from './pictureFiles.ts'
import { animate, measure, paint, type PictureHost, startHost } from './picturesForTest.ts'

test('a picture comes in both sizes as WebP, cut to the shape of a card, and is fetched once', async () => {
  const host = await startHost({ '/river.png': await paint(1600, 1600) })
  const get = await openPictures(host)
  expect(await measure(await get('/river.png', '320'))).toBe('webp 320×200')
  expect(await measure(await get('/river.png', '640'))).toBe('webp 640×400')
  expect(await measure(await get('/river.png', '640'))).toBe('webp 640×400')
  expect(host.asked).toEqual(['/river.png'])
})

test('a picture is fetched once, however many ask at the same time', async () => {
  const host = await startHost({ '/river.png': await paint(800, 500) })
  const get = await openPictures(host)
  const sizes = Array.from({ length: 20 }, (_, number) => (number % 2 === 0 ? '320' : '640'))
  const pictures = await Promise.all(sizes.map((size) => get('/river.png', size)))
  expect(pictures.every((picture) => picture !== undefined)).toBe(true)
  expect(host.asked).toHaveLength(1)
})

test('another start asks for nothing that is kept', async () => {
  const host = await startHost({ '/river.png': await paint(800, 500) })
  const directory = mkdtempSync(join(tmpdir(), 'pictures-'))
  const before = await (await openPictures(host, { directory }))('/river.png', '640')
  const after = await (await openPictures(host, { directory }))('/river.png', '640')
  expect(after).toEqual(before)
  expect(host.asked).toHaveLength(1)
})

test('three are fetched at the same time', async () => {
  const picture = await paint(10, 10)
  const open: ServerResponse[] = []
  let most = 0
  const paths = ['/1', '/2', '/3', '/4', '/5', '/6']
  const hold = async (response: ServerResponse) => {
    open.push(response)
    if (open.length !== 3) return
    // For one more to come that must not.
    await setTimeout(20)
    most = Math.max(most, open.length)
    for (const held of open.splice(0)) held.end(picture)
  }
  const host = await startHost(
    Object.fromEntries(paths.map((path) => [path, (response) => void hold(response)])),
  )
  const get = await openPictures(host)
  const pictures = await Promise.all(paths.map((path) => get(path, '320')))
  expect(pictures.every((picture) => picture !== undefined)).toBe(true)
  expect(most).toBe(3)
})

test('one that is smaller is not enlarged', async () => {
  const get = await openPictures(await startHost({ '/small.png': await paint(160, 100) }))
  expect(await measure(await get('/small.png', '640'))).toBe('webp 160×100')
})

test('what moves stands still, unless the moving one is asked for', async () => {
  const host = await startHost({ '/river.gif': await animate(320, 200) })
  const get = await openPictures(host)
  expect(await measure(await get('/river.gif', '320'))).toBe('webp 320×200')
  expect(await measure(await get('/river.gif', 'animated'))).toBe('webp 320×200 of 2 frames')
})

test('what a camera turned is turned back', async () => {
  const turned = await sharp(await paint(500, 800))
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  const get = await openPictures(await startHost({ '/turned.jpg': turned }))
  expect(await measure(await get('/turned.jpg', '640'))).toBe('webp 640×400')
})

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="400"/>'

test.each([
  ['text', Buffer.from('Not a picture')],
  ['nothing', Buffer.alloc(0)],
  ['a drawing', Buffer.from(SVG)],
  ['a drawing behind an XML declaration', Buffer.from(`<?xml version="1.0"?>${SVG}`)],
  ['a picture that is cut off', (await paint(640, 400)).subarray(0, 60)],
  [
    'a picture of too many points',
    await sharp({ create: { width: 8000, height: 8000, channels: 3, background: 'red' } })
      .png()
      .toBuffer(),
  ],
  [
    'a TIFF',
    await sharp(await paint(10, 10))
      .tiff()
      .toBuffer(),
  ],
])('%s is no picture, and is not asked for again soon', async (_, body) => {
  const host = await startHost({ '/river.png': body })
  const get = await openPictures(host)
  expect(await get('/river.png', '640')).toBeUndefined()
  expect(await get('/river.png', '320')).toBeUndefined()
  expect(host.asked).toHaveLength(1)
})

test('what failed is tried again later', async () => {
  let picture: Uint8Array = Buffer.from('Not yet')
  const host = await startHost({ '/river.png': (response) => response.end(picture) })
  const get = await openPictures(host, { forgivenAfter: 30 })
  expect(await get('/river.png', '640')).toBeUndefined()
  picture = await paint(640, 400)
  await expect.poll(async () => (await get('/river.png', '640')) !== undefined).toBe(true)
})

test('a host that fails three times in a row is left alone, one that lacks some pictures is not', async () => {
  const paths = ['/1', '/2', '/3', '/4', '/5']
  const fail = (response: ServerResponse) => response.writeHead(500).end()
  const failing = await startHost(Object.fromEntries(paths.map((path) => [path, fail])))
  const lines: string[] = []
  const get = await openPictures(failing, { report: (line) => lines.push(line) })
  for (const path of paths) expect(await get(path, '320')).toBeUndefined()
  expect(failing.asked).toEqual(['/1', '/2', '/3'])
  expect(lines).toEqual([
    `${new URL(failing.origin).host} gives no pictures: status 500; it is left alone for now`,
  ])
  const lacking = await startHost({ '/5': await paint(64, 40) })
  const getOther = await openPictures(lacking)
  for (const path of paths) await getOther(path, '320')
  expect(lacking.asked).toEqual(paths)
  expect(await getOther('/5', '320')).toBeDefined()
})

test('a reader waits for a while; the picture that comes later is kept for the next one', async () => {
  let respond = () => {}
  const picture = await paint(640, 400)
  const host = await startHost({ '/river.png': (response) => (respond = () => void response.end(picture)) })
  const get = await openPictures(host, { readersPatience: 20 })
  expect(await get('/river.png', '640')).toBeUndefined()
  respond()
  await expect.poll(async () => (await get('/river.png', '640')) !== undefined).toBe(true)
  expect(host.asked).toHaveLength(1)
})

test('where sharp is not installed there are no pictures, and none is fetched', async () => {
  const host = await startHost({ '/river.png': await paint(640, 400) })
  const get = await openPictures(host, { sharp: undefined })
  expect(await get('/river.png', '640')).toBeUndefined()
  expect(host.asked).toEqual([])
})

test('nothing is fetched any more once it is closed', async () => {
  const host = await startHost({ '/1': () => {}, '/2': () => {}, '/3': () => {}, '/4': await paint(64, 40) })
  const { get, close } = await open(host)
  const waiting = ['/1', '/2', '/3', '/4'].map((path) => get(path, '320'))
  await expect.poll(() => host.asked.length).toBe(3)
  close()
  expect(await Promise.all(waiting)).toEqual([undefined, undefined, undefined, undefined])
  expect(host.asked).toHaveLength(3)
})

type Options = Partial<PicturesOptions> & { directory?: string }

async function openPictures(host: PictureHost, options?: Options) {
  const { get, close } = await open(host, options)
  onTestFinished(close)
  return get
}

async function open({ origin }: PictureHost, { directory, ...options }: Options = {}) {
  const { get, close } = createPictures({
    fetchPicture: createPictureFetcher({ trusted: origin }),
    files: await openPictureFiles(directory ?? mkdtempSync(join(tmpdir(), 'pictures-')), () => {}),
    sharp,
    report: () => {},
    readersPatience: 20_000,
    ...options,
  })
  return { get: (path: string, rendition: Parameters<typeof get>[1]) => get(origin + path, rendition), close }
}
