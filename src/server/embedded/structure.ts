import { type Components, type JsonSchema, namedBy } from './jsonSchema.ts'

/**
 * A text that is the same for two components exactly when they allow the same values: types, choices, defaults,
 * limits and what is required count; wording, component names and order do not. Neither does whether a number is
 * whole, which is read from the wording.
 */
export function structureOf(component: string, components: Components): string {
  const structures = structuresKnown.get(components) ?? new Map<string, string>()
  structuresKnown.set(components, structures)
  return ofComponent(component, [])

  function ofComponent(name: string, ancestors: string[]): string {
    const known = structures.get(name)
    if (known !== undefined) return known
    const schema = components.get(name)
    // A component inside itself stands for the ancestor it repeats, counted from there.
    if (ancestors.includes(name)) return `^${ancestors.length - ancestors.indexOf(name)}`
    const structure = schema === undefined ? '{}' : of(schema, [...ancestors, name])
    structures.set(name, structure)
    return structure
  }

  function of(schema: JsonSchema, ancestors: string[]): string {
    const inner = (part: JsonSchema) => of(part, ancestors)
    if (isFile(schema)) return '{file}'
    const name = namedBy(schema)
    const required = new Set(schema.required)
    const facts: Record<string, string | undefined> = {
      same: name === undefined ? undefined : ofComponent(name, ancestors),
      type: schema.type === 'integer' ? 'number' : schema.type,
      format: schema.format,
      nullable: schema.nullable && 'yes',
      limits: [schema.minimum, schema.maximum, schema.minItems, schema.maxItems].join().replace(/^,+$/, ''),
      default: defaultOf(schema),
      enum: schema.enum
        ?.map((value) => JSON.stringify(value))
        .sort()
        .join(),
      items: schema.items && inner(schema.items),
      map: schema.additionalProperties ? inner(schema.additionalProperties) : undefined,
      any: schema.anyOf?.map(inner).sort().join('|'),
      properties: Object.entries(schema.properties ?? {})
        .map(([property, part]) => `${property}${required.has(property) ? '!' : ''}:${inner(part)}`)
        .sort()
        .join(),
    }
    const told = Object.entries(facts).filter(([, fact]) => fact)
    return `{${told.map(([fact, value]) => `${fact}=${value}`).join(';')}}`
  }
}

const structuresKnown = new WeakMap<Components, Map<string, string>>()

/**
 * One description of a file serves all endpoints of a release, and each release describes it anew, with or
 * without `file_data`, a picture's size as optional or not: no change of any endpoint.
 */
export function isFile({ properties }: JsonSchema): boolean {
  return properties?.['url'] !== undefined && Object.keys(properties).every((name) => FILE.has(name))
}

const FILE = new Set(['url', 'content_type', 'file_name', 'file_size', 'file_data', 'width', 'height'])

/** The first release wrote down empty lists as defaults, the later ones leave them unsaid: the same to a caller. */
function defaultOf({ default: value }: JsonSchema): string | undefined {
  return Array.isArray(value) && value.length === 0 ? undefined : JSON.stringify(value)
}
