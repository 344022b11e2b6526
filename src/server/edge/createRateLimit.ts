/** What a client may still do. */
export type Allowance = {
  isAllowed: boolean
  /** Of how many. */
  perMinute: number
  /** As the IETF's draft on rate limit headers for HTTP defines them. */
  headers: { 'RateLimit-Policy': string; RateLimit: string }
  /** Whole seconds until the next request would be allowed. */
  retryAfter: number
}

/** What is left at a moment, in milliseconds, and when it was last moved to the end. */
type Bucket = { tokens: number; at: number; movedAt: number }

/** Clients that are remembered; whoever asked longest ago is forgotten first, and begins anew. */
const MAX_CLIENTS = 50_000

/**
 * A bucket of tokens for each client: it holds as many as a minute allows, a request takes one, and time fills it evenly.
 * `now` is in milliseconds; the name tells this limit from others of the server.
 */
export function createRateLimit(perMinute: number, name = 'default', now = () => performance.now()) {
  const perSecond = perMinute / 60
  const policy = `"${name}";q=${perMinute};w=60`
  /** In the order of their last use, to the second: to move one at every request would take longer than all else here. */
  const buckets = new Map<string, Bucket>()

  return function take(client: string): Allowance {
    const bucket = find(client)
    const isAllowed = bucket.tokens >= 1
    if (isAllowed) bucket.tokens -= 1
    const { tokens } = bucket
    return {
      isAllowed,
      perMinute,
      headers: {
        'RateLimit-Policy': policy,
        RateLimit: `"${name}";r=${Math.floor(tokens)};t=${Math.ceil((perMinute - tokens) / perSecond)}`,
      },
      retryAfter: Math.ceil(Math.max(0, 1 - tokens) / perSecond),
    }
  }

  /** The client's, with what time has filled in. */
  function find(client: string): Bucket {
    const at = now()
    const bucket = buckets.get(client) ?? { tokens: perMinute, at, movedAt: -Infinity }
    bucket.tokens = Math.min(perMinute, bucket.tokens + ((at - bucket.at) / 1000) * perSecond)
    bucket.at = at
    if (at - bucket.movedAt >= 1000) {
      bucket.movedAt = at
      buckets.delete(client)
      buckets.set(client, bucket)
      if (buckets.size > MAX_CLIENTS) forgetOldest()
    }
    return bucket
  }

  function forgetOldest() {
    const [oldest] = buckets.keys()
    if (oldest !== undefined) buckets.delete(oldest)
  }
}
