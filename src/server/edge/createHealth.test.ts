import { expect, test, vi } from 'vitest'
import { createCatalogue } from '#server/catalogue/createCatalogue.ts'
import { exampleModel } from '#server/catalogue/exampleModel.ts'
import { createApp } from '#server/createApp.ts'
import { createMetrics } from './createMetrics.ts'

const ORIGIN = { kind: 'embedded', name: 'example 1.0', as_of: '2026-04-22T00:00:00.000Z' } as const
const SOURCE = createCatalogue([exampleModel('a/red'), exampleModel('a/blue')], ORIGIN)

test('alive and ready are told, with where the models come from and how old they are', async () => {
  const app = createApp(SOURCE)
  expect(await (await app.request('/healthz')).json()).toEqual({ status: 'alive' })
  const ready = await app.request('/readyz')
  expect(ready.status).toBe(200)
  expect(ready.headers.get('Cache-Control')).toBe('no-store')
  const state = await ready.json()
  expect(state).toMatchObject({ status: 'ready', source: ORIGIN, models: 2 })
  const age = (Date.now() - Date.parse(ORIGIN.as_of)) / 1000
  expect(state.age_seconds).toBeGreaterThan(age - 60)
  expect(state.age_seconds).toBeLessThan(age + 60)
})

test('whoever stops, or cannot answer, is alive but not ready', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const facets = () => Promise.reject(new Error('secret of the house'))
  for (const app of [createApp({ ...SOURCE, facets }), createApp(SOURCE, { isStopping: () => true })]) {
    expect((await app.request('/healthz')).status).toBe(200)
    const ready = await app.request('/readyz')
    expect(ready.status).toBe(503)
    expect(await ready.text()).not.toContain('secret')
  }
  log.mockRestore()
})

test('the metrics count by method, route and status, whatever the paths', async () => {
  const { count, read } = createMetrics()
  const app = createApp(SOURCE, { observe: count, readMetrics: read })
  for (const path of [
    '/v1/models?q=red',
    '/v1/models',
    '/v1/models/a/red/history',
    '/v1/models?limit=0',
    '/v1/models/facets',
    '/v1/nothing',
    '/thumbnails/a/red.svg',
    '/thumbnails/a/blue.svg',
    '/models/a/red.md',
    '/nowhere',
    '/elsewhere',
  ]) {
    await app.request(path)
  }
  const response = await app.request('/metrics')
  expect(response.headers.get('Content-Type')).toMatch(/^text\/plain; version=0\.0\.4/)
  const text = await response.text()
  const counts = text.match(/^http_requests_total.*$/gm)?.toSorted()
  expect(counts).toEqual([
    'http_requests_total{method="GET",route="/models/{endpoint_id}.md",status="200"} 1',
    'http_requests_total{method="GET",route="/thumbnails/…",status="200"} 2',
    'http_requests_total{method="GET",route="/v1/models",status="200"} 2',
    'http_requests_total{method="GET",route="/v1/models",status="400"} 1',
    'http_requests_total{method="GET",route="/v1/models/facets",status="200"} 1',
    'http_requests_total{method="GET",route="/v1/models/{endpoint_id}/history",status="501"} 1',
    'http_requests_total{method="GET",route="other",status="404"} 3',
  ])
  const durations = text.match(/^http_request_duration_seconds.*route="other".*$/gm)
  expect(durations).toHaveLength(15)
  expect(durations).toContain('http_request_duration_seconds_bucket{le="+Inf",route="other"} 3')
  expect(durations).toContain('http_request_duration_seconds_count{route="other"} 3')
  expect(text).toContain('process_resident_memory_bytes')
})

test('a bucket holds what took as long or less, and the sum is of all', async () => {
  const { count, read } = createMetrics()
  for (const duration of [0, 1, 4, 250, 60_000]) {
    count({ id: '1', method: 'GET', path: '/', status: 200, duration })
  }
  const lines = (await read()).split('\n')
  expect(lines).toContain('http_request_duration_seconds_bucket{le="0.001",route="/"} 2')
  expect(lines).toContain('http_request_duration_seconds_bucket{le="0.005",route="/"} 3')
  expect(lines).toContain('http_request_duration_seconds_bucket{le="0.25",route="/"} 4')
  expect(lines).toContain('http_request_duration_seconds_bucket{le="5",route="/"} 4')
  expect(lines).toContain('http_request_duration_seconds_bucket{le="+Inf",route="/"} 5')
  expect(lines).toContain('http_request_duration_seconds_sum{route="/"} 60.255')
})
