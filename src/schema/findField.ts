import type { Field } from './field.ts'
import { partsOf } from './media.ts'

/** The field at a path within another one, if there is such a field. */
export function findField(field: Field | undefined, path: string): Field | undefined {
  if (field === undefined || field.path === path) return field
  const parts = field.type.kind === 'object' ? field.type.readFields() : partsOf(field.type)
  // A dot within a name is escaped, so a path that begins like another one leads through it.
  const part = parts.find((each) => each.path === path || path.startsWith(`${each.path}.`))
  return part && findField(part, path)
}
