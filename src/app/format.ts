const NUMBER = new Intl.NumberFormat('en')

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
  // "Wed, 22 Apr 2026 00:00:00 GMT" on every machine, unlike what `Intl` makes of it.
  return Number.isNaN(time) ? iso : new Date(time).toUTCString().slice(5, 16).replace(/^0/, '')
}
