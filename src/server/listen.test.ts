import { request } from 'node:http'
import { expect, test } from 'vitest'
import { createCatalogue } from './catalogue/createCatalogue.ts'
import { exampleModel } from './catalogue/exampleModel.ts'
import { createApp } from './createApp.ts'
import { listen } from './listen.ts'

test('the address it gives answers until it is closed', async () => {
  const { url, close } = await listen(app().fetch, { host: '127.0.0.1', port: 0 })
  const response = await fetch(`${url}/v1/models`)
  expect(await response.json()).toMatchObject({ models: [{ endpoint_id: 'a/red' }] })
  await close()
  await expect(fetch(`${url}/v1/models`)).rejects.toThrow('fetch failed')
})

test('HEAD keeps its headers on the wire', async () => {
  const { url, close } = await listen(app().fetch, { host: '127.0.0.1', port: 0 })
  const { headers } = await new Promise<{ headers: NodeJS.Dict<string | string[]> }>((resolve, reject) => {
    request(`${url}/v1/models`, { method: 'HEAD' }, resolve).on('error', reject).end()
  })
  expect(Number(headers['content-length'])).toBeGreaterThan(100)
  expect(headers['content-type']).toBe('application/json')
  await close()
})

test('a taken port is told by its setting', async () => {
  const first = await listen(app().fetch, { host: '127.0.0.1', port: 0 })
  const port = Number(new URL(first.url).port)
  await expect(listen(app().fetch, { host: '127.0.0.1', port })).rejects.toThrow(`PORT: ${port}`)
  await first.close()
})

test('an address of another machine is told by its setting', async () => {
  await expect(listen(app().fetch, { host: '192.0.2.1', port: 0 })).rejects.toThrow('HOST: 192.0.2.1')
})

function app() {
  return createApp(
    createCatalogue([exampleModel('a/red')], { kind: 'embedded', name: 'example', as_of: '2026-04-22' }),
  )
}
