import type { Constraints } from './field.ts'
import { isNumber, readBounds } from './readLimits.ts'
import type { SchemaNode } from './resolveSchema.ts'

/** The constraints that a program can check, in JSON Schema's keywords; undefined where there are none. */
export function readConstraints(node: SchemaNode, kind: string): Constraints | undefined {
  const constraints: Constraints = {}
  if (kind === 'number' || kind === 'integer') {
    const { least, most } = readBounds(node)
    if (least) constraints[least.isExclusive ? 'exclusiveMinimum' : 'minimum'] = least.value
    if (most) constraints[most.isExclusive ? 'exclusiveMaximum' : 'maximum'] = most.value
    if (isNumber(node.multipleOf) && node.multipleOf > 0) constraints.multipleOf = node.multipleOf
  }
  const counts = kind === 'string' ? LENGTHS : kind === 'list' ? SIZES : []
  for (const keyword of counts) {
    const count = node[keyword]
    if (isNumber(count) && Number.isSafeInteger(count) && count >= 0) constraints[keyword] = count
  }
  if (kind === 'string' && isPattern(node.pattern)) constraints.pattern = node.pattern
  if (kind === 'list' && node.uniqueItems === true) constraints.uniqueItems = true
  return Object.keys(constraints).length > 0 ? constraints : undefined
}

const LENGTHS = ['minLength', 'maxLength'] as const
const SIZES = ['minItems', 'maxItems'] as const

/** A pattern that is none would make every program that uses it fail. */
function isPattern(pattern: unknown): pattern is string {
  if (typeof pattern !== 'string') return false
  try {
    return Boolean(new RegExp(pattern, 'u'))
  } catch {
    return false
  }
}
