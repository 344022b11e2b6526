import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { isIP } from 'node:net'
import { isPublicAddress, PrivateAddressError, publicLookup } from './publicAddress.ts'

export type FetcherOptions = {
  /**
   * The origin of the endpoint that names the pictures. Whoever runs the server has us ask it anyway, so pictures of its
   * own may come from a private network, and without TLS.
   */
  trusted: string
  maxBytes?: number
  /** Milliseconds in which the whole picture must be there, redirects and all. */
  timeout?: number
  /** Of names; for tests. */
  lookup?: ReturnType<typeof publicLookup>
}

export type FetchPicture = (address: string, signal: AbortSignal) => Promise<Buffer>

/** Something else than a picture that we may have, and will be so tomorrow; other errors are of the host or the network. */
export class NoPictureError extends Error {
  override name = 'NoPictureError'
}

/**
 * Fetches what stands at an address that somebody else chose: over TLS and from the internet alone, whatever a name means
 * and wherever redirects lead, no longer than a limit and without a word about the reader or us. `fetch` would be
 * shorter, but cannot be told where to connect to.
 */
export function createPictureFetcher({
  trusted,
  maxBytes = 5_000_000,
  timeout = 5000,
  lookup = publicLookup(),
}: FetcherOptions): FetchPicture {
  // Of our own, so that no connection is taken over that was made without the look-up above.
  const agent = new https.Agent({ keepAlive: true, lookup })

  return async function fetchPicture(address, signal) {
    const within = AbortSignal.any([signal, AbortSignal.timeout(timeout)])
    let url = new URL(address)
    let isTrusted = true
    for (let step = 0; step <= MAX_REDIRECTS; step += 1) {
      // Whom somebody else leads us to is not trusted, even where it is the endpoint.
      isTrusted &&= url.origin === trusted
      const response = await ask(url, isTrusted, within)
      const { statusCode = 0, headers } = response
      if (statusCode === 200) return readBytes(response, maxBytes)
      response.destroy()
      // What fails on their side, or asks to wait, is no picture's fault.
      if (statusCode >= 500 || statusCode === 429) throw new Error(`status ${statusCode}`)
      if (
        statusCode < 300 ||
        statusCode >= 400 ||
        !headers.location ||
        !URL.canParse(headers.location, url)
      ) {
        throw new NoPictureError(`status ${statusCode}`)
      }
      url = new URL(headers.location, url)
    }
    throw new NoPictureError('redirected too often')
  }

  async function ask(url: URL, isTrusted: boolean, signal: AbortSignal): Promise<IncomingMessage> {
    if (!isTrusted) checkAddress(url)
    const { request } = url.protocol === 'http:' ? http : https
    return new Promise((resolve, reject) => {
      request(url, { headers: HEADERS, signal, ...(!isTrusted && { agent }) })
        .on('response', resolve)
        .on('error', (error) =>
          reject(error instanceof PrivateAddressError ? new NoPictureError(error.message) : error),
        )
        .end()
    })
  }
}

const MAX_REDIRECTS = 3
/** What we decode: some hosts would give AVIF to who takes any image. */
const HEADERS = { Accept: 'image/webp, image/jpeg, image/png, image/gif', 'User-Agent': 'model-browser' }

function checkAddress({ protocol, username, hostname }: URL) {
  if (protocol !== 'https:') throw new NoPictureError('not over TLS')
  if (username !== '') throw new NoPictureError('it wants a name')
  const ip = hostname.replace(/^\[|\]$/g, '')
  // Only names are looked up.
  if (isIP(ip) && !isPublicAddress(ip)) throw new NoPictureError(`${hostname} is not on the internet`)
}

async function readBytes(response: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const body: AsyncIterable<Buffer> = response
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.length
    // Leaving the loop ends the connection.
    if (bytes > maxBytes) throw new NoPictureError(`longer than ${maxBytes} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
