import { parseJson } from './parseJson.ts'
import { isJsonObject, type JsonObject } from './payload.ts'

/**
 * A payload as a part of an address: its JSON in base64url after a letter that says how it is packed, `j` as it is and
 * `z` deflated, whichever is shorter. Undefined for what is too long for an address.
 */
export async function packPayload(payload: JsonObject): Promise<string | undefined> {
  const bytes = new TextEncoder().encode(JSON.stringify(payload))
  const plain = `j${toBase64(bytes)}`
  const packed = bytes.length < WORTH_DEFLATING ? plain : `z${toBase64(await deflate(bytes))}`
  const shorter = packed.length < plain.length ? packed : plain
  return shorter.length > LENGTH_AT_MOST ? undefined : shorter
}

/** The payload that was packed; undefined for what is cut off, damaged, too large or no payload. */
export async function unpackPayload(packed: string): Promise<JsonObject | undefined> {
  if (!/^[jz][\w-]+$/.test(packed) || packed.length > LENGTH_AT_MOST) return undefined
  try {
    const bytes = fromBase64(packed.slice(1))
    const text = new TextDecoder('utf-8', { fatal: true }).decode(
      packed.startsWith('z') ? await inflate(bytes) : bytes,
    )
    const { value } = parseJson(text)
    return isJsonObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

const WORTH_DEFLATING = 80
/** Browsers take more; chats and mail programs cut off earlier. */
const LENGTH_AT_MOST = 30_000
/** A few bytes inflate to gigabytes, when someone means them to. */
const INFLATED_AT_MOST = 1_000_000

async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return collect(new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw')))
}

async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return collect(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')))
}

async function collect(stream: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.length
    if (length > INFLATED_AT_MOST) {
      await reader.cancel()
      throw new RangeError('Too large')
    }
    chunks.push(value)
  }
  const whole = new Uint8Array(length)
  let place = 0
  for (const chunk of chunks) {
    whole.set(chunk, place)
    place += chunk.length
  }
  return whole
}

function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
    letter.charCodeAt(0),
  )
}
