import type { Model } from '#contract/models.ts'
import { exampleModels, type Misbehaviour, send } from './upstreamForTest.ts'

const MODELS = exampleModels(25)

/** What the live endpoint, or what stands before it, has been seen to do or may do, by its name. */
export const FAULTS = {
  'the real 429': (_, response) =>
    send(response, { error: 'Too Many Requests', message: 'Rate limit exceeded' }, 429, {
      'Retry-After': '0',
    }),
  'the documented 429': (_, response) =>
    send(response, { error: { type: 'rate_limited', message: 'Slow down' } }, 429),
  'cursors without padding, or with too much': list((page) => ({
    models: tenOf(page),
    next_cursor: page === 1 ? 'Mg' : 'Mw===',
    has_more: page < 3,
  })),
  'a cursor that is repeated': list((page) => ({
    models: tenOf(page),
    next_cursor: 'Mg==',
    has_more: true,
  })),
  'pages without end': list((page) => ({
    models: tenOf(page),
    next_cursor: btoa(String(page + 1)),
    has_more: true,
  })),
  'an empty page that has more': list((page) => ({
    models: page === 2 ? [] : tenOf(page > 2 ? page - 1 : page),
    next_cursor: btoa(String(page + 1)),
    has_more: page < 4,
  })),
  'the same model on two pages': list((page) => ({
    models: page === 2 ? [...tenOf(1).slice(5), ...tenOf(2)] : tenOf(page),
    next_cursor: btoa(String(page + 1)),
    has_more: page < 3,
  })),
  'no models at all': list(() => ({ models: [], next_cursor: null, has_more: false })),
  'models without metadata': list(() => ({
    models: MODELS.map(({ endpoint_id }) => ({ endpoint_id })),
    next_cursor: null,
    has_more: false,
  })),
  'fields of wrong types': list(() => ({
    models: MODELS.map(({ endpoint_id, metadata }, place) => ({
      endpoint_id,
      metadata: place % 2 === 0 ? { ...metadata, tags: null, duration_estimate: 'long' } : 'none',
      openapi: [],
    })),
    next_cursor: null,
    has_more: false,
  })),
  'truncated JSON': (_, response) => {
    response.end('{"models":[{"endpoint_id":"a/')
    return true
  },
  'HTML with status 200': (_, response) => {
    response.end('<!doctype html><title>Hello')
    return true
  },
  'JSON of another shape': (_, response) => send(response, { items: [] }),
  'an HTML error': (_, response) => {
    response.writeHead(502).end('<h1>Bad gateway')
    return true
  },
  silence: () => true,
  'silence in the middle': (_, response) => {
    response.write('{"models":[')
    return true
  },
  'a connection that is reset': (_, response) => {
    response.socket?.resetAndDestroy()
    return true
  },
  'a redirect to another host': (_, response) => {
    response.writeHead(302, { Location: 'http://127.0.0.2:9/v1/models' }).end()
    return true
  },
  'a redirect in circles': (url, response) => {
    response.writeHead(302, { Location: url.pathname }).end()
    return true
  },
  'a body that does not end': (_, response) => {
    const more = setInterval(() => response.write('x'.repeat(50_000)), 1)
    response.on('close', () => clearInterval(more))
    return true
  },
  'models that vanish between list and find': (url, response) =>
    url.searchParams.has('endpoint_id')
      ? send(response, { error: { type: 'not_found', message: 'endpoint_id: gone' } }, 404)
      : undefined,
} satisfies Record<string, Misbehaviour>

type WirePage = { models: unknown[]; next_cursor: string | null; has_more: boolean }

/** Another listing; models that are asked for by id are answered as they should be. */
function list(answer: (page: number) => WirePage): Misbehaviour {
  return (url, response) => {
    if (url.searchParams.has('endpoint_id')) return undefined
    return send(response, answer(Number(atob(url.searchParams.get('cursor')?.replaceAll('=', '') ?? 'MQ'))))
  }
}

function tenOf(page: number): Model[] {
  return MODELS.slice(10 * (page - 1), 10 * page)
}
