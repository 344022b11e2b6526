import type { Visit } from './AnswerEnv.ts'
import { chooseEncoding, type Encoding } from './chooseEncoding.ts'
import { compress } from './compress.ts'

/** An answer that is the same for everyone who asks the same. */
export type Answer = {
  body: string | Uint8Array<ArrayBuffer>
  contentType: string
  cacheControl: string
  headers?: Record<string, string>
}

export type KeptAnswer = {
  key: string
  body: Uint8Array<ArrayBuffer>
  isCompressible: boolean
  /** Of every response, 304 included. */
  headers: Record<string, string> & { ETag: string }
  contentType: string
  /** As far as they were asked for. */
  variants: Map<Encoding, Variant>
  /** At which it is found without being looked for. */
  addresses: string[]
  /** With all that belongs to it. */
  bytes: number
}

type Variant = { body: Uint8Array<ArrayBuffer>; headers: Record<string, string> }

/** The answer as bytes, with its ETag. */
export async function keepAnswer(
  key: string,
  { body, contentType, cacheControl, headers }: Answer,
): Promise<KeptAnswer> {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const answer: KeptAnswer = {
    key,
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
    addresses: [],
    bytes: 0,
  }
  addVariant(answer, 'identity', bytes)
  return answer
}

/** The response to a request that has it already, or wants an encoding that is there; else it must be encoded first. */
export function writeResponse(request: Request, visit: Visit, answer: KeptAnswer): Response | undefined {
  if (isCurrent(request.headers.get('If-None-Match'), answer.headers.ETag)) {
    return new Response(null, { status: 304, headers: join(visit, answer) })
  }
  const variant = answer.variants.get(encodingFor(request, answer))
  return variant && new Response(variant.body, { headers: join(visit, variant) })
}

/** Into the visit's own: spread into a new object they would cost V8 as much as all else that is ours. */
function join(visit: Visit, { headers }: { headers: Record<string, string> }): Record<string, string> {
  return Object.assign(visit.headers, headers)
}

export function encodingFor(request: Request, { isCompressible }: KeptAnswer): Encoding {
  return isCompressible ? chooseEncoding(request.headers.get('Accept-Encoding')) : 'identity'
}

/** Adds the variant, and gives its length. */
export async function encodeAnswer(answer: KeptAnswer, encoding: Encoding): Promise<number> {
  const body = encoding === 'identity' ? answer.body : await compress(answer.body, encoding)
  addVariant(answer, encoding, body)
  return body.length
}

function addVariant(answer: KeptAnswer, encoding: Encoding, body: Uint8Array<ArrayBuffer>) {
  const headers = {
    ...answer.headers,
    'Content-Type': answer.contentType,
    'Content-Length': String(body.length),
    ...(encoding !== 'identity' && { 'Content-Encoding': encoding }),
  }
  answer.variants.set(encoding, { body, headers })
}

/** Less fits into one packet either way. */
const WORTH_COMPRESSING = 1024
const TEXT = /^text\/|json|javascript|xml|manifest/

/** Whether an `If-None-Match` header names the tag, by the weak comparison that it asks for. */
function isCurrent(header: string | null, etag: string): boolean {
  if (header === null) return false
  const tags = new Set(header.split(',').map((tag) => tag.trim().replace(/^W\//, '')))
  return tags.has('*') || tags.has(etag.replace(/^W\//, ''))
}
