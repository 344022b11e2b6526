import type { Hono } from 'hono'
import { getPath } from 'hono/utils/url'
import { ApiError } from '#contract/apiError.ts'
import type { AnswerCache } from '#server/answerCache.ts'
import type { AnswerEnv, Visit } from '#server/AnswerEnv.ts'
import { isOfEndpoint, respondToError } from '#server/refuse.ts'
import { type AdmissionSettings, createAdmission } from './createAdmission.ts'
import { isReachedByTls, readClient } from './readClient.ts'

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

/**
 * What stands before the app: gives each request its id, refuses those that may not be made, answers at once those whose
 * answer is kept, and tells of all.
 */
export function createEdge(
  app: Hono<AnswerEnv>,
  answers: AnswerCache,
  { admission, trustedProxies = 0, observe = () => {} }: EdgeOptions,
) {
  const admit = admission && createAdmission(admission)

  return function fetch(request: Request, connection: Connection = {}): Response | Promise<Response> {
    const start = performance.now()
    const visit = createVisit(request)
    try {
      const response = answer(request, visit, connection)
      return response instanceof Promise ? response.catch(fail).then(tell) : tell(response)
    } catch (error) {
      return tell(fail(error))
    }

    function fail(error: unknown): Response {
      return respondToError(error, visit)
    }

    function tell(response: Response): Response {
      const { id, path } = visit
      const duration = performance.now() - start
      try {
        observe({ id, method: request.method, path, status: response.status, duration })
      } catch (error) {
        // The reader has nothing to do with it.
        console.error(`Request ${id} could not be noted:`, error)
      }
      return response
    }
  }

  function createVisit(request: Request): Visit {
    const id = crypto.randomUUID()
    const path = getPath(request)
    const isSecure = isReachedByTls(request, trustedProxies)
    const headers: Record<string, string> = { 'X-Request-Id': id, 'X-Content-Type-Options': 'nosniff' }
    if (isOfEndpoint(path)) Object.assign(headers, OPEN_TO_ALL_ORIGINS)
    if (isSecure) headers['Strict-Transport-Security'] = 'max-age=31536000'
    return { id, path, isSecure, headers }
  }

  function answer(request: Request, visit: Visit, { address }: Connection): Response | Promise<Response> {
    checkRequest(request, visit.path)
    admit?.(request, visit, () => readClient(request, address, trustedProxies))
    return answers.recall(request, visit) ?? app.fetch(request, visit)
  }
}

const OPEN_TO_ALL_ORIGINS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id',
}

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
