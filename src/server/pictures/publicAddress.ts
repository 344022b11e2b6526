import { lookup as lookUp, type LookupAddress } from 'node:dns'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'

/** Whether an IP address is one that anybody on the internet may ask, rather than one of this machine or its networks. */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false
  // An IPv4 address in the clothes of an IPv6 one is judged as what it is.
  const address = ipaddr.process(text)
  if (address.range() !== 'unicast') return false
  // Beside what has a name of its own, IPv6 has much that is given to nobody yet, or not any more.
  return address instanceof ipaddr.IPv4 || address.match(GLOBAL)
}

const GLOBAL = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * Looks names up for connections that may only lead to the internet. What is checked here is what is connected to: a
 * name that means something else a moment later gains nothing.
 */
export function publicLookup(lookup: typeof lookUpAll = lookUpAll): LookupFunction {
  return (hostname, { all }, done) =>
    lookup(hostname, (error, addresses) => {
      const [first] = addresses
      if (error || !first) return done(error ?? new Error(`${hostname} has no address`), [])
      if (!addresses.every(({ address }) => isPublicAddress(address))) {
        return done(new PrivateAddressError(`${hostname} is not on the internet`), [])
      }
      return all ? done(null, addresses) : done(null, first.address, first.family)
    })
}

export class PrivateAddressError extends Error {
  override name = 'PrivateAddressError'
}

function lookUpAll(
  hostname: string,
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) {
  lookUp(hostname, { all: true }, done)
}
