import { ApiError } from '#contract/apiError.ts'
import { isOfEndpoint } from '#server/refuse.ts'
import { type Allowance, createRateLimit } from './createRateLimit.ts'
import type { ReadHeader } from './readClient.ts'

export type AdmissionSettings = {
  /** Requests per minute of one client. */
  rateLimit: number
  /** Who has one of these may ask ten times as much; any other key is refused, unless there are none. */
  apiKeys: readonly string[]
}

/** How much more a client with a key may ask. */
const KEY_FACTOR = 10

/**
 * How many pictures go with a request: a list of the app has 24 cards, with a still and a moving picture each. So
 * whoever may ask for a list gets all of its pictures, and yet nobody can have us draw without end.
 */
const PICTURE_FACTOR = 50

/** Tells what is left of a client's limit, if it has one. Throws what refuses a key. */
export function createAdmission({ rateLimit, apiKeys }: AdmissionSettings) {
  const keys = new Set(apiKeys)
  const limitOfAddresses = createRateLimit(rateLimit)
  const limitOfKeys = createRateLimit(rateLimit * KEY_FACTOR)
  const limitOfPictures = createRateLimit(rateLimit * PICTURE_FACTOR, 'pictures')

  return function admit(
    path: string,
    readHeader: ReadHeader,
    readClient: () => string | undefined,
  ): Allowance | undefined {
    const key = isOfEndpoint(path) ? readKey(readHeader) : undefined
    if (isFree(path)) return undefined
    if (key !== undefined) return limitOfKeys(key)
    const client = readClient()
    // Where the runtime does not tell who asks, nobody can be told apart.
    if (client === undefined) return undefined
    return path.startsWith('/thumbnails/') ? limitOfPictures(client) : limitOfAddresses(client)
  }

  /** Only of a server that has keys of its own: elsewhere it says nothing about who asks. */
  function readKey(readHeader: ReadHeader): string | undefined {
    if (keys.size === 0) return undefined
    const [, key] = /^Key +(\S+)$/i.exec(readHeader('authorization') ?? '') ?? []
    if (key === undefined || keys.has(key)) return key
    throw new ApiError('authorization_error', 'Authorization: this key is not known here')
  }
}

/**
 * Files of the build count for nothing: one page asks for dozens, and they are kept as bytes and cost next to nothing.
 * Nor does what a supervisor asks.
 */
function isFree(path: string): boolean {
  return /^\/assets\/|^\/(healthz|readyz|metrics)$/.test(path)
}
