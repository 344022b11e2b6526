import * as z from 'zod/mini'
import { useStored } from '#app/storage.ts'

/** Where visits are stored. */
export const VISITS = 'visits'

/** The state of the catalogue, ISO 8601, that this visit saw first, and the last one that the visit before it saw. */
const Visits = z.object({ seen: z.string(), before: z.optional(z.string()), lastAt: z.number() })

/** The state of the catalogue at the end of the visit before this one; undefined at a first visit. */
export function useLastVisit(): string | undefined {
  return readVisits(useStored(VISITS))?.before
}

/** What is stored of visits; undefined where nothing is, or nothing of ours. */
export function readVisits(text: string | undefined) {
  try {
    return Visits.safeParse(JSON.parse(text ?? '')).data
  } catch {
    return undefined
  }
}
