/** One schema of a document, with the keywords that are read here. Values are unknown: documents are untrusted. */
export type SchemaNode = { readonly [keyword in Keyword]?: unknown }

type Keyword =
  | ('$ref' | 'allOf' | 'anyOf' | 'oneOf' | 'discriminator' | 'nullable')
  | ('type' | 'format' | 'enum' | 'const' | 'title' | 'description' | 'default' | 'example' | 'examples')
  | ('properties' | 'required' | 'additionalProperties' | 'x-fal-order-properties' | 'deprecated')
  | ('items' | 'prefixItems' | 'minItems' | 'maxItems' | 'uniqueItems' | 'minProperties' | 'maxProperties')
  | ('minimum' | 'maximum' | 'exclusiveMinimum' | 'exclusiveMaximum' | 'multipleOf')
  | ('minLength' | 'maxLength' | 'pattern' | 'contentMediaType')
  // Left over from the authors' own languages in real documents.
  | ('min' | 'max' | 'ge' | 'gt' | 'le' | 'lt' | 'ui' | 'x-fal' | 'limit_description')

/** A schema with its `$ref` followed and its `allOf` merged. */
export type ResolvedSchema = {
  node: SchemaNode
  /** What the authors call the schema behind the `$ref`: its title, or else the component's name. */
  name?: string
  /** A `$ref` on the way that points nowhere. */
  missing?: string
  /** The schemas this one is made of, to recognise one that contains itself. */
  origins: object[]
}

const DEPTH_LIMIT = 50

/** Follows `$ref` and merges `allOf`; keywords beside them win. A schema that only refers to itself says nothing. */
export function resolveSchema(document: unknown, schema: unknown): ResolvedSchema {
  return resolve(document, schema, new Set())
}

/** The object's own value under the name, so that `constructor` and `__proto__` are names like others. */
export function own(value: unknown, name: string): unknown {
  return isObject(value) ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined
}

export function isObject(value: unknown): value is SchemaNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function toList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

/** Both schemas at once; where they contradict each other, the second one wins. */
export function mergeSchemas(first: SchemaNode, second: SchemaNode): SchemaNode {
  const both = (keyword: Keyword) => first[keyword] !== undefined && second[keyword] !== undefined
  const concatenate = (keyword: Keyword) =>
    both(keyword) && { [keyword]: [...toList(first[keyword]), ...toList(second[keyword])] }
  return {
    ...first,
    ...second,
    ...(both('properties') && { properties: mergeProperties(first.properties, second.properties) }),
    ...concatenate('required'),
    ...concatenate('x-fal-order-properties'),
  }
}

function resolve(document: unknown, schema: unknown, seen: Set<object>, depth = 0): ResolvedSchema {
  if (!isObject(schema) || seen.has(schema) || depth > DEPTH_LIMIT) return { node: {}, origins: [] }
  seen.add(schema)
  const { $ref, allOf, ...beside } = schema
  const parts = toList(allOf).map((part) => resolve(document, part, seen, depth + 1))
  if (typeof $ref === 'string') {
    const target = followPointer(document, $ref)
    if (target === undefined) return { node: beside, missing: $ref, origins: [schema] }
    const { node, ...rest } = resolve(document, target, seen, depth + 1)
    const { title, ...untitled } = node
    const name = rest.name ?? (typeof title === 'string' && title !== '' ? title : nameInPointer($ref))
    parts.unshift({ ...rest, node: untitled, name })
  }
  const name = parts.find((part) => part.name !== undefined)?.name
  const missing = parts.find((part) => part.missing !== undefined)?.missing
  return {
    node: [...parts.map((part) => part.node), beside].reduce(mergeSchemas),
    origins: [schema, ...parts.flatMap((part) => part.origins)],
    ...(name !== undefined && { name }),
    ...(missing !== undefined && { missing }),
  }
}

function mergeProperties(first: unknown, second: unknown): Record<string, unknown> {
  const properties = new Map(Object.entries(first ?? {}))
  for (const [name, schema] of Object.entries(second ?? {})) {
    properties.set(name, properties.has(name) ? { allOf: [properties.get(name), schema] } : schema)
  }
  return Object.fromEntries(properties)
}

function followPointer(document: unknown, pointer: string): unknown {
  if (!pointer.startsWith('#')) return undefined
  return pointerSegments(pointer).reduce(
    (value, name) => (Array.isArray(value) ? value[Number(name)] : own(value, name)),
    document,
  )
}

function nameInPointer(pointer: string): string {
  return pointerSegments(pointer).at(-1) ?? pointer
}

function pointerSegments(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => decode(segment).replaceAll('~1', '/').replaceAll('~0', '~'))
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
