import { isIPv4 } from 'node:net'
import ipaddr from 'ipaddr.js'

/** A header of the request by its name in small letters, whoever read it. */
export type ReadHeader = (name: string) => string | null | undefined

/**
 * Who asks, as far as the network tells: an IPv4 address, or the IPv6 network of 64 bits, in which anyone has as many
 * addresses as they like. Behind proxies it is the address that the farthest trusted one saw.
 */
export function readClient(
  readHeader: ReadHeader,
  connected: string | undefined,
  trustedProxies: number,
): string | undefined {
  const forwarded = trustedProxies === 0 ? undefined : readForwarded(readHeader, trustedProxies)
  return readNetwork(forwarded) ?? readNetwork(connected)
}

/** Whether the reader speaks TLS with a trusted proxy. */
export function isReachedByTls(readHeader: ReadHeader, trustedProxies: number): boolean {
  const forwarded = trustedProxies === 0 ? null : readHeader('x-forwarded-proto')
  return forwarded?.split(',', 1)[0]?.trim() === 'https'
}

/** Each proxy adds at the end whom it heard; what stands before those of the trusted ones anyone may have written. */
function readForwarded(readHeader: ReadHeader, trustedProxies: number): string | undefined {
  return readHeader('x-forwarded-for')?.split(',').at(-trustedProxies)?.trim()
}

function readNetwork(text: string | undefined): string | undefined {
  if (text === undefined || isIPv4(text)) return text
  if (!ipaddr.isValid(text)) return undefined
  const address = ipaddr.process(text)
  if (address instanceof ipaddr.IPv4) return address.toString()
  const network = address.parts.slice(0, 4)
  return network.map((part) => part.toString(16)).join(':')
}
