import { expect, test } from 'vitest'
import { createRequestLog } from './createRequestLog.ts'

test('each request is one line of JSON', () => {
  const written: string[] = []
  const log = createRequestLog((text) => written.push(text))
  log.note({ id: '1', method: 'GET', path: '/v1/models', status: 200, duration: 1.23456 })
  log.note({ id: '2', method: 'GET', path: `/${'a'.repeat(5000)}\n`, status: 404, duration: 0 })
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
})

test('lines are written together, soon', async () => {
  const log = await new Promise<string>((resolve) => {
    const log = createRequestLog(resolve)
    for (const id of ['1', '2', '3']) log.note({ id, method: 'GET', path: '/', status: 200, duration: 1 })
  })
  expect(log.trimEnd().split('\n')).toHaveLength(3)
})
