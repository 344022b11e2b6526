import { type Context, Hono } from 'hono'
import { ApiError } from '#contract/apiError.ts'
import { readChangesQuery, writeChangesQuery } from '#contract/changesQuery.ts'
import { readFacetsQuery, writeFacetsQuery } from '#contract/facets.ts'
import { readModelsQuery, writeModelsQuery } from '#contract/modelsQuery.ts'
import { writeCursor } from '#contract/cursor.ts'
import { type AnswerCache, createAnswerCache } from './answerCache.ts'
import { describeApi } from './describeApi.ts'
import type { ModelSource } from './ModelSource.ts'

type ApiContext = Context<{ Variables: { requestId: string } }>

/** `GET /v1/models`, its extensions and their description, answered from a source. */
export function createApi(source: ModelSource, answers: AnswerCache = createAnswerCache()) {
  const api = new Hono<{ Variables: { requestId: string } }>()

  api.use('/v1/*', async (c, next) => {
    c.set('requestId', crypto.randomUUID())
    checkAuthorization(c.req.header('Authorization'))
    await next()
  })

  // Of any path, so that a browser lets a page of another origin see our 404 too.
  api.options(
    '/v1/*',
    (c) => new Response(null, { status: 204, headers: { ...writeHeaders(c), ...PREFLIGHT } }),
  )

  api.get('/v1/models', (c) => {
    const query = readModelsQuery(readParameters(c))
    const { page, ...request } = query
    const key = writeKey(writeModelsQuery({ ...request, cursor: writeCursor(page) }))
    return respond(c, `/v1/models?${key}`, () => source.find(query))
  })

  api.get('/v1/models/facets', (c) => {
    const query = readFacetsQuery(readParameters(c))
    return respond(c, `/v1/models/facets?${writeKey(writeFacetsQuery(query))}`, () => source.facets(query))
  })

  api.get('/v1/models/names', (c) => respond(c, '/v1/models/names', () => source.names()))

  api.get('/v1/models/:endpoint_id{.+}/history', (c) => {
    const endpointId = c.req.param('endpoint_id')
    const { history } = source
    if (history === undefined) throw withoutHistory()
    return respond(c, `/v1/models/${endpointId}/history`, () => history(endpointId))
  })

  api.get('/v1/changes', (c) => {
    const query = readChangesQuery(readParameters(c))
    const { page, ...request } = query
    const { changes } = source
    if (changes === undefined) throw withoutHistory()
    const key = writeChangesQuery({ ...request, cursor: writeCursor(page) })
    return respond(c, `/v1/changes?${key}`, () => changes(query))
  })

  api.get('/v1/openapi.json', (c) => respond(c, '/v1/openapi.json', async () => describeApi()))

  for (const path of PATHS) {
    api.all(path, (c) => {
      const error = new ApiError('validation_error', `${c.req.method}: expected ${METHODS}`)
      return writeError(c, error, 405, { Allow: METHODS })
    })
  }

  api.all('/v1/*', (c) => {
    const docs_url = new URL('/v1/openapi.json', c.req.url).href
    throw new ApiError('not_found', `There is nothing at ${c.req.path}`, { docs_url })
  })

  api.onError((error, c) => {
    if (error instanceof ApiError) return writeError(c, error, error.status)
    console.error(`Request ${c.get('requestId')} failed:`, error)
    return writeError(c, new ApiError('server_error', 'Something went wrong on our side'), 500)
  })

  return api

  function respond(c: ApiContext, key: string, find: () => Promise<unknown>): Promise<Response> {
    const make = async () => ({ ...JSON_ANSWER, body: JSON.stringify(await find()) })
    return answers.respond(c.req.raw, key, make, writeHeaders(c))
  }
}

const PATHS = [
  '/v1/models',
  '/v1/models/facets',
  '/v1/models/names',
  '/v1/models/:endpoint_id{.+}/history',
  '/v1/changes',
  '/v1/openapi.json',
]

const METHODS = 'GET, HEAD, OPTIONS'

const PREFLIGHT = {
  Allow: METHODS,
  'Access-Control-Allow-Methods': METHODS,
  'Access-Control-Allow-Headers': 'Authorization, Content-Type',
  'Access-Control-Max-Age': '86400',
}

const JSON_ANSWER = {
  contentType: 'application/json',
  cacheControl: 'public, max-age=0, must-revalidate',
}

function withoutHistory() {
  return new ApiError('not_implemented', 'The catalogue behind this server keeps no history')
}

function readParameters(c: ApiContext): URLSearchParams {
  return new URL(c.req.url).searchParams
}

/** The same for equal questions, in whatever order their values stand: only that of ids is one of the answer. */
function writeKey(params: URLSearchParams): string {
  const written = [...params].map(([name, value]) => new URLSearchParams([[name, value]]).toString())
  return [
    ...written.filter((pair) => !pair.startsWith('endpoint_id=')).sort(),
    ...written.filter((pair) => pair.startsWith('endpoint_id=')),
  ].join('&')
}

/** A key changes nothing here, but one that could never work is refused, as the documentation says. */
function checkAuthorization(header: string | undefined) {
  if (header === undefined || /^Key +\S+$/i.test(header)) return
  throw new ApiError('authorization_error', 'Authorization: expected "Key <api key>", or no such header')
}

function writeHeaders(c: ApiContext): Record<string, string> {
  return {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'ETag, Retry-After, X-Request-Id',
    'X-Content-Type-Options': 'nosniff',
    'X-Request-Id': c.get('requestId'),
  }
}

function writeError(c: ApiContext, error: ApiError, status: number, headers: Record<string, string> = {}) {
  const { type, message, details } = error
  const { retryAfter } = details
  return Response.json(new ApiError(type, message, { ...details, request_id: c.get('requestId') }), {
    status,
    headers: {
      ...writeHeaders(c),
      ...headers,
      'Cache-Control': 'no-store',
      ...(retryAfter !== undefined && { 'Retry-After': String(retryAfter) }),
    },
  })
}
