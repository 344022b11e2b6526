/** A JSON value in short; an empty string and null look like what they are. */
export function Value({ value }: { value: unknown }) {
  if (value === '') return <i>empty string</i>
  if (typeof value === 'string') return value
  return JSON.stringify(value) ?? 'undefined'
}
