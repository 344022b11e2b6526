import type { AnswerContext } from './AnswerEnv.ts'
import { chooseEncoding, type Encoding } from './chooseEncoding.ts'
import { compress } from './compress.ts'

/** An answer that is the same for everyone who asks the same. */
export type Answer = {
  body: string | Uint8Array<ArrayBuffer>
  contentType: string
  cacheControl: string
  headers?: Record<string, string>
}

export type AnswerCache = {
  /**
   * The answer under this key, made when it is not kept: in the encoding that the request prefers, or 304 when the
   * request has it already. What `make` throws is thrown, and not kept.
   */
  respond(c: AnswerContext, key: string, make: () => Answer | Promise<Answer>): Promise<Response>
  /** How much is kept now. */
  readonly bytes: number
}

/**
 * Keeps answers as bytes, with their ETag and compressed variants, the longest unused going first when they are more
 * than `maxBytes`. Hashing and compressing for every response would cost most of the throughput.
 */
export function createAnswerCache(maxBytes = 64 * 1024 * 1024): AnswerCache {
  /** In the order of their last use. */
  const kept = new Map<string, KeptAnswer>()
  const inTheMaking = new Map<string, Promise<KeptAnswer>>()
  let bytes = 0

  return {
    async respond(c, key, make) {
      const answer = findKept(key) ?? (await makeOnce(key, make))
      const headers = { ...answer.headers, ...c.get('answerHeaders') }
      if (isCurrent(c.req.header('If-None-Match'), answer.headers.ETag)) {
        return new Response(null, { status: 304, headers })
      }
      const encoding = answer.isCompressible ? chooseEncoding(c.req.header('Accept-Encoding')) : 'identity'
      const body = encoding === 'identity' ? answer.body : await encode(key, answer, encoding)
      return new Response(body, {
        headers: {
          ...headers,
          'Content-Type': answer.contentType,
          'Content-Length': String(body.length),
          ...(encoding !== 'identity' && { 'Content-Encoding': encoding }),
        },
      })
    },
    get bytes() {
      return bytes
    },
  }

  function findKept(key: string): KeptAnswer | undefined {
    const answer = kept.get(key)
    if (!answer) return undefined
    kept.delete(key)
    kept.set(key, answer)
    return answer
  }

  /** Whoever asks for the same while it is being made gets the same. */
  function makeOnce(key: string, make: () => Answer | Promise<Answer>): Promise<KeptAnswer> {
    const running = inTheMaking.get(key)
    if (running) return running
    const making = makeAndKeep(key, make).finally(() => inTheMaking.delete(key))
    inTheMaking.set(key, making)
    return making
  }

  async function makeAndKeep(key: string, make: () => Answer | Promise<Answer>): Promise<KeptAnswer> {
    const answer = await readAnswer(await make())
    kept.set(key, answer)
    // Two bytes for a letter of the key, and what a map entry, its headers and its promises take.
    grow(answer, answer.body.length + 2 * key.length + 1024)
    return answer
  }

  async function encode(
    key: string,
    answer: KeptAnswer,
    encoding: Exclude<Encoding, 'identity'>,
  ): Promise<Uint8Array<ArrayBuffer>> {
    const known = answer.variants.get(encoding)
    if (known) return known
    const variant = compress(answer.body, encoding)
    answer.variants.set(encoding, variant)
    const { length } = await variant
    if (kept.get(key) === answer) grow(answer, length)
    return variant
  }

  function grow(grown: KeptAnswer, added: number) {
    grown.bytes += added
    bytes += added
    for (const [key, answer] of kept) {
      if (bytes <= maxBytes) return
      kept.delete(key)
      bytes -= answer.bytes
    }
  }
}

type KeptAnswer = {
  body: Uint8Array<ArrayBuffer>
  contentType: string
  isCompressible: boolean
  /** Of every response, 304 included. */
  headers: Record<string, string> & { ETag: string }
  variants: Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>
  /** With the variants. */
  bytes: number
}

async function readAnswer({ body, contentType, cacheControl, headers }: Answer): Promise<KeptAnswer> {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return {
    body: bytes,
    contentType,
    isCompressible: bytes.length >= WORTH_COMPRESSING && TEXT.test(contentType),
    headers: {
      ...headers,
      'Cache-Control': cacheControl,
      // Weak, because the compressed variants share it.
      ETag: `W/"${btoa(String.fromCharCode(...hash.subarray(0, 16)))}"`,
      Vary: 'Accept-Encoding',
    },
    variants: new Map(),
    bytes: 0,
  }
}

/** Less fits into one packet either way. */
const WORTH_COMPRESSING = 1024
const TEXT = /^text\/|json|javascript|xml|manifest/

/** Whether an `If-None-Match` header names the tag, by the weak comparison that it asks for. */
function isCurrent(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  const tags = new Set(header.split(',').map((tag) => tag.trim().replace(/^W\//, '')))
  return tags.has('*') || tags.has(etag.replace(/^W\//, ''))
}
