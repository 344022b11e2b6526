import { countOf } from './format.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A time in milliseconds as "1 minute", "3 hours" or "2 days". */
export function ageInWords(age: number): string {
  if (age >= 2 * DAY) return `${Math.floor(age / DAY)} days`
  if (age >= 2 * HOUR) return `${Math.floor(age / HOUR)} hours`
  return countOf(Math.max(1, Math.floor(age / MINUTE)), 'minute')
}
