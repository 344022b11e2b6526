import { createHash } from 'node:crypto'
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
  /** What goes to those who have it already. */
  unchanged: Sent
  /** What goes to all others, as far as it was asked for. */
  variants: Map<Encoding, Sent>
  /** At which it is found without being looked for. */
  addresses: string[]
  /** With all that belongs to it. */
  bytes: number
}

/** What an answer depends on besides the address. */
export type Wishes = { 'if-none-match'?: string | undefined; 'accept-encoding'?: string | undefined }

/** What goes over the wire of an answer; no body to those who have it already. */
export type Sent = {
  status: 200 | 304
  headers: Record<string, string>
  /** The same as names and values in turn: Node writes them faster, and they are put together once. */
  headerList: readonly string[]
  body: Uint8Array<ArrayBuffer> | null
}

/** The answer as bytes, with its ETag. */
export function keepAnswer(key: string, { body, contentType, cacheControl, headers }: Answer): KeptAnswer {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  const allHeaders = {
    ...headers,
    'Cache-Control': cacheControl,
    // Weak, because the compressed variants share it.
    ETag: `W/"${hash(bytes)}"`,
    Vary: 'Accept-Encoding',
  }
  const answer: KeptAnswer = {
    key,
    body: bytes,
    contentType,
    isCompressible: bytes.length >= WORTH_COMPRESSING && TEXT.test(contentType),
    headers: allHeaders,
    unchanged: writeSent(304, allHeaders, null),
    variants: new Map(),
    addresses: [],
    bytes: 0,
  }
  addVariant(answer, 'identity', bytes)
  return answer
}

/** At once: to wait for another thread to do it would take longer. */
function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest().toString('base64', 0, 16)
}

/** What those get who have it already, or want an encoding that is there; else it must be encoded first. */
export function choosePart(wishes: Wishes, answer: KeptAnswer): Sent | undefined {
  if (isCurrent(wishes['if-none-match'], answer.headers.ETag)) return answer.unchanged
  return answer.variants.get(encodingFor(wishes, answer))
}

export function encodingFor(wishes: Wishes, { isCompressible }: KeptAnswer): Encoding {
  return isCompressible ? chooseEncoding(wishes['accept-encoding']) : 'identity'
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
  answer.variants.set(encoding, writeSent(200, headers, body))
}

function writeSent(status: Sent['status'], headers: Record<string, string>, body: Sent['body']): Sent {
  return { status, headers, headerList: Object.entries(headers).flat(), body }
}

/** Less fits into one packet either way. */
const WORTH_COMPRESSING = 1024
const TEXT = /^text\/|json|javascript|xml|manifest/

/** Whether an `If-None-Match` header names the tag, by the weak comparison that it asks for. */
function isCurrent(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  if (header === etag) return true
  const tags = new Set(header.split(',').map((tag) => tag.trim().replace(/^W\//, '')))
  return tags.has('*') || tags.has(etag.replace(/^W\//, ''))
}
