import ipaddr from 'ipaddr.js'
import type { AnswerContext } from '#server/AnswerEnv.ts'

/**
 * Who asks, as far as the network tells: an IPv4 address, or the IPv6 network of 64 bits, in which anyone has as many
 * addresses as they like. Behind proxies it is the address that the farthest trusted one saw.
 */
export function readClient(c: AnswerContext, trustedProxies: number): string | undefined {
  const forwarded = trustedProxies === 0 ? undefined : readForwarded(c, trustedProxies)
  return (forwarded && readNetwork(forwarded)) ?? (c.env?.address && readNetwork(c.env.address))
}

/** Whether the reader speaks TLS, with us or with a trusted proxy. */
export function isReachedByTls(c: AnswerContext, trustedProxies: number): boolean {
  return (
    c.req.url.startsWith('https:') ||
    (trustedProxies > 0 && c.req.header('X-Forwarded-Proto')?.split(',', 1)[0]?.trim() === 'https')
  )
}

/** Each proxy adds at the end whom it heard; what stands before those of the trusted ones anyone may have written. */
function readForwarded(c: AnswerContext, trustedProxies: number): string | undefined {
  return c.req.header('X-Forwarded-For')?.split(',').at(-trustedProxies)?.trim()
}

function readNetwork(text: string): string | undefined {
  if (!ipaddr.isValid(text)) return undefined
  const address = ipaddr.process(text)
  return address instanceof ipaddr.IPv6
    ? address.parts
        .slice(0, 4)
        .map((part) => part.toString(16))
        .join(':')
    : address.toString()
}
