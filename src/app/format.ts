const NUMBER = new Intl.NumberFormat('en')
const DATE = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

/** 1311 → "1,311" */
export function formatNumber(value: number): string {
  return NUMBER.format(value)
}

/** "1 model", "1,311 models", "441 families" */
export function countOf(count: number, noun: string): string {
  const plural = noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`
  return `${formatNumber(count)} ${count === 1 ? noun : plural}`
}

/** An ISO 8601 time as "22 Apr 2026"; text that is no time comes back as it is. */
export function formatDate(iso: string): string {
  const time = Date.parse(iso)
  return Number.isNaN(time) ? iso : DATE.format(time)
}
