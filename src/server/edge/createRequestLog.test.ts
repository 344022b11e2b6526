import { expect, test } from 'vitest'
import { createRequestLog } from './createRequestLog.ts'

test('each request is one line of JSON', () => {
  const written: string[] = []
  const log = createRequestLog((lines) => written.push(Buffer.from(lines).toString()))
  log.note({ id: '1', method: 'GET', path: '/v1/models', status: 200, duration: 1.23456 })
  log.note({ id: '2', method: 'GET', path: `/"\n${'a'.repeat(5000)}`, status: 404, duration: 0 })
  log.flush()
  const lines = written.join('').trimEnd().split('\n')
  expect(lines).toHaveLength(2)
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    id: '1',
    method: 'GET',
    path: '/v1/models',
    status: 200,
    duration_ms: 1.23,
  })
  expect(lines[1]?.length).toBeLessThan(400)
  expect(JSON.parse(lines[1] ?? '')).toMatchObject({
    path: expect.stringMatching(/^\/"\na+$/),
    duration_ms: 0,
  })
})

test('lines are written together, soon', async () => {
  const log = await new Promise<string>((resolve) => {
    const log = createRequestLog((lines) => resolve(Buffer.from(lines).toString()))
    for (const id of ['1', '2', '3']) log.note({ id, method: 'GET', path: '/', status: 200, duration: 1 })
  })
  expect(log.trimEnd().split('\n')).toHaveLength(3)
})

test('however many lines there are and whatever they hold, each is written once, whole and in order', () => {
  const written: Uint8Array[] = []
  const log = createRequestLog((lines) => written.push(lines))
  const ids = Array.from({ length: 2000 }, (_, number) => String(number))
  for (const id of ids) log.note({ id, method: 'GET', path: '\u0000€'.repeat(200), status: 200, duration: 1 })
  log.flush()
  const lines = Buffer.concat(written).toString().trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line).id)).toEqual(ids)
})
