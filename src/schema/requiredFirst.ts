import type { Field } from './field.ts'

/** The fields a call cannot do without before the others, each in their authors' order. */
export function requiredFirst(fields: readonly Field[]): Field[] {
  return fields.toSorted((a, b) => Number(b.isRequired) - Number(a.isRequired))
}
