import type { Shape } from './typeModel.ts'

/** Whether the value is of the type beyond doubt: no object ever is, so that no compiler finds a property missing. */
export function fitsShape(value: unknown, shape: Shape): boolean {
  if (value === null) return shape.isNullable
  switch (shape.kind) {
    case 'string':
    case 'boolean':
    case 'number':
      return typeof value === shape.kind
    case 'integer':
      return Number.isSafeInteger(value)
    case 'choice':
      return shape.values.includes(value) || (shape.isOpen && typeof value === typeof shape.values[0])
    case 'list':
      return Array.isArray(value) && value.every((item) => fitsShape(item, shape.item))
    case 'union':
      return shape.branches.some((branch) => fitsShape(value, branch))
    default:
      return false
  }
}
