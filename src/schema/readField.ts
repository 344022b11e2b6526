import type { Field, FieldType } from './field.ts'
import { pathSegment } from './pathSegment.ts'
import { readConstraints } from './readConstraints.ts'
import { readLeast, readLimits } from './readLimits.ts'
import { readMedium } from './readMedium.ts'
import { settleSchema, type SettledSchema } from './settleSchema.ts'
import { isObject, own, toList, type SchemaNode } from './resolveSchema.ts'

/** Reads a schema of the document. Never throws: what says nothing is of kind `any`, what is not there `missing`. */
export function readField(document: unknown, schema: unknown, name: string): Field {
  return read(
    schema,
    { name, path: pathSegment(name) },
    { document, ancestors: new Map(), left: newBudget(), depth: 0 },
  )
}

type Place = {
  path: string
  name: string
  isRequired?: boolean
  /** The property this is a part of, where its own name says nothing about it. */
  property?: string
}

type Context = {
  document: unknown
  /** The paths of the schemas this one stands in. */
  ancestors: ReadonlyMap<object, string>
  /** How many fields may still be read at once. */
  left: { fields: number }
  depth: number
}

// Far above any real document, which reads up to 45, and far below what a hostile one reaches by branching or nesting.
const FIELDS_AT_ONCE = 2000
const DEPTH_LIMIT = 40

/** For so many properties and what they are made of: also of ten thousand, each can be read. */
function newBudget(properties = 0) {
  return { fields: properties + FIELDS_AT_ONCE }
}

function read(schema: unknown, place: Place, context: Context): Field {
  context.left.fields -= 1
  const isTooMuch = context.left.fields < 0 || context.depth > DEPTH_LIMIT
  const settled = settleSchema(context.document, isTooMuch ? {} : schema)
  const { node } = settled
  const type = readType(settled, place, context)
  const title = readText(node.title)
  const description = readText(node.description)
  const least = readLeast(node, type.kind)
  const constraints = readConstraints(node, type.kind)
  const medium = readMedium(place.property ?? place.name, node, type)
  return {
    path: place.path,
    name: place.name,
    type,
    ...(title !== undefined && !isSameName(title, place.name) && { title }),
    ...(description !== undefined && { description }),
    isRequired: place.isRequired === true,
    isNullable: settled.isNullable && type.kind !== 'null',
    isDeprecated: node.deprecated === true,
    ...(node.default !== undefined && { default: { value: node.default } }),
    examples: readExamples(node),
    limits: readLimits(node, type.kind),
    ...(least !== undefined && { least }),
    ...(constraints && { constraints }),
    ...(medium !== undefined && { medium }),
  }
}

function readType(settled: SettledSchema, place: Place, context: Context): FieldType {
  const { node, alternatives, missing, origins } = settled
  if (Array.isArray(node.enum) && node.enum.length > 0) return choiceOf(node.enum)
  if (node.const !== undefined) return choiceOf([node.const])

  const recursesTo = origins.map((origin) => context.ancestors.get(origin)).find((path) => path !== undefined)
  const inside: Context = {
    ...context,
    ancestors: new Map([...origins.map((origin) => [origin, place.path] as const), ...context.ancestors]),
    depth: context.depth + 1,
  }
  const readPart = (schema: unknown, name: string) =>
    read(
      schema,
      { path: `${place.path}.${pathSegment(name)}`, name, property: place.property ?? place.name },
      inside,
    )

  const name = settled.name ?? readText(node.title)
  const kind = alternatives.length > 0 ? 'union' : readKind(node)
  if (missing !== undefined && kind === 'any') return { kind: 'missing', ref: missing }
  const object = {
    kind: 'object',
    ...(name !== undefined && { name }),
    ...(recursesTo !== undefined && { recursesTo }),
    ...(takesOthers(node) && { isOpen: true as const }),
  } as const
  if (kind === 'object') {
    let fields: Field[] | undefined
    return { ...object, readFields: () => (fields ??= readProperties(node, place.path, inside)) }
  }
  if (recursesTo !== undefined) return { ...object, readFields: () => [] }
  if (kind === 'union') return readUnion(alternatives, node, place, inside)
  if (kind === 'list') return { kind, item: readPart(node.items, 'items') }
  if (kind === 'tuple') {
    return { kind, items: tupleItems(node).map((item, index) => readPart(item, String(index))) }
  }
  if (kind === 'map') return { kind, value: readPart(node.additionalProperties, 'values') }
  return { kind, ...(typeof node.format === 'string' && { format: node.format }) }
}

const PLAIN_TYPES = ['string', 'number', 'integer', 'boolean', 'null'] as const

function readKind(node: SchemaNode) {
  const type = typeof node.type === 'string' ? node.type : impliedType(node)
  if (type === 'array') return tupleItems(node).length > 0 ? 'tuple' : 'list'
  if (type === 'object') return isMap(node) ? 'map' : 'object'
  return PLAIN_TYPES.find((plain) => plain === type) ?? 'any'
}

/** Many authors leave `type` out where another keyword gives it away. */
function impliedType(node: SchemaNode): string | undefined {
  if (node.properties !== undefined || node.additionalProperties !== undefined) return 'object'
  if (node.items !== undefined || node.prefixItems !== undefined) return 'array'
  if (node.pattern !== undefined || node.maxLength !== undefined || node.format !== undefined) return 'string'
  return node.minimum !== undefined || node.maximum !== undefined ? 'number' : undefined
}

function isMap(node: SchemaNode): boolean {
  const { properties } = node
  return (!isObject(properties) || Object.keys(properties).length === 0) && takesOthers(node)
}

function takesOthers({ additionalProperties }: SchemaNode): boolean {
  return additionalProperties === true || isObject(additionalProperties)
}

function tupleItems(node: SchemaNode): unknown[] {
  return Array.isArray(node.prefixItems) ? node.prefixItems : toList(node.items)
}

/** The properties in their authors' order. */
function readProperties(node: SchemaNode, path: string, context: Context): Field[] {
  const properties = new Map(isObject(node.properties) ? Object.entries(node.properties) : [])
  const required = new Set(toList(node.required))
  const ordered = toList(node['x-fal-order-properties']).filter((name) => typeof name === 'string')
  const names = new Set([...ordered.filter((name) => properties.has(name)), ...properties.keys()])
  const inside = { ...context, left: newBudget(names.size) }
  return [...names].map((name) =>
    read(
      properties.get(name),
      { path: `${path}.${pathSegment(name)}`, name, isRequired: required.has(name) },
      inside,
    ),
  )
}

function choiceOf(values: unknown[]): FieldType {
  const choices = values.filter((value) => value !== null)
  return choices.length === 0 ? { kind: 'null' } : { kind: 'choice', values: choices, isOpen: false }
}

function readUnion(alternatives: unknown[], node: SchemaNode, place: Place, context: Context): FieldType {
  const taken = new Set<string>()
  const branches = alternatives.map((alternative) => {
    const name = uniqueName(describe(settleSchema(context.document, alternative)), taken)
    return read(
      alternative,
      { path: `${place.path}.${pathSegment(name)}`, name, property: place.property ?? place.name },
      context,
    )
  })
  const [first, ...others] = foldChoices(branches)
  if (first?.type.kind === 'choice' && others.length === 0) return first.type
  const discriminator = own(node.discriminator, 'propertyName')
  return {
    kind: 'union',
    branches: first === undefined ? [] : [first, ...others],
    ...(typeof discriminator === 'string' && { discriminator }),
  }
}

/** One choice in place of several, first in line; open to other values when a plain branch takes them anyway. */
function foldChoices(branches: Field[]): Field[] {
  const choices = branches.filter(({ type }) => type.kind === 'choice')
  const [first] = choices
  if (first === undefined) return branches
  const values = [...new Set(choices.flatMap(({ type }) => (type.kind === 'choice' ? type.values : [])))]
  const isWider = ({ type }: Field) =>
    type.kind === 'string'
      ? type.format === undefined && values.every((value) => typeof value === 'string')
      : (type.kind === 'number' || type.kind === 'integer') &&
        values.every((value) => typeof value === 'number')
  const others = branches.filter((branch) => !choices.includes(branch) && !isWider(branch))
  const isOpen = choices.length + others.length < branches.length
  return [{ ...first, type: { kind: 'choice', values, isOpen } }, ...others]
}

/** What to call a branch: as its authors do, or else by what it is. */
function describe({ node, name, missing, alternatives }: SettledSchema): string {
  const given = readText(node.title) ?? name ?? missing
  if (given !== undefined) return given
  if (node.const !== undefined) return JSON.stringify(node.const).replaceAll('"', '')
  if (Array.isArray(node.enum)) return 'preset name'
  if (alternatives.length > 0) return 'mixed'
  const kind = readKind(node)
  const items = kind === 'list' && isObject(node.items) ? node.items.type : undefined
  return typeof items === 'string' ? `list of ${items}s` : kind
}

function uniqueName(name: string, taken: Set<string>): string {
  let unique = name
  for (let count = 2; taken.has(unique); count += 1) unique = `${name} ${count}`
  taken.add(unique)
  return unique
}

/** Prose comes with the indentation of the program it stood in; paragraphs and lists keep their lines. */
function readText(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined
  const lines = text.trim().replace(/[^\S\n]*\n[^\S\n]*/g, '\n')
  return lines.replace(/([^\n])\n(?![\n*•-]|\d+[.)])/g, '$1 ') || undefined
}

function isSameName(title: string, name: string): boolean {
  const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  return letters(title) === letters(name)
}

/** `examples` should be a list, and is anything in real documents. */
function readExamples({ example, examples }: SchemaNode): unknown[] {
  const given = Array.isArray(examples) ? examples : [examples ?? example]
  return given.filter((value) => value !== null && value !== undefined)
}
