import { mergeSchemas, resolveSchema, toList, type ResolvedSchema, type SchemaNode } from './resolveSchema.ts'

/** A schema that is resolved and has no "or null" and no `anyOf`, `oneOf` or list of types left in it. */
export type SettledSchema = ResolvedSchema & {
  isNullable: boolean
  /** What the value may be, when it may be several things; each one also has to keep to `node`. */
  alternatives: unknown[]
}

const DEPTH_LIMIT = 20

/** Takes the spellings of "or null" out of a schema, and lists what else the value may be. */
export function settleSchema(document: unknown, schema: unknown, depth = 0): SettledSchema {
  const { node, ...resolved } = resolveSchema(document, depth > DEPTH_LIMIT ? {} : schema)
  const { anyOf, oneOf, type, nullable, ...rest } = node
  const types = toList(type).filter((name) => name !== 'null')
  const branches = [anyOf, oneOf].map(toList).find((list) => list.length > 0) ?? []
  const alternatives = branches.filter((branch) => !isNull(resolveSchema(document, branch).node))
  const isNullable =
    nullable === true ||
    types.length < toList(type).length ||
    toList(node.enum).includes(null) ||
    alternatives.length < branches.length
  const settled = { ...resolved, isNullable, alternatives: [] }

  // Real documents put an enum beside `anyOf: [string, null]`; it says more than the string does.
  if (branches.length === 0 || toList(node.enum).length > 0) {
    if (!Array.isArray(type)) return { ...settled, node: { ...rest, type } }
    if (types.length < 2) return { ...settled, node: { ...rest, type: types[0] ?? 'null' } }
    return {
      ...settled,
      node: rest,
      alternatives: types.map((name) => ({ allOf: [constraints(rest), { type: name }] })),
    }
  }
  if (alternatives.length === 0) return { ...settled, node: { ...rest, type: 'null' } }
  const shared = constraints({ ...rest, type })
  const isShared = Object.values(shared).some((value) => value !== undefined)
  const narrowed = isShared
    ? alternatives.map((alternative) => ({ allOf: [shared, alternative] }))
    : alternatives
  if (narrowed.length > 1) return { ...settled, node: rest, alternatives: narrowed }

  const only = settleSchema(document, narrowed[0], depth + 1)
  return {
    ...only,
    node: mergeSchemas(only.node, annotations(rest)),
    origins: [...resolved.origins, ...only.origins],
    isNullable: isNullable || only.isNullable,
    name: only.name ?? (typeof only.node.title === 'string' ? only.node.title : resolved.name),
  }
}

function isNull(node: SchemaNode): boolean {
  const isOnly = (value: unknown, nothing: unknown) =>
    Array.isArray(value) && value.length > 0 && value.every((each) => each === nothing)
  return node.type === 'null' || isOnly(node.type, 'null') || node.const === null || isOnly(node.enum, null)
}

const ANNOTATIONS = new Set([
  'title',
  'description',
  'default',
  'example',
  'examples',
  'deprecated',
  'discriminator',
  'ui',
  '_fal_ui_field',
  'x-fal',
  'limit_description',
])

function annotations(node: SchemaNode): SchemaNode {
  return Object.fromEntries(Object.entries(node).filter(([keyword]) => ANNOTATIONS.has(keyword)))
}

function constraints(node: SchemaNode): SchemaNode {
  return Object.fromEntries(Object.entries(node).filter(([keyword]) => !ANNOTATIONS.has(keyword)))
}
