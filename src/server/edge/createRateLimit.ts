/** What a client may still do. */
type Allowance = {
  isAllowed: boolean
  /** As the IETF's draft on rate limit headers for HTTP defines them. */
  headers: Record<string, string>
  /** Whole seconds until the next request would be allowed. */
  retryAfter: number
}

/** Clients that are remembered; whoever asked longest ago is forgotten first, and begins anew. */
const MAX_CLIENTS = 50_000

/**
 * A bucket of tokens for each client: it holds as many as a minute allows, a request takes one, and time fills it evenly.
 * `now` is in milliseconds.
 */
export function createRateLimit(perMinute: number, now = () => performance.now()) {
  const perSecond = perMinute / 60
  /** In the order of their last use. */
  const buckets = new Map<string, { tokens: number; at: number }>()

  return function take(client: string): Allowance {
    const at = now()
    const before = buckets.get(client)
    const filled = before
      ? Math.min(perMinute, before.tokens + ((at - before.at) / 1000) * perSecond)
      : perMinute
    const isAllowed = filled >= 1
    const tokens = isAllowed ? filled - 1 : filled
    buckets.delete(client)
    buckets.set(client, { tokens, at })
    if (buckets.size > MAX_CLIENTS) forgetOldest()
    return {
      isAllowed,
      headers: {
        'RateLimit-Policy': `"default";q=${perMinute};w=60`,
        RateLimit: `"default";r=${Math.floor(tokens)};t=${Math.ceil((perMinute - tokens) / perSecond)}`,
      },
      retryAfter: Math.ceil(Math.max(0, 1 - tokens) / perSecond),
    }
  }

  function forgetOldest() {
    const [oldest] = buckets.keys()
    if (oldest !== undefined) buckets.delete(oldest)
  }
}
