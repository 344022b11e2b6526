import { ApiError } from '#contract/apiError.ts'
import type { AnswerContext } from '#server/AnswerEnv.ts'
import { isOfEndpoint } from '#server/refuse.ts'
import { createRateLimit } from './createRateLimit.ts'
import { readClient } from './readClient.ts'

export type AdmissionSettings = {
  /** Requests per minute of one client. */
  rateLimit: number
  /** Who has one of these may ask ten times as much; any other key is refused, unless there are none. */
  apiKeys: readonly string[]
}

/** How much more a client with a key may ask. */
const KEY_FACTOR = 10

/** Lets a request through, and notes on its answer what is left of its client's limit, or throws what refuses it. */
export function createAdmission({ rateLimit, apiKeys }: AdmissionSettings, trustedProxies: number) {
  const keys = new Set(apiKeys)
  const limitOfAddresses = createRateLimit(rateLimit)
  const limitOfKeys = createRateLimit(rateLimit * KEY_FACTOR)

  return function admit(c: AnswerContext) {
    const { path } = c.req
    const key = isOfEndpoint(path) ? readKey(c) : undefined
    if (isFree(path)) return
    const isKeyed = key !== undefined
    const client = isKeyed ? key : readClient(c, trustedProxies)
    // Where the runtime does not tell who asks, nobody can be told apart.
    if (client === undefined) return
    const { isAllowed, headers, retryAfter } = (isKeyed ? limitOfKeys : limitOfAddresses)(client)
    Object.assign(c.get('answerHeaders'), headers)
    if (isAllowed) return
    const message = `Expected at most ${isKeyed ? rateLimit * KEY_FACTOR : rateLimit} requests a minute`
    throw new ApiError('rate_limited', `${message}; try again in ${retryAfter} s`, { retryAfter })
  }

  /** Only of a server that has keys of its own: elsewhere it says nothing about who asks. */
  function readKey(c: AnswerContext): string | undefined {
    const [, key] = /^Key +(\S+)$/i.exec(c.req.header('Authorization') ?? '') ?? []
    if (key === undefined || keys.size === 0) return undefined
    if (!keys.has(key)) throw new ApiError('authorization_error', 'Authorization: this key is not known here')
    return key
  }
}

/**
 * Files of the build and pictures count for nothing: one page asks for dozens, they are kept as bytes and cost next to
 * nothing, and a list that someone scrolls through must not lose its pictures. Nor does what a supervisor asks.
 */
function isFree(path: string): boolean {
  return /^\/(assets|thumbnails)\/|^\/(healthz|readyz|metrics)$/.test(path)
}
