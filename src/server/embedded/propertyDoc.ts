import type { JsonSchema } from './jsonSchema.ts'

const DEFAULT_VALUE = 'Default value: `'

/**
 * What a JSDoc comment says about a property of the given type: a description, a default of that type, limits.
 * A default that contradicts the type stays in the description as it was written.
 */
export function readPropertyDoc(
  comment: string,
  schema: JsonSchema,
): Pick<JsonSchema, 'description' | 'default' | 'minimum' | 'maximum'> {
  const text = comment.replace(/^[ \t]*\* ?/gm, '').trim()
  const start = text.endsWith('`') ? text.lastIndexOf(DEFAULT_VALUE) : -1
  const written = start < 0 ? undefined : text.slice(start + DEFAULT_VALUE.length, -1)
  const value = written === undefined ? undefined : typedDefault(written, schema)
  const description = value === undefined ? text : text.slice(0, start).trim()
  return {
    ...(description === '' ? {} : { description }),
    ...(value === undefined ? {} : { default: value }),
    ...(schema.type === 'number' ? limitsIn(description, value) : {}),
  }
}

/** The written default as the first reading of it that the type allows; undefined when none does. */
function typedDefault(written: string, schema: JsonSchema): unknown {
  return readingsOf(written, schema).find((reading) => accepts(schema, reading))
}

/**
 * Strings come quoted from most releases and bare from some; `4` may stand for the choice "4";
 * lists came as `a,b`, as one bare value, or as nothing at all.
 */
function readingsOf(written: string, schema: JsonSchema): unknown[] {
  const json = parseJson(written)
  const unquoted = /^"[^]*"$/.test(written) ? written.slice(1, -1) : written
  const strings = [...(typeof json === 'string' ? [json] : []), unquoted]
  if (schema.type !== 'array') return [...(json === undefined ? [] : [json]), ...strings]
  const items = written === '' ? [] : written.split(',')
  return [json, items.map((item) => parseJson(item) ?? item), items].filter((list) => Array.isArray(list))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function accepts(schema: JsonSchema, value: unknown): boolean {
  if (value === null) return schema.nullable === true
  if (schema.anyOf) return schema.anyOf.some((branch) => accepts(branch, value))
  if (schema.enum) return schema.enum.includes(value)
  if (schema.$ref !== undefined || schema.allOf) return isRecord(value)
  switch (schema.type) {
    case 'string':
      // Some addresses are said to be `null` or `false` by default.
      return typeof value === 'string' && (schema.format !== 'uri' || value === '' || URL.canParse(value))
    case 'integer':
      return Number.isInteger(value)
    case 'number':
    case 'boolean':
      return typeof value === schema.type
    case 'array':
      return Array.isArray(value) && value.every((item) => accepts(schema.items ?? {}, item))
    case 'object':
      return isRecord(value)
    case undefined:
      // A property of any type. This is what the releases print where they could not print an object.
      return value !== '[object Object]'
    default:
      return schema.type satisfies never
  }
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * `Must be between 4 to 60.`, `Range: 0-50`: the two phrases that state limits and nothing weaker.
 * A few endpoints say so and have a default outside: then the phrase was copied from elsewhere.
 */
function limitsIn(description: string, value: unknown): Pick<JsonSchema, 'minimum' | 'maximum'> {
  const [minimum, maximum] = (BETWEEN.exec(description) ?? RANGE.exec(description) ?? [])
    .slice(1)
    .map((bound) => Number(bound.replaceAll(',', '')))
  if (minimum === undefined || maximum === undefined || minimum >= maximum) return {}
  const isContradicted = typeof value === 'number' && (value < minimum || value > maximum)
  return isContradicted ? {} : { minimum, maximum }
}

const BETWEEN = /\bMust be between (-?[\d,.]*\d) (?:and|to) (-?[\d,.]*\d)(?![\dx×])/
const RANGE = /\bRange: \[?(-?[\d,.]*\d)(?:-|, | to )(-?[\d,.]*\d)(?![\dx×])/
