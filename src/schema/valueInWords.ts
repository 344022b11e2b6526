/**
 * A JSON value as one reads it: text as it is, unless it would read as something else; `"4"`, `"null"` and `" "` keep
 * their quotes. What is empty is called so.
 */
export function valueInWords(value: unknown): string {
  if (value === '') return 'empty string'
  if (Array.isArray(value) && value.length === 0) return 'empty list'
  if (typeof value !== 'string') return JSON.stringify(value) ?? 'undefined'
  return isMistakable(value) ? JSON.stringify(value) : value
}

function isMistakable(text: string): boolean {
  if (text !== text.trim() || /^empty (string|list)$/.test(text)) return true
  // Only what begins like JSON is tried.
  if (!/^(["[{\d-]|null|true|false)/.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
