import type { Field, FieldType } from '#schema/field.ts'
import { validatePayload } from './validatePayload.ts'

/** What an input holds when someone adds it: its default, or else as little as it can. */
export function blankValue(field: Field): unknown {
  return blank(field, { values: VALUES_AT_MOST }, 0)
}

const VALUES_AT_MOST = 200
const DEPTH_LIMIT = 6
const ITEMS_AT_MOST = 10

function blank(field: Field, budget: { values: number }, depth: number): unknown {
  budget.values -= 1
  const value = field.default?.value
  if (value !== undefined && value !== null && validatePayload(field, value).length === 0) return value
  return depth > DEPTH_LIMIT || budget.values < 0 ? null : leastOf(field, field.type, budget, depth)
}

function leastOf(field: Field, type: FieldType, budget: { values: number }, depth: number): unknown {
  switch (type.kind) {
    case 'string':
      return ''
    case 'number':
    case 'integer':
      return field.least ?? Math.min(1, field.constraints?.maximum ?? 1)
    case 'boolean':
      return false
    case 'choice':
      return type.values[0]
    case 'list': {
      const length = Math.min(Math.max(field.constraints?.minItems ?? 1, 1), ITEMS_AT_MOST)
      return Array.from({ length }, () => blank(type.item, budget, depth + 1))
    }
    case 'tuple':
      return type.items.map((item) => blank(item, budget, depth + 1))
    case 'union':
      return type.branches[0] === undefined ? null : blank(type.branches[0], budget, depth + 1)
    case 'object':
      return type.recursesTo === undefined ? blankObject(type.readFields(), budget, depth) : {}
    case 'map':
    case 'any':
    case 'missing':
      return {}
    case 'null':
      break
  }
  return null
}

/** What is required; an object that requires nothing, such as a size, begins with its defaults. */
function blankObject(fields: readonly Field[], budget: { values: number }, depth: number) {
  const required = fields.filter(({ isRequired }) => isRequired)
  const begun =
    required.length > 0
      ? required
      : fields
          .filter(({ default: own }) => own !== undefined && own.value !== null)
          .slice(0, DEFAULTS_AT_MOST)
  return Object.fromEntries(begun.map((part) => [part.name, blank(part, budget, depth + 1)]))
}

const DEFAULTS_AT_MOST = 4
