import { ApiError, readApiError } from '#contract/apiError.ts'
import { type ModelsPage, readModelsPage } from '#contract/models.ts'
import { type ModelsRequest, writeModelsQuery } from '#contract/modelsQuery.ts'
import { createGate } from './createGate.ts'
import { isKeepable } from './isKeepable.ts'
import { readBody } from './readBody.ts'

export type UpstreamSettings = {
  /** Up to and with `/v1`. */
  address: string
  key?: string | undefined
  /** Milliseconds between two requests. */
  pause?: number
  /** Milliseconds in which the whole answer must be there. */
  timeout?: number
  maxBytes?: number
}

export type Upstream = {
  /** For people. */
  name: string
  /**
   * One page, as soon as it is our turn. Throws an ApiError: what the endpoint refused, or a `server_error` when it cannot
   * be reached or answers with something else than a page.
   */
  getPage: (request: ModelsRequest, how?: HowToAsk) => Promise<ModelsPage>
}

export type HowToAsk = {
  /** For someone who waits: goes first, and is refused at once while the endpoint wants to be left alone. */
  isUrgent?: boolean
  /** Instead of our own. */
  key?: string
  signal?: AbortSignal | undefined
}

/** A client of the live endpoint that asks one question at a time, and never sends a key to another host. */
export function createUpstream({
  address,
  key: ownKey,
  pause = 250,
  timeout = 30_000,
  maxBytes = 50_000_000,
}: UpstreamSettings): Upstream {
  const gate = createGate(pause)
  const name = new URL(address).host
  /** Not of the system's clock, which may be put back: as all that only waits. */
  let leftAloneUntil = 0
  let urgentOnes = 0

  return {
    name,
    async getPage(request, { isUrgent = false, key = ownKey, signal } = {}) {
      const url = new URL(`${address}/models?${writeModelsQuery(request).toString()}`)
      const canWait = !isUrgent || urgentOnes < MAX_URGENT
      if (!canWait) throw new ApiError('rate_limited', `${name} is asked too much now`, { retryAfter: 1 })
      urgentOnes += Number(isUrgent)
      try {
        return await gate.pass(() => ask(url, key, isUrgent, signal), isUrgent, signal)
      } catch (error) {
        if (error instanceof ApiError) throw error
        throw new ApiError('server_error', `${name} gave no page of models: ${reasonOf(error)}`)
      } finally {
        urgentOnes -= Number(isUrgent)
      }
    },
  }

  async function ask(
    url: URL,
    key: string | undefined,
    isUrgent: boolean,
    signal: AbortSignal | undefined,
  ): Promise<ModelsPage> {
    const isOwn = key === ownKey
    const wait = Math.ceil((leftAloneUntil - performance.now()) / 1000)
    if (isOwn && isUrgent && wait > 0) {
      throw new ApiError('rate_limited', `${name} asks to wait`, { retryAfter: wait })
    }
    const patience = AbortSignal.timeout(timeout)
    const response = await follow(url, {
      headers: { Accept: 'application/json', ...(key !== undefined && { Authorization: `Key ${key}` }) },
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    })
    const body = await readBody(response, maxBytes)
    if (response.ok) return readModelsPage(withoutUnkeepable(JSON.parse(body)))
    const refusal = readApiError(response.status, parse(body), response.headers.get('Retry-After'))
    if (isOwn) noteRefusal(refusal)
    throw refusal
  }

  /** Within the host alone: whoever answers elsewhere is not whom we ask. */
  async function follow(start: URL, init: RequestInit): Promise<Response> {
    let url = start
    for (let step = 0; step <= MAX_REDIRECTS; step += 1) {
      const response = await fetch(url, { ...init, redirect: 'manual' })
      const location = response.headers.get('Location')
      if (response.status < 300 || response.status >= 400 || location === null) return response
      await response.body?.cancel()
      const next = new URL(location, url)
      if (next.origin !== start.origin) throw new Error('it sends us to another host')
      url = next
    }
    throw new Error('it sends us around')
  }

  function noteRefusal({ type, details: { retryAfter = 0 } }: ApiError) {
    if (type !== 'rate_limited') return
    leftAloneUntil = Math.max(leftAloneUntil, performance.now() + Math.min(retryAfter, MAX_WAIT) * 1000)
  }
}

/** Seconds that we leave the endpoint alone, however many it asks for. */
export const MAX_WAIT = 60
const MAX_REDIRECTS = 3
/** Readers that wait for an answer of the endpoint; those who come later are not served sooner by waiting too. */
const MAX_URGENT = 20

/** One such record costs no other. */
function withoutUnkeepable(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null || !('models' in answer)) return answer
  return Array.isArray(answer.models) ? { ...answer, models: answer.models.filter(isKeepable) } : answer
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** Without what the answer said: it may be anything, and this is told to readers. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if (error.name === 'TimeoutError') return 'it was silent for too long'
  if (error instanceof SyntaxError) return 'not JSON'
  if (error instanceof TypeError) return 'not reached'
  return error.name === 'Error' ? error.message : 'of another shape'
}
