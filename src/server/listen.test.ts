import { once } from 'node:events'
import { type IncomingMessage, request, type ServerResponse } from 'node:http'
import { connect, type Socket } from 'node:net'
import { expect, test, vi } from 'vitest'
import { createCatalogue } from './catalogue/createCatalogue.ts'
import { exampleModel } from './catalogue/exampleModel.ts'
import { createApp } from './createApp.ts'
import { listen } from './listen.ts'

const HERE = { host: '127.0.0.1', port: 0 }

/** Milliseconds, as `listen` has them in seconds. */
const HURRY = {
  headersTimeout: 100,
  requestTimeout: 200,
  silence: 500,
  keepAliveTimeout: 1000,
  connectionsCheckingInterval: 50,
}

test('the address it gives answers until it is closed', async () => {
  const { url, close } = await listen(app(), HERE)
  const response = await fetch(`${url}/v1/models`)
  expect(await response.json()).toMatchObject({ models: [{ endpoint_id: 'a/red' }] })
  await close()
  await expect(fetch(`${url}/v1/models`)).rejects.toThrow('fetch failed')
})

test('HEAD keeps its headers on the wire', async () => {
  const { url, close } = await listen(app(), HERE)
  const { headers } = await new Promise<{ headers: NodeJS.Dict<string | string[]> }>((resolve, reject) => {
    request(`${url}/v1/models`, { method: 'HEAD' }, resolve).on('error', reject).end()
  })
  expect(Number(headers['content-length'])).toBeGreaterThan(100)
  expect(headers['content-type']).toBe('application/json')
  await close()
})

test('what runs when it is closed is finished, and connections do not hold it up', async () => {
  let answer = (_response: Response) => {}
  const slow = () => new Promise<Response>((resolve) => (answer = resolve))
  const { url, close } = await listen({ fetch: slow }, HERE)
  const running = fetch(url, { headers: { Connection: 'keep-alive' } })
  await vi.waitFor(() => expect(answer.name).not.toBe('answer'))
  const closing = close()
  await expect(fetch(url)).rejects.toThrow('fetch failed')
  answer(new Response('finished'))
  expect(await (await running).text()).toBe('finished')
  await closing
})

test('whoever sends its request too slowly, or does not read its answer, is cut off', async () => {
  let cutOff = () => {}
  const isCutOff = new Promise<void>((resolve) => (cutOff = resolve))
  const pull = (controller: ReadableStreamDefaultController<Uint8Array>) =>
    controller.enqueue(new Uint8Array(100_000))
  const endless = () => new Response(new ReadableStream({ pull, cancel: cutOff }))
  const { url, close } = await listen({ fetch: endless }, HERE, HURRY)
  const port = Number(new URL(url).port)
  const slow = connect(port, '127.0.0.1')
  slow.write('GET / HTTP/1.1\r\n')
  expect(await readToEnd(slow)).toMatch(/^HTTP\/1.1 408/)
  const deaf = connect(port, '127.0.0.1')
  deaf.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
  await isCutOff
  await readToEnd(deaf)
  await close()
})

test('nor is a kept answer held for whoever does not read it', async () => {
  const large = new Uint8Array(50_000_000)
  const closed: Promise<unknown>[] = []
  const answerKept = (_request: IncomingMessage, response: ServerResponse) => {
    closed.push(once(response, 'close'))
    response.end(large)
    return true
  }
  const { url, close } = await listen({ fetch: () => new Response(), answerKept }, HERE, HURRY)
  const deaf = connect(Number(new URL(url).port), '127.0.0.1')
  deaf.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
  await vi.waitFor(() => expect(closed).toHaveLength(1))
  await closed[0]
  await readToEnd(deaf)
  await close()
})

test('headers of more than 64 kB are refused', async () => {
  const { url, close } = await listen(app(), HERE)
  expect((await fetch(`${url}/v1/models?q=${'a'.repeat(66_000)}`)).status).toBe(431)
  await close()
})

test('the app is told who is connected', async () => {
  const { url, close } = await listen({ fetch: (_request, { address } = {}) => new Response(address) }, HERE)
  expect(await (await fetch(url)).text()).toBe('127.0.0.1')
  await close()
})

test('a taken port is told by its setting', async () => {
  const first = await listen(app(), HERE)
  const port = Number(new URL(first.url).port)
  await expect(listen(app(), { host: '127.0.0.1', port })).rejects.toThrow(`PORT: ${port}`)
  await first.close()
})

test('an address of another machine is told by its setting', async () => {
  await expect(listen(app(), { host: '192.0.2.1', port: 0 })).rejects.toThrow('HOST: 192.0.2.1')
})

function app() {
  return createApp(
    createCatalogue([exampleModel('a/red')], { kind: 'embedded', name: 'example', as_of: '2026-04-22' }),
  )
}

function readToEnd(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let text = ''
    socket.setEncoding('latin1')
    socket.on('data', (chunk) => (text += chunk))
    socket.on('error', () => {})
    socket.on('close', () => resolve(text))
  })
}
