import { modelPath } from '#contract/modelPath.ts'

/**
 * Whether a record may be kept: not one nested so deep that writing it would overflow the stack, nor one with an id that
 * leads elsewhere in an address (`..`), stands in none (half of a surrogate pair), or is a name that every object has.
 */
export function isKeepable(record: unknown): boolean {
  return hasUsableId(record) && !isDeeper(record, MAX_DEPTH)
}

/** Real documents reach some twenty. */
const MAX_DEPTH = 200

function isDeeper(value: unknown, most: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return most === 0 || Object.values(value).some((part) => isDeeper(part, most - 1))
}

function hasUsableId(record: unknown): boolean {
  if (typeof record !== 'object' || record === null || !('endpoint_id' in record)) return false
  const { endpoint_id } = record
  if (typeof endpoint_id !== 'string' || /\p{Cs}/u.test(endpoint_id) || endpoint_id in {}) return false
  const path = modelPath(endpoint_id)
  return new URL(path, 'http://localhost').pathname === path
}
