import { expect, test, vi } from 'vitest'
import { ModelAlternatives } from '#contract/alternatives.ts'
import { ApiErrorEnvelope } from '#contract/apiError.ts'
import { writeCursor } from '#contract/cursor.ts'
import { ModelsFacets } from '#contract/facets.ts'
import { ModelNames } from '#contract/modelNames.ts'
import { ModelsPage } from '#contract/models.ts'
import { createCatalogue } from './catalogue/createCatalogue.ts'
import { exampleModel } from './catalogue/exampleModel.ts'
import { createApp } from './createApp.ts'
import type { ModelSource } from './ModelSource.ts'

const SOURCE = { kind: 'embedded', name: 'example 1.0', as_of: '2026-04-22' } as const
const COLOURS = ['a/red', 'a/green', 'a/blue']

test('pages follow the cursor until has_more is false', async () => {
  const get = apiOver(COLOURS)
  const first = ModelsPage.parse((await get('/v1/models?limit=2')).body)
  const second = await get(`/v1/models?limit=2&cursor=${first.next_cursor}`)
  expect(ids(second)).toEqual(['a/blue'])
  expect(second.body).toMatchObject({ has_more: false, next_cursor: null })
})

test('more than a page may hold is clamped, to ten with documents', async () => {
  const get = apiOver(Array.from({ length: 120 }, (_, number) => `a/model-${number}`))
  expect(ids(await get('/v1/models?limit=5000'))).toHaveLength(100)
  expect(ids(await get('/v1/models?limit=5000&expand=openapi-3.0'))).toHaveLength(10)
})

test('find, search and their combination answer by the same address', async () => {
  const get = apiOver(COLOURS)
  expect(ids(await get('/v1/models?endpoint_id=a/blue&endpoint_id=a/red'))).toEqual(['a/blue', 'a/red'])
  expect(ids(await get('/v1/models?q=green'))).toEqual(['a/green'])
  expect(ids(await get('/v1/models?endpoint_id=a/blue&endpoint_id=a/red&q=red&status=active'))).toEqual([
    'a/red',
  ])
})

test('facets count under the same filters', async () => {
  const { status, body } = await apiOver(COLOURS)('/v1/models/facets?q=green')
  expect(status).toBe(200)
  expect(ModelsFacets.parse(body)).toMatchObject({ total: 1, source: SOURCE })
})

test('an id keeps its slashes in the address of its history', async () => {
  const asked: string[] = []
  const history = async (endpoint_id: string) => {
    asked.push(endpoint_id)
    return { endpoint_id, releases: [], nearest_active: [] }
  }
  const api = createApp({ ...catalogueOf(COLOURS), history })
  expect((await api.request('/v1/models/a/b/v1.1/history')).status).toBe(200)
  expect((await api.request('/v1/models/a/with%20space/history')).status).toBe(200)
  expect((await api.request('/v1/models/history')).status).toBe(404)
  expect((await api.request('/v1/models/a/red/history', { method: 'POST' })).status).toBe(405)
  expect(asked).toEqual(['a/b/v1.1', 'a/with space'])
})

test('what can stand in for a model has an address of its own, and an unknown id is told', async () => {
  const get = apiOver(COLOURS)
  const { body } = await get('/v1/models/a/red/alternatives')
  expect(ModelAlternatives.parse(body)).toEqual({ endpoint_id: 'a/red', alternatives: [] })
  expect((await get('/v1/models/a/none/alternatives')).response.status).toBe(404)
})

test('the names of all models have an address of their own', async () => {
  const { body } = await apiOver(COLOURS)('/v1/models/names')
  expect(ModelNames.parse(body).models.map(({ endpoint_id }) => endpoint_id)).toEqual(COLOURS)
})

test.each([
  ['/v1/models?limit=0', 400, 'validation_error', 'limit'],
  ['/v1/models?cursor=nonsense', 400, 'validation_error', 'cursor'],
  ['/v1/models?sort=price', 400, 'validation_error', 'sort'],
  ['/v1/models?fold=tag', 400, 'validation_error', 'fold'],
  ['/v1/models?include=all', 400, 'validation_error', 'include'],
  ['/v1/models?kind=magic', 400, 'validation_error', 'kind'],
  ['/v1/models?updated_since=yesterday', 400, 'validation_error', 'updated_since'],
  ['/v1/models?status=old', 400, 'validation_error', 'status'],
  ['/v1/models?expand=everything', 400, 'validation_error', 'expand'],
  [`/v1/models?${manyIds(51)}`, 400, 'validation_error', 'endpoint_id'],
  ['/v1/models/facets?status=old', 400, 'validation_error', 'status'],
  ['/v1/models?endpoint_id=a/none', 404, 'not_found', 'a/none'],
  ['/v1/nothing', 404, 'not_found', '/v1/nothing'],
  ['/v1', 404, 'not_found', '/v1'],
  ['/v1/models/facets/more', 404, 'not_found', 'more'],
  ['/v1/models/a/red/history', 501, 'not_implemented', 'history'],
  ['/v1/changes', 501, 'not_implemented', 'history'],
  ['/v1/changes?event=none', 400, 'validation_error', 'event'],
])('%s is refused with %i %s', async (path, status, type, part) => {
  const { response, body } = await apiOver(COLOURS)(path)
  const { error } = ApiErrorEnvelope.parse(body)
  expect(response.status).toBe(status)
  expect(error.type).toBe(type)
  expect(error.message).toContain(part)
  expect(error.request_id).toBe(response.headers.get('X-Request-Id'))
  expect(response.headers.get('Cache-Control')).toBe('no-store')
})

test.each(['abc', 'Bearer abc', 'Key', 'Key ', 'Key a b', ''])(
  'the Authorization header "%s" is malformed',
  async (Authorization) => {
    const { response, body } = await apiOver(COLOURS)('/v1/models', { headers: { Authorization } })
    expect(response.status).toBe(401)
    expect(ApiErrorEnvelope.parse(body).error.type).toBe('authorization_error')
  },
)

test('a key is accepted and changes nothing', async () => {
  const get = apiOver(COLOURS)
  const withKey = await get('/v1/models', { headers: { Authorization: 'Key some:thing' } })
  expect(withKey.body).toEqual((await get('/v1/models')).body)
})

test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('%s is refused, and told what is allowed', async (method) => {
  for (const path of ['/v1/models', '/v1/models/facets', '/v1/openapi.json']) {
    const { response, body } = await apiOver(COLOURS)(path, { method })
    expect(response.status).toBe(405)
    expect(response.headers.get('Allow')).toBe('GET, HEAD, OPTIONS')
    expect(ApiErrorEnvelope.parse(body).error.message).toContain(method)
  }
})

test('HEAD has the headers of GET and no body', async () => {
  const api = createApp(catalogueOf(COLOURS))
  const get = await api.request('/v1/models')
  const head = await api.request('/v1/models', { method: 'HEAD' })
  expect(head.status).toBe(200)
  expect(await head.text()).toBe('')
  for (const name of ['Content-Length', 'Content-Type', 'ETag', 'Cache-Control', 'Vary']) {
    expect(head.headers.get(name)).toBe(get.headers.get(name))
    expect(head.headers.get(name)).not.toBeNull()
  }
})

test('pages of other origins may ask, after a preflight', async () => {
  const api = createApp(catalogueOf(COLOURS))
  const preflight = await api.request('/v1/models', {
    method: 'OPTIONS',
    headers: { Origin: 'https://example.com', 'Access-Control-Request-Method': 'GET' },
  })
  expect(preflight.status).toBe(204)
  expect(preflight.headers.get('Access-Control-Allow-Headers')).toMatch(/Authorization.*Content-Type/)
  expect(preflight.headers.get('Access-Control-Allow-Methods')).toContain('GET')
  expect(preflight.headers.get('Access-Control-Max-Age')).toMatch(/^\d+$/)
  for (const response of [preflight, await api.request('/v1/models'), await api.request('/v1/nothing')]) {
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
  }
})

test('every answer has a request id of its own, also when the body is a kept one', async () => {
  const api = createApp(catalogueOf(COLOURS))
  const first = await api.request('/v1/models')
  const again = await api.request('/v1/models', {
    headers: { 'If-None-Match': first.headers.get('ETag') ?? '' },
  })
  const preflight = await api.request('/v1/models', { method: 'OPTIONS' })
  expect(again.status).toBe(304)
  const given = [first, again, preflight].map(({ headers }) => headers.get('X-Request-Id'))
  expect(given).not.toContain(null)
  expect(new Set(given).size).toBe(3)
})

test('queries that mean the same are answered once', async () => {
  let asked = 0
  const source = catalogueOf(COLOURS)
  const api = createApp({
    ...source,
    find: (query) => {
      asked++
      return source.find(query)
    },
  })
  const same = [
    '/v1/models',
    '/v1/models?limit=100&q=',
    `/v1/models?cursor=${writeCursor(1)}&unknown=1`,
    '/v1/models?limit=900',
  ]
  const tags = await Promise.all(same.map(async (path) => (await api.request(path)).headers.get('ETag')))
  expect(new Set(tags).size).toBe(1)
  expect(asked).toBe(1)
  await api.request('/v1/models?q=red')
  expect(asked).toBe(2)
  await api.request('/v1/models?tag=a&tag=-b&kind=training&expand=openapi-3.0&expand=enterprise_status')
  await api.request(
    '/v1/models?expand=enterprise_status&expand=openapi-3.0&kind=training&tag=-b&tag=a&tag=-b',
  )
  expect(asked).toBe(3)
  await api.request('/v1/models?endpoint_id=a/red&endpoint_id=a/blue')
  await api.request('/v1/models?endpoint_id=a/blue&endpoint_id=a/red')
  expect(asked).toBe(5)
})

test('an unexpected failure is told to the log, not to the reader', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const secret = () => Promise.reject(new Error('secret of the house'))
  const response = await createApp({ ...catalogueOf([]), find: secret }).request('/v1/models')
  const answer = await response.text()
  expect(response.status).toBe(500)
  expect(ApiErrorEnvelope.parse(JSON.parse(answer)).error.type).toBe('server_error')
  expect(answer).not.toContain('secret')
  expect(log).toHaveBeenCalledWith(
    expect.anything(),
    expect.objectContaining({ message: 'secret of the house' }),
  )
  log.mockRestore()
})

function apiOver(endpointIds: string[]) {
  const api = createApp(catalogueOf(endpointIds))
  return async function get(path: string, init?: RequestInit) {
    const response = await api.request(path, init)
    const body: unknown = await response.json()
    return { response, status: response.status, body }
  }
}

function catalogueOf(endpointIds: string[]): ModelSource {
  return createCatalogue(
    endpointIds.map((id) => exampleModel(id)),
    SOURCE,
  )
}

function ids({ body }: { body: unknown }): string[] {
  return ModelsPage.parse(body).models.map(({ endpoint_id }) => endpoint_id)
}

function manyIds(count: number): string {
  return Array.from({ length: count }, (_, number) => `endpoint_id=a/${number}`).join('&')
}
