/** The part of an OpenAPI 3.0 schema object that the releases' types can say. */
export type JsonSchema = {
  $ref?: string
  type?: 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array'
  title?: string
  description?: string
  default?: unknown
  enum?: unknown[]
  format?: 'uri'
  nullable?: true
  minimum?: number
  maximum?: number
  properties?: Record<string, JsonSchema>
  required?: string[]
  additionalProperties?: JsonSchema | false
  items?: JsonSchema
  minItems?: number
  maxItems?: number
  anyOf?: JsonSchema[]
  allOf?: JsonSchema[]
  'x-fal-order-properties'?: string[]
}

/** Schemas by component name. */
export type Components = ReadonlyMap<string, JsonSchema>

const COMPONENTS = '#/components/schemas/'

export function refTo(component: string): JsonSchema {
  return { $ref: COMPONENTS + component }
}

/** The component that a schema names, directly or wrapped to carry more beside the reference. */
export function namedBy(schema: JsonSchema): string | undefined {
  const [only, ...others] = schema.allOf ?? []
  const ref = schema.$ref ?? (others.length === 0 ? only?.$ref : undefined)
  return ref?.slice(COMPONENTS.length)
}

/** Every schema directly inside another one. */
function partsOf(schema: JsonSchema): JsonSchema[] {
  return [
    ...Object.values(schema.properties ?? {}),
    ...(schema.additionalProperties ? [schema.additionalProperties] : []),
    ...(schema.items ? [schema.items] : []),
    ...(schema.anyOf ?? []),
    ...(schema.allOf ?? []),
  ]
}

/** The named components and all they mention, each once, in the order of first mention. */
export function reachableFrom(names: string[], components: Components): Map<string, JsonSchema> {
  const reached = new Map<string, JsonSchema>()
  for (const name of names) visit(name)
  return reached

  function visit(name: string) {
    const schema = components.get(name)
    if (schema === undefined || reached.has(name)) return
    reached.set(name, schema)
    follow(schema)
  }

  function follow(schema: JsonSchema) {
    if (schema.$ref !== undefined) visit(schema.$ref.slice(COMPONENTS.length))
    for (const part of partsOf(schema)) follow(part)
  }
}
