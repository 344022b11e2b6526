import type { Field } from '#schema/field.ts'
import { notesOf } from './comment.ts'
import { writeJson } from './literal.ts'
import type { Subject, Variant } from './subject.ts'
import { modelTypes, type Property, type Shape } from './typeModel.ts'

/** A JSON Schema of what the model takes, or returns. */
export function writeJsonSchema({ input, output }: Subject, { part }: Variant): string {
  return writeJson({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...toJsonSchema(part === 'input' ? input : output),
  })
}

export type JsonSchema = { [keyword: string]: unknown }

/** The field as one schema, whole in itself: what it refers to stands under `$defs`. */
export function toJsonSchema(field: Field | undefined): JsonSchema {
  if (field === undefined) return { type: 'object' }
  const { roots, declarations } = modelTypes([field])
  const [root] = roots
  const references = new Map(
    declarations.map(({ name }) => [name, name === root ? '#' : `#/$defs/${name}`] as const),
  )
  const schemas = new Map(
    declarations.map(({ name, shape, description }) => [
      name,
      { title: name, ...(description !== undefined && { description }), ...schemaOf(shape, references) },
    ]),
  )
  const whole = schemas.get(root ?? '')
  schemas.delete(root ?? '')
  return { ...whole, ...(schemas.size > 0 && { $defs: Object.fromEntries(schemas) }) }
}

type References = ReadonlyMap<string, string>

function schemaOf(shape: Shape, references: References): JsonSchema {
  const schema = bareSchemaOf(shape, references)
  if (!shape.isNullable || Object.keys(schema).length === 0) return schema
  if (Array.isArray(schema['enum'])) {
    return { ...schema, ...nullableType(schema), enum: [...schema['enum'], null] }
  }
  if (typeof schema['type'] === 'string') return { ...schema, ...nullableType(schema) }
  return { anyOf: [schema, { type: 'null' }] }
}

function nullableType({ type }: JsonSchema): JsonSchema {
  return type === undefined ? {} : { type: [type, 'null'] }
}

function bareSchemaOf(shape: Shape, references: References): JsonSchema {
  const inside = (part: Shape) => schemaOf(part, references)
  switch (shape.kind) {
    case 'named':
      return { $ref: references.get(shape.name) }
    case 'choice': {
      const [type, ...others] = new Set(shape.values.map((value) => typeof value))
      const isPlain = others.length === 0 && type !== undefined && /string|number|boolean/.test(type)
      const choices = { ...(isPlain && { type }), enum: shape.values }
      return shape.isOpen && type !== undefined ? { anyOf: [choices, { type }] } : choices
    }
    case 'list':
      return { type: 'array', items: inside(shape.item), ...shape.constraints }
    case 'tuple':
      return {
        type: 'array',
        prefixItems: shape.items.map(inside),
        minItems: shape.items.length,
        maxItems: shape.items.length,
      }
    case 'map':
      return { type: 'object', additionalProperties: inside(shape.value) }
    case 'union':
      return shape.branches.length === 0 ? {} : { anyOf: shape.branches.map(inside) }
    case 'object':
      return objectSchema(shape.properties, references)
    case 'any':
      return {}
    case 'string':
    case 'number':
    case 'integer':
    case 'boolean':
    case 'null':
      break
  }
  return {
    type: shape.kind,
    ...(shape.format !== undefined && { format: shape.format }),
    ...shape.constraints,
  }
}

function objectSchema(properties: Property[], references: References): JsonSchema {
  const required = properties.filter(({ isRequired }) => isRequired).map(({ name }) => name)
  return {
    type: 'object',
    // From entries: assigned, `__proto__` would set the prototype.
    properties: Object.fromEntries(
      properties.map((property) => [property.name, propertySchema(property, references)]),
    ),
    ...(required.length > 0 && { required }),
  }
}

function propertySchema(property: Property, references: References): JsonSchema {
  const description = notesOf({ ...property, isDeprecated: false, limits: [] }).join('\n')
  return {
    ...(description !== '' && { description }),
    ...schemaOf(property.shape, references),
    ...(property.isDeprecated && { deprecated: true }),
    ...(property.default && { default: property.default.value }),
    ...(property.examples.length > 0 && { examples: property.examples }),
  }
}
