import { Hono } from 'hono'
import { ApiError } from '#contract/apiError.ts'
import { readChangesQuery, writeChangesQuery } from '#contract/changesQuery.ts'
import { readFacetsQuery, writeFacetsQuery } from '#contract/facets.ts'
import { readModelsQuery, writeModelsQuery } from '#contract/modelsQuery.ts'
import { writeCursor } from '#contract/cursor.ts'
import type { AnswerCache } from './answerCache.ts'
import type { AnswerContext, AnswerEnv } from './AnswerEnv.ts'
import { describeApi } from './describeApi.ts'
import type { ModelSource } from './ModelSource.ts'
import { refuse } from './refuse.ts'

/** `GET /v1/models`, its extensions and their description, answered from a source. */
export function createApi(source: ModelSource, answers: AnswerCache) {
  const api = new Hono<AnswerEnv>()

  // Of any path, so that a browser lets a page of another origin see our 404 too.
  api.options(
    '/v1/*',
    (c) => new Response(null, { status: 204, headers: { ...c.env.headers, ...PREFLIGHT } }),
  )

  api.get('/v1/models', async (c) => {
    const query = readModelsQuery(readParameters(c))
    const readersKey = source.findAs && readKey(c)
    if (source.findAs && readersKey !== undefined) return respondTo(c, await source.findAs(query, readersKey))
    const { page, edition, ...request } = query
    const key = writeKey(writeModelsQuery({ ...request, cursor: writeCursor(page, edition) }))
    return respond(c, `/v1/models?${key}`, () => source.find(query))
  })

  api.get('/v1/models/facets', (c) => {
    const query = readFacetsQuery(readParameters(c))
    return respond(c, `/v1/models/facets?${writeKey(writeFacetsQuery(query))}`, async () => {
      const facets = await source.facets(query)
      return source.findAs ? { ...facets, source: { ...facets.source, takes_keys: true } } : facets
    })
  })

  api.get('/v1/models/names', (c) => respond(c, '/v1/models/names', () => source.names()))

  api.get('/v1/models/:endpoint_id{.+}/history', (c) => {
    const endpointId = c.req.param('endpoint_id')
    const { history } = source
    if (history === undefined) throw withoutHistory()
    return respond(c, `/v1/models/${endpointId}/history`, () => history(endpointId))
  })

  api.get('/v1/models/:endpoint_id{.+}/alternatives', (c) => {
    const endpointId = c.req.param('endpoint_id')
    return respond(c, `/v1/models/${endpointId}/alternatives`, () => source.alternatives(endpointId))
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
      return refuse(c.env, error, { status: 405, Allow: METHODS })
    })
  }

  api.all('/v1/*', (c) => {
    const docs_url = new URL('/v1/openapi.json', c.req.url).href
    throw new ApiError('not_found', `There is nothing at ${c.req.path}`, { docs_url })
  })

  return api

  function respond(c: AnswerContext, key: string, find: () => Promise<unknown>): Promise<Response> {
    const make = async () => ({ ...JSON_ANSWER, body: JSON.stringify(await find()) })
    return answers.respond(c, key, make)
  }
}

const PATHS = [
  '/v1/models',
  '/v1/models/facets',
  '/v1/models/names',
  '/v1/models/:endpoint_id{.+}/history',
  '/v1/models/:endpoint_id{.+}/alternatives',
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

/** Answers one reader alone. */
function respondTo(c: AnswerContext, answer: unknown): Response {
  return c.json(answer, 200, { ...c.env.headers, 'Cache-Control': 'private, no-store' })
}

function readKey(c: AnswerContext): string | undefined {
  return /^Key +(\S+)$/i.exec(c.req.header('Authorization') ?? '')?.[1]
}

function withoutHistory() {
  return new ApiError('not_implemented', 'The catalogue behind this server keeps no history')
}

function readParameters(c: AnswerContext): URLSearchParams {
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
