import type { Field } from './field.ts'
import { partsOf } from './media.ts'

/** What stands directly in a field: properties, items, values or branches. What contains itself is not entered again. */
export function partsWithin({ type }: Field): Field[] {
  if (type.kind !== 'object') return partsOf(type)
  return type.recursesTo === undefined ? type.readFields() : []
}

/** A field and all that is in it, in reading order, up to a number of them: schemas that multiply have millions. */
export function walkFields(field: Field, atMost: number): Field[] {
  const walked: Field[] = []
  const waiting = [field]
  for (let next = waiting.pop(); next !== undefined && walked.length < atMost; next = waiting.pop()) {
    walked.push(next)
    for (const part of partsWithin(next).toReversed()) waiting.push(part)
  }
  return walked
}
