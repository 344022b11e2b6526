import type { AnswerContext, Visit } from './AnswerEnv.ts'
import {
  type Answer,
  type KeptAnswer,
  encodeAnswer,
  encodingFor,
  keepAnswer,
  choosePart,
  type Sent,
  type Wishes,
} from './keptAnswer.ts'
import { isOfEndpoint } from './refuse.ts'

export type AnswerCache = {
  /**
   * The answer under this key, made when it is not kept: in the encoding that the request prefers, or 304 when the
   * request has it already. What `make` throws is thrown, and not kept.
   */
  respond(c: AnswerContext, key: string, make: () => Answer | Promise<Answer>): Promise<Response>
  /** The same at once, where the endpoint was asked the same before, letter by letter. */
  recall(asked: Asked): Recalled | undefined
  /** Forgets all, and what is being made meanwhile: the answers would be other ones now. */
  clear(): void
  /** How much is kept now. */
  readonly bytes: number
}

/** A request as Node's server reads it: with the address as it was sent, without the origin. */
type Asked = {
  method?: string | undefined
  url?: string | undefined
  headers: Wishes & { authorization?: string | undefined }
}

/** With the path of its address. Beside each other: to spread one into the other would take longer than all else here. */
type Recalled = { sent: Sent; path: string }

/**
 * Keeps answers as bytes, with their ETag and compressed variants, the longest unused going first when they are more
 * than `maxBytes`. Hashing and compressing for every response would cost most of the throughput.
 */
export function createAnswerCache(maxBytes = 64 * 1024 * 1024): AnswerCache {
  /** In the order of their last use. */
  const kept = new Map<string, KeptAnswer>()
  const keptByAddress = new Map<string, { answer: KeptAnswer; path: string }>()
  const inTheMaking = new Map<string, Promise<KeptAnswer>>()
  let newest: KeptAnswer | undefined
  let bytes = 0
  let clearings = 0

  return {
    async respond({ req: { raw: request }, env: visit }, key, make) {
      const answer = touch(kept.get(key)) ?? (await makeOnce(key, () => makeAndKeep(key, make)))
      if (isRepeatable(request, visit)) remember(readAddress(request), visit.path, answer)
      const { status, headers, body } = await encodeAndChoose(readWishes(request), answer)
      return new Response(body, { status, headers: { ...visit.headers, ...headers } })
    },

    recall({ method, url = '', headers }) {
      if (method !== 'GET' || headers.authorization !== undefined) return undefined
      const known = keptByAddress.get(url)
      if (known === undefined) return undefined
      touch(known.answer)
      const sent = choosePart(headers, known.answer)
      return sent && { sent, path: known.path }
    },

    clear() {
      kept.clear()
      newest = undefined
      keptByAddress.clear()
      inTheMaking.clear()
      bytes = 0
      clearings++
    },

    get bytes() {
      return bytes
    },
  }

  /** Moves it to the end of those that may go. */
  function touch(answer: KeptAnswer | undefined): KeptAnswer | undefined {
    if (answer === undefined || answer === newest) return answer
    kept.delete(answer.key)
    kept.set(answer.key, answer)
    newest = answer
    return answer
  }

  /** Whoever asks for the same while it is being made gets the same. */
  function makeOnce(key: string, make: () => Promise<KeptAnswer>): Promise<KeptAnswer> {
    const running = inTheMaking.get(key)
    if (running) return running
    const making = make().finally(() => {
      if (inTheMaking.get(key) === making) inTheMaking.delete(key)
    })
    inTheMaking.set(key, making)
    return making
  }

  async function makeAndKeep(key: string, make: () => Answer | Promise<Answer>): Promise<KeptAnswer> {
    const begun = clearings
    const answer = keepAnswer(key, await make())
    if (begun !== clearings) return answer
    kept.set(key, answer)
    newest = answer
    grow(answer, answer.body.length + weigh(key) + OVERHEAD)
    return answer
  }

  async function encodeAndChoose(wishes: Wishes, answer: KeptAnswer): Promise<Sent> {
    const sent = choosePart(wishes, answer)
    if (sent) return sent
    const encoding = encodingFor(wishes, answer)
    await makeOnce(`${encoding} ${answer.key}`, async () => {
      grow(answer, await encodeAnswer(answer, encoding))
      return answer
    })
    return encodeAndChoose(wishes, answer)
  }

  function remember(address: string, path: string, answer: KeptAnswer) {
    if (keptByAddress.has(address) || !isKept(answer)) return
    const [oldest] = answer.addresses
    if (oldest !== undefined && answer.addresses.length === MAX_ADDRESSES) {
      answer.addresses.shift()
      keptByAddress.delete(oldest)
      grow(answer, -weigh(oldest))
    }
    answer.addresses.push(address)
    keptByAddress.set(address, { answer, path })
    grow(answer, weigh(address))
  }

  function grow(grown: KeptAnswer, added: number) {
    if (!isKept(grown)) return
    grown.bytes += added
    bytes += added
    for (const answer of kept.values()) {
      if (bytes <= maxBytes) return
      kept.delete(answer.key)
      for (const address of answer.addresses) keptByAddress.delete(address)
      bytes -= answer.bytes
    }
  }

  /** It may have gone while something was added to it. */
  function isKept(answer: KeptAnswer): boolean {
    return kept.get(answer.key) === answer
  }
}

/** Of one answer, the latest: there is no end of addresses that mean the same. */
const MAX_ADDRESSES = 8

/** Bytes that the headers of an answer and its variants take. */
const OVERHEAD = 1024

/** The bytes that a text takes as a key: two for a letter, and what a map entry takes. */
function weigh(key: string): number {
  return 2 * key.length + 128
}

function readWishes({ headers }: Request): Wishes {
  return {
    'if-none-match': headers.get('If-None-Match') ?? undefined,
    'accept-encoding': headers.get('Accept-Encoding') ?? undefined,
  }
}

/** Without the origin: the endpoint answers the same under every name that leads to it. */
function readAddress({ url }: Request): string {
  return url.slice(url.indexOf('/', 'https://'.length))
}

/** Whether nothing but the address decides what the answer is. */
function isRepeatable(request: Request, { path }: Visit): boolean {
  return request.method === 'GET' && isOfEndpoint(path) && !request.headers.has('Authorization')
}
