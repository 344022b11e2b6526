import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test, vi } from 'vitest'
import { createCatalogue } from './catalogue/createCatalogue.ts'
import { exampleModel } from './catalogue/exampleModel.ts'
import { createApp } from './createApp.ts'
import { describeApi } from './describeApi.ts'
import { readDescribed } from './readDescribed.ts'
import { createReleaseHistory } from './embedded/createReleaseHistory.ts'

test('the description is valid OpenAPI', async () => {
  expect(await new Validator().validate(structuredClone(describeApi()))).toEqual({ valid: true })
})

test('the description is served as it is', async () => {
  const response = await apiOverExamples().request('/v1/openapi.json')
  expect(response.headers.get('Content-Type')).toBe('application/json')
  expect(await response.json()).toEqual(describeApi())
})

test('every reference leads somewhere', () => {
  const { schemas } = describeApi().components
  const references = JSON.stringify(describeApi()).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)
  const names = [...references].map(([, name]) => name)
  expect(names).toContain('ModelMetadata')
  for (const name of names) expect(schemas).toHaveProperty(name ?? '')
})

test.each([
  ['/v1/models', '?limit=1', 200],
  ['/v1/models', '?endpoint_id=a/bare&endpoint_id=a/full&expand=openapi-3.0&expand=enterprise_status', 200],
  ['/v1/models', '?q=full', 200],
  ['/v1/models', '?q=zzzz', 200],
  ['/v1/models', '?include=signature&tag=new&takes=-audio', 200],
  ['/v1/models', '?fold=group&sort=-name', 200],
  ['/v1/models', '?q=full&include=match', 200],
  ['/v1/models', '?limit=none', 400],
  ['/v1/models', '?takes=smell', 400],
  ['/v1/models', '?endpoint_id=a/none', 404],
  ['/v1/models/facets', '?status=active', 200],
  ['/v1/models/facets', '?status=none', 400],
  ['/v1/models/names', '', 200],
  ['/v1/models/{endpoint_id}/history', '', 200],
  ['/v1/models/{endpoint_id}/alternatives', '', 200],
  ['/v1/changes', '?limit=1', 200],
  ['/v1/changes', '?event=none', 400],
] as const)('%s%s is answered as described', async (path, search, status) => {
  const response = await apiOverExamples().request(`${path.replace('{endpoint_id}', 'a/full')}${search}`)
  expect(response.status).toBe(status)
  expect(readDescribed(path, status).schema.safeParse(await response.json()).error).toBeUndefined()
})

test.each([
  [401, { headers: { Authorization: 'nonsense' } }],
  [405, { method: 'POST' }],
] as const)('%i is answered as described', async (status, init) => {
  const response = await apiOverExamples().request('/v1/models', init)
  expect(response.status).toBe(status)
  expect(readDescribed('/v1/models', status).schema.safeParse(await response.json()).error).toBeUndefined()
})

test('429, 500 and 501 are answered as described', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const catalogue = createCatalogue([], { kind: 'embedded', name: 'example 1.0', as_of: '2026-04-22' })
  const failing = { ...catalogue, facets: () => Promise.reject(new Error('none of your business')) }
  const app = createApp(failing, { admission: { rateLimit: 2, apiKeys: [] } })
  const cases = [
    ['/v1/changes', 501],
    ['/v1/models/facets', 500],
    ['/v1/models', 429],
  ] as const
  for (const [path, status] of cases) {
    const response = await app.request(path, {}, { address: '192.0.2.1' })
    expect(response.status).toBe(status)
    expect(readDescribed(path, status).schema.safeParse(await response.json()).error).toBeUndefined()
  }
  log.mockRestore()
})

test.each([
  ['/v1/models', [200, 400, 401, 404, 405, 429, 500]],
  ['/v1/models/facets', [200, 400, 401, 405, 429, 500]],
  ['/v1/models/names', [200, 401, 405, 429, 500]],
  ['/v1/models/{endpoint_id}/history', [200, 400, 401, 404, 405, 429, 500, 501]],
  ['/v1/models/{endpoint_id}/alternatives', [200, 400, 401, 404, 405, 429, 500]],
  ['/v1/changes', [200, 400, 401, 405, 429, 500, 501]],
] as const)('the examples of %s are what is described', (path, statuses) => {
  for (const status of statuses) {
    const { schema, example } = readDescribed(path, status)
    expect(schema.safeParse(example).error).toBeUndefined()
  }
})

test('what is described refuses what is not an answer', () => {
  expect(readDescribed('/v1/models', 200).schema.safeParse({ models: [{}] }).success).toBe(false)
  expect(readDescribed('/v1/models', 404).schema.safeParse({ error: 'none' }).success).toBe(false)
})

const INPUT = { type: 'object', properties: { prompt: { type: 'string' } } }
const OPENAPI = {
  openapi: '3.0.4',
  paths: { '/a/full': { post: { requestBody: { content: { 'application/json': { schema: INPUT } } } } } },
}

function apiOverExamples() {
  const models = [
    exampleModel(
      'a/full',
      {
        group: { key: 'full', label: 'All' },
        kind: 'inference',
        tags: ['new'],
        stream_url: 'https://fal.run/a/full/stream',
      },
      { openapi: OPENAPI, enterprise_status: 'ready' },
    ),
    { endpoint_id: 'a/bare' },
    exampleModel('a/other', { status: 'deprecated' }),
  ]
  const catalogue = createCatalogue(models, { kind: 'embedded', name: 'example 1.0', as_of: '2026-04-22' })
  return createApp({ ...catalogue, ...createReleaseHistory(models, async () => HISTORY) })
}

const HISTORY = {
  schemas: [{ type: 'object' as const, properties: { a: { type: 'string' as const } } }, {}],
  endpoints: {
    'a/full': {
      releases: ['1.8.0', '1.9.6'],
      changes: [
        { release: '1.8.0', input: 'In', output: 'Out', components: { In: 1, Out: 1 } },
        { release: '1.9.6', input: 'In', output: 'Out', components: { In: 0, Out: 1 } },
      ],
    },
  },
}
