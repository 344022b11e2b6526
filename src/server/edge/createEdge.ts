import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Hono } from 'hono'
import { getPath } from 'hono/utils/url'
import { ApiError } from '#contract/apiError.ts'
import type { AnswerCache } from '#server/answerCache.ts'
import type { AnswerEnv, Visit } from '#server/AnswerEnv.ts'
import { isOfEndpoint, respondToError } from '#server/refuse.ts'
import { type AdmissionSettings, createAdmission } from './createAdmission.ts'
import { createRequestIds } from './createRequestIds.ts'
import type { Allowance } from './createRateLimit.ts'
import { isReachedByTls, readClient, type ReadHeader } from './readClient.ts'

export type EdgeOptions = {
  /** Who may ask how much; without it everyone, any amount. */
  admission?: AdmissionSettings
  /** How many proxies stand before us: what they say of the reader is believed. */
  trustedProxies?: number
  /** Is told of every request once it is answered. */
  observe?: (request: AnsweredRequest) => void
}

/** What the log and the metrics say of a request: its path alone, as a query may hold what is nobody's business. */
export type AnsweredRequest = {
  id: string
  method: string
  path: string
  status: number
  /** Milliseconds until the answer stood. */
  duration: number
}

/** Who is connected; nothing where the runtime does not tell. */
export type Connection = { address?: string | undefined }

export type Edge = {
  fetch: (request: Request, connection?: Connection) => Response | Promise<Response>
  /**
   * Answers at once, with Node's own objects, what was asked before; those of the Web would take half of the time.
   * Whether it did: where not, nothing has happened yet.
   */
  answerKept: (request: IncomingMessage, response: ServerResponse) => boolean
}

/** What stands before the app: gives each request its id, refuses those that may not be made, and tells of all. */
export function createEdge(
  app: Hono<AnswerEnv>,
  answers: AnswerCache,
  { admission, trustedProxies = 0, observe = () => {} }: EdgeOptions,
): Edge {
  const admit = admission && createAdmission(admission)
  const nextId = createRequestIds()

  return { fetch, answerKept }

  function fetch(request: Request, { address }: Connection = {}): Response | Promise<Response> {
    const start = performance.now()
    const readHeader: ReadHeader = (name) => request.headers.get(name)
    const visit = createVisit(getPath(request), readHeader, request.url.startsWith('https:'))
    try {
      const response = answer()
      return response instanceof Promise ? response.catch(fail).then(note) : note(response)
    } catch (error) {
      return note(fail(error))
    }

    function answer(): Response | Promise<Response> {
      checkRequest(request, visit.path)
      heed(admit?.(visit.path, readHeader, () => readClient(readHeader, address, trustedProxies)))
      return app.fetch(request, visit)
    }

    function heed(allowance: Allowance | undefined) {
      if (allowance === undefined) return
      Object.assign(visit.headers, allowance.headers)
      if (!allowance.isAllowed) throw beyondLimit(allowance)
    }

    function fail(error: unknown): Response {
      return respondToError(error, visit)
    }

    function note(response: Response): Response {
      tell(visit, request.method, response.status, start)
      return response
    }
  }

  function answerKept(request: IncomingMessage, response: ServerResponse): boolean {
    const start = performance.now()
    const kept = answers.recall(request)
    if (kept === undefined) return false
    const { path, sent } = kept
    const readHeader: ReadHeader = (name) => request.headers[name]?.toString()
    const allowance = admit?.(path, readHeader, () =>
      readClient(readHeader, request.socket.remoteAddress, trustedProxies),
    )
    // Refused, which takes nothing from the client: the app's way says so.
    if (allowance?.isAllowed === false) return false
    const id = nextId()
    const headers = ['X-Request-Id', id, ...OF_ENDPOINT_LIST, ...sent.headerList]
    if (allowance) {
      const { headers: left } = allowance
      headers.push('RateLimit-Policy', left['RateLimit-Policy'], 'RateLimit', left.RateLimit)
    }
    if (isReachedByTls(readHeader, trustedProxies)) headers.push(...OVER_TLS_LIST)
    response.writeHead(sent.status, headers).end(sent.body)
    tell({ id, path }, 'GET', sent.status, start)
    return true
  }

  function createVisit(path: string, readHeader: ReadHeader, isTls = false): Visit {
    const id = nextId()
    const isSecure = isTls || isReachedByTls(readHeader, trustedProxies)
    const headers: Record<string, string> = { 'X-Request-Id': id, ...OF_ALL }
    if (isOfEndpoint(path)) Object.assign(headers, OF_ENDPOINT)
    if (isSecure) Object.assign(headers, OVER_TLS)
    return { id, path, isSecure, headers }
  }

  function tell({ id, path }: Pick<Visit, 'id' | 'path'>, method: string, status: number, start: number) {
    try {
      observe({ id, method, path, status, duration: performance.now() - start })
    } catch (error) {
      // The reader has nothing to do with it.
      console.error(`Request ${id} could not be noted:`, error)
    }
  }
}

function beyondLimit({ perMinute, retryAfter }: Allowance): ApiError {
  const message = `Expected at most ${perMinute} requests a minute; try again in ${retryAfter} s`
  return new ApiError('rate_limited', message, { retryAfter })
}

const OF_ALL = { 'X-Content-Type-Options': 'nosniff' }
const OVER_TLS = { 'Strict-Transport-Security': 'max-age=31536000' }
const OF_ENDPOINT = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id',
}

// Of the endpoint's answers, which alone are kept by address; with names and values in turn.
const OF_ENDPOINT_LIST = Object.entries({ ...OF_ALL, ...OF_ENDPOINT }).flat()
const OVER_TLS_LIST = Object.entries(OVER_TLS).flat()

/** Characters. What the app itself writes stays far below; Node's own bound on all headers is of the same size. */
const MAX_ADDRESS_LENGTH = 65_536

/** Refuses what could never be answered. */
function checkRequest(request: Request, path: string) {
  if (request.url.length > MAX_ADDRESS_LENGTH) {
    const message = `The address: expected at most ${MAX_ADDRESS_LENGTH} characters, got ${request.url.length}`
    throw new ApiError('validation_error', message)
  }
  // Elsewhere it may be for a proxy before us.
  if (!isOfEndpoint(path)) return
  const header = request.headers.get('Authorization')
  if (header === null || /^Key +\S+$/i.test(header)) return
  throw new ApiError('authorization_error', 'Authorization: expected "Key <api key>", or no such header')
}
