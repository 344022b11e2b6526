/** One schema of a document, with the keywords that are read here. Values are unknown: documents are untrusted. */
export type SchemaNode = { readonly [keyword in Keyword]?: unknown }

type Keyword =
  | ('$ref' | 'allOf' | 'anyOf' | 'oneOf' | 'discriminator' | 'nullable')
  | ('type' | 'format' | 'enum' | 'const' | 'title' | 'description' | 'default' | 'example' | 'examples')
  | ('properties' | 'required' | 'additionalProperties' | 'x-fal-order-properties' | 'deprecated')
  | ('items' | 'prefixItems' | 'minItems' | 'maxItems' | 'uniqueItems' | 'minProperties' | 'maxProperties')
  | ('minimum' | 'maximum' | 'exclusiveMinimum' | 'exclusiveMaximum' | 'multipleOf')
  | ('minLength' | 'maxLength' | 'pattern')
  // Left over from the authors' own languages in real documents.
  | ('min' | 'max' | 'ge' | 'gt' | 'le' | 'lt' | 'ui' | 'x-fal' | 'limit_description')

/** A schema with its `$ref` followed and its `allOf` merged. */
export type ResolvedSchema = {
  node: SchemaNode
  /** What the authors call the schema behind the `$ref`: its title, or else the component's name. */
  name: string | undefined
  /** A `$ref` on the way that points nowhere. */
  missing: string | undefined
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
  const resolved: ResolvedSchema = { node: {}, name: undefined, missing: undefined, origins: [] }
  if (!isObject(schema) || seen.has(schema) || depth > DEPTH_LIMIT) return resolved
  seen.add(schema)
  resolved.origins.push(schema)
  const { $ref, allOf, ...beside } = schema
  const add = (part: ResolvedSchema) => {
    resolved.node = mergeSchemas(resolved.node, part.node)
    resolved.name ??= part.name
    resolved.missing ??= part.missing
    resolved.origins.push(...part.origins)
  }
  if (typeof $ref === 'string') {
    const target = followPointer(document, $ref)
    if (target === undefined) resolved.missing = $ref
    const part = resolve(document, target, seen, depth + 1)
    // The title of a component names the component; the property that refers to it has its own.
    const { title, ...untitled } = part.node
    const name =
      part.name ?? (typeof title === 'string' && title !== '' ? title : pointerSegments($ref).at(-1))
    add({ ...part, node: untitled, name })
  }
  for (const part of toList(allOf)) add(resolve(document, part, seen, depth + 1))
  resolved.node = mergeSchemas(resolved.node, beside)
  return resolved
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
