import * as z from 'zod/mini'
import { readStored, store, useStored } from '#app/storage.ts'
import { readInTab, storeInTab } from '#app/tabStorage.ts'
import { setAside } from './setAside.ts'

const STORED_AS = 'visits'
/** The state of the catalogue, ISO 8601, that this visit saw first, and the last one that the visit before it saw. */
const Visits = z.object({ seen: z.string(), before: z.optional(z.string()), lastAt: z.number() })

/** Whoever opens another tab within the hour is still on the same visit. */
const HOUR = 3_600_000

/** Notes the state of the catalogue that this visit sees. What cannot be read of the visits before is set aside. */
export function noteVisit(asOf: string, now = Date.now()) {
  const text = readStored(STORED_AS)
  const visits = parse(text)
  if (text !== undefined && visits === undefined) setAside(STORED_AS, text)
  const isSameVisit =
    visits !== undefined && (readInTab(STORED_AS) !== undefined || now - visits.lastAt < HOUR)
  const before = isSameVisit ? visits.before : visits?.seen
  storeInTab(STORED_AS, asOf)
  store(STORED_AS, JSON.stringify({ seen: asOf, ...(before !== undefined && { before }), lastAt: now }))
}

/** The state of the catalogue at the end of the visit before this one; undefined at a first visit. */
export function useLastVisit(): string | undefined {
  return parse(useStored(STORED_AS))?.before
}

function parse(text: string | undefined) {
  try {
    return Visits.safeParse(JSON.parse(text ?? '')).data
  } catch {
    return undefined
  }
}
