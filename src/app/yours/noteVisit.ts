import { readStored, store } from '#app/storage.ts'
import { readInTab, storeInTab } from '#app/tabStorage.ts'
import { readVisits, VISITS } from './lastVisit.ts'
import { setAside } from './setAside.ts'

/** Whoever opens another tab within the hour is still on the same visit. */
const HOUR = 3_600_000

/** Notes the state of the catalogue that this visit sees. What cannot be read of the visits before is set aside. */
export function noteVisit(asOf: string, now = Date.now()) {
  const text = readStored(VISITS)
  const visits = readVisits(text)
  if (text !== undefined && visits === undefined) setAside(VISITS, text)
  const isSameVisit = visits !== undefined && (readInTab(VISITS) !== undefined || now - visits.lastAt < HOUR)
  const before = isSameVisit ? visits.before : visits?.seen
  storeInTab(VISITS, asOf)
  store(VISITS, JSON.stringify({ seen: asOf, ...(before !== undefined && { before }), lastAt: now }))
}
