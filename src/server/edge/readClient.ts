import ipaddr from 'ipaddr.js'

/**
 * Who asks, as far as the network tells: an IPv4 address, or the IPv6 network of 64 bits, in which anyone has as many
 * addresses as they like. Behind proxies it is the address that the farthest trusted one saw.
 */
export function readClient(
  request: Request,
  connected: string | undefined,
  trustedProxies: number,
): string | undefined {
  const forwarded = trustedProxies === 0 ? undefined : readForwarded(request, trustedProxies)
  return readNetwork(forwarded) ?? readNetwork(connected)
}

/** Whether the reader speaks TLS, with us or with a trusted proxy. */
export function isReachedByTls(request: Request, trustedProxies: number): boolean {
  if (request.url.startsWith('https:')) return true
  const forwarded = trustedProxies === 0 ? null : request.headers.get('X-Forwarded-Proto')
  return forwarded?.split(',', 1)[0]?.trim() === 'https'
}

/** Each proxy adds at the end whom it heard; what stands before those of the trusted ones anyone may have written. */
function readForwarded(request: Request, trustedProxies: number): string | undefined {
  return request.headers.get('X-Forwarded-For')?.split(',').at(-trustedProxies)?.trim()
}

function readNetwork(text: string | undefined): string | undefined {
  if (text === undefined || ipaddr.IPv4.isValidFourPartDecimal(text)) return text
  if (!ipaddr.isValid(text)) return undefined
  const address = ipaddr.process(text)
  if (address instanceof ipaddr.IPv4) return address.toString()
  const network = address.parts.slice(0, 4)
  return network.map((part) => part.toString(16)).join(':')
}
