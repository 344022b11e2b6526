import { createMiddleware } from 'hono/factory'
import { ApiError } from '#contract/apiError.ts'
import type { AnswerContext, AnswerEnv } from '#server/AnswerEnv.ts'
import { isOfEndpoint, refuse } from '#server/refuse.ts'
import { type AdmissionSettings, createAdmission } from './createAdmission.ts'
import { isReachedByTls } from './readClient.ts'

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

/** What stands before all answers: gives each request its id, refuses those that may not be made, and tells of all. */
export function createEdge({ admission, trustedProxies = 0, observe }: EdgeOptions) {
  const admit = admission && createAdmission(admission, trustedProxies)

  return createMiddleware<AnswerEnv>(async (c, next) => {
    const start = performance.now()
    const id = crypto.randomUUID()
    const { path } = c.req
    const isSecure = isReachedByTls(c, trustedProxies)
    c.set('requestId', id)
    c.set('isSecure', isSecure)
    c.set('answerHeaders', {
      'X-Request-Id': id,
      'X-Content-Type-Options': 'nosniff',
      ...(isOfEndpoint(path) && OPEN_TO_ALL_ORIGINS),
      ...(isSecure && { 'Strict-Transport-Security': 'max-age=31536000' }),
    })
    try {
      checkRequest(c)
      admit?.(c)
      await next()
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      c.res = refuse(c, error)
    }
    observe?.({ id, method: c.req.method, path, status: c.res.status, duration: performance.now() - start })
  })
}

const OPEN_TO_ALL_ORIGINS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id',
}

/** Characters. What the app itself writes stays far below; Node's own bound on all headers is of the same size. */
const MAX_ADDRESS_LENGTH = 65_536

/** Refuses what could never be answered. */
function checkRequest(c: AnswerContext) {
  if (c.req.url.length > MAX_ADDRESS_LENGTH) {
    const message = `The address: expected at most ${MAX_ADDRESS_LENGTH} characters, got ${c.req.url.length}`
    throw new ApiError('validation_error', message)
  }
  const header = c.req.header('Authorization')
  // Elsewhere it may be for a proxy before us.
  if (header === undefined || !isOfEndpoint(c.req.path) || /^Key +\S+$/i.test(header)) return
  throw new ApiError('authorization_error', 'Authorization: expected "Key <api key>", or no such header')
}
