import type { Field } from './field.ts'
import { partsWithin } from './partsWithin.ts'

/**
 * The field at a path within another one, or the nearest around it that is still there. Where a schema contains itself
 * the path leads on from the ancestor that is repeated, and `path` is the one by which that is shown.
 */
export function locateField(root: Field, path: string): { field: Field; isThere: boolean } {
  let sought = path
  let field = root
  // Each step goes deeper, except where a schema repeats itself; a path has as many of those as it has dots.
  for (let steps = path.split('.').length * 2; steps > 0 && field.path !== sought; steps -= 1) {
    const { type } = field
    if (type.kind === 'object' && type.recursesTo !== undefined) {
      sought = type.recursesTo + sought.slice(field.path.length)
      field = root
    }
    const part = partsWithin(field).find((each) => each.path === sought || sought.startsWith(`${each.path}.`))
    if (part === undefined) break
    field = part
  }
  return { field, isThere: field.path === sought }
}

/** The paths that lead to a path, and the path itself: `input`, `input.loras`, `input.loras.items`. */
export function pathsTo(path: string): string[] {
  const segments = path.split('.')
  return segments.map((_, place) => segments.slice(0, place + 1).join('.'))
}
