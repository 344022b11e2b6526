import type { Constraints, Field } from '#schema/field.ts'
import { readField } from '#schema/readField.ts'

/** The types behind a schema, each once and with a name of its own; parts stand before what they are part of. */
export type TypeModel = { roots: string[]; declarations: Declaration[] }

export type Declaration = {
  /** In PascalCase, and no word that a language keeps for itself. */
  name: string
  shape: Shape
  description?: string
  /** Whether the type contains itself, so that its name is used before it is declared. */
  isRecursive: boolean
}

export type Shape = { isNullable: boolean; constraints?: Constraints } & (
  | { kind: 'string' | 'number' | 'integer' | 'boolean' | 'null' | 'any'; format?: string }
  | { kind: 'choice'; values: unknown[]; isOpen: boolean }
  | { kind: 'list'; item: Shape }
  | { kind: 'tuple'; items: Shape[] }
  | { kind: 'map'; value: Shape }
  | { kind: 'union'; branches: Shape[] }
  /** Only as what a declaration stands for. */
  | { kind: 'object'; properties: Property[] }
  | { kind: 'named'; name: string }
)

export type Property = {
  /** As it is sent: any text. */
  name: string
  shape: Shape
  isRequired: boolean
  isDeprecated: boolean
  description?: string
  /** In words. */
  limits: string[]
  default?: { value: unknown }
  examples: unknown[]
}

/** Names the given fields, every object in them, and what else contains itself. Takes any field the reader makes. */
export function modelTypes(fields: readonly Field[]): TypeModel {
  const builder: Builder = {
    declarations: new Map(),
    taken: new Set(),
    open: new Map(),
    fieldsLeft: FIELDS_AT_MOST,
  }
  const roots = fields.map((field) => {
    const shape = readShape(field, field.name, builder, new Set())
    return shape.kind === 'named' && !shape.isNullable
      ? shape.name
      : declare(shape, field, field.name, builder)
  })
  return { roots, declarations: [...builder.declarations.values()] }
}

/** The types of what a model takes and of what it returns; where the document does not tell, any object. */
export function typesOf({
  input,
  output,
}: {
  input: Field | undefined
  output: Field | undefined
}): TypeModel {
  const anything = { type: 'object', additionalProperties: true }
  return modelTypes([input ?? readField({}, anything, 'input'), output ?? readField({}, anything, 'output')])
}

/** More than any real schema has; what is beyond is of any type. */
const FIELDS_AT_MOST = 12_000
const EXAMPLES_AT_MOST = 3

type Builder = {
  /** By what they are, so that what two properties share is declared once. */
  declarations: Map<string, Declaration>
  taken: Set<string>
  /** The fields being read, by path; a name where one of their parts has asked for it. */
  open: Map<string, { wanted: string; name?: string }>
  fieldsLeft: number
}

/** `alike`: paths that stand for the same value as this field, so that a reference to them would say nothing. */
function readShape(field: Field, wanted: string, builder: Builder, alike: ReadonlySet<string>): Shape {
  const { type, path, isNullable, constraints } = field
  const common = { isNullable, ...(constraints && { constraints }) }
  builder.fieldsLeft -= 1
  if (builder.fieldsLeft < 0) return { ...common, kind: 'any' }

  if (type.kind === 'object' && type.recursesTo !== undefined) {
    const ancestor = builder.open.get(type.recursesTo)
    if (ancestor === undefined || alike.has(type.recursesTo)) return { ...common, kind: 'any' }
    ancestor.name ??= takeName(ancestor.wanted, builder)
    return { ...common, kind: 'named', name: ancestor.name }
  }

  const none: ReadonlySet<string> = new Set()
  const readPart = (part: Field, name: string, sameValue = none) => readShape(part, name, builder, sameValue)
  const read = (): Shape => {
    switch (type.kind) {
      case 'object': {
        const properties = type.readFields().map((property) => readProperty(property, builder))
        return { isNullable: false, kind: 'object', properties }
      }
      case 'list':
        return { ...common, kind: 'list', item: readPart(type.item, `${wanted} item`) }
      case 'tuple':
        return {
          ...common,
          kind: 'tuple',
          items: type.items.map((item, place) => readPart(item, `${wanted} ${place}`)),
        }
      case 'map':
        return { ...common, kind: 'map', value: readPart(type.value, `${wanted} value`) }
      case 'union':
        return {
          ...common,
          kind: 'union',
          branches: type.branches.map((branch) =>
            readPart(branch, `${wanted} ${branch.name}`, new Set([...alike, path])),
          ),
        }
      case 'choice':
        return { ...common, kind: 'choice', values: type.values, isOpen: type.isOpen }
      case 'missing':
        return { ...common, kind: 'any' }
      case 'string':
      case 'number':
      case 'integer':
      case 'boolean':
      case 'null':
      case 'any':
        break
    }
    return { ...common, kind: type.kind, ...(type.format !== undefined && { format: type.format }) }
  }

  const name = type.kind === 'object' ? (type.name ?? wanted) : wanted
  builder.open.set(path, { wanted: name })
  const shape = read()
  const asked = builder.open.get(path)?.name
  builder.open.delete(path)
  if (shape.kind !== 'object' && asked === undefined) return shape
  return {
    isNullable,
    kind: 'named',
    name: declare({ ...shape, isNullable: false }, field, name, builder, asked),
  }
}

function readProperty(field: Field, builder: Builder): Property {
  const { name, isRequired, isDeprecated, description, limits, examples } = field
  return {
    name,
    shape: readShape(field, name, builder, new Set()),
    isRequired,
    isDeprecated,
    limits,
    examples: examples.slice(0, EXAMPLES_AT_MOST),
    ...(description !== undefined && { description }),
    ...(field.default && { default: field.default }),
  }
}

function declare(
  shape: Shape,
  { description }: Field,
  wanted: string,
  builder: Builder,
  asked?: string,
): string {
  // Named by its own reference, a type that contains itself would never equal another.
  const key = JSON.stringify(shape, (_, value: unknown) => (isReferenceTo(value, asked) ? 'itself' : value))
  const known = builder.declarations.get(key)
  if (known !== undefined) return known.name
  const name = asked ?? takeName(wanted, builder)
  builder.declarations.set(key, {
    name,
    shape,
    isRecursive: asked !== undefined,
    ...(description !== undefined && { description }),
  })
  return name
}

function isReferenceTo(value: unknown, name: string | undefined): boolean {
  return (
    name !== undefined &&
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    value.kind === 'named' &&
    'name' in value &&
    value.name === name
  )
}

function takeName(wanted: string, { taken }: Builder): string {
  const base = pascalCase(wanted)
  let name = KEPT.has(base) ? `${base}Value` : base
  for (let count = 2; taken.has(name); count += 1) name = `${base}${count}`
  taken.add(name)
  return name
}

/** `image size item` → `ImageSizeItem`. */
function pascalCase(text: string): string {
  const words = text.match(/[A-Za-z0-9]+/g) ?? []
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
  return /^[A-Z]/.test(name) ? name : `Type${name}`
}

/** What the programs written here, and their languages, mean by these names. */
const KEPT = new Set(
  `Annotated Any Array BaseModel Boolean ConfigDict Date False Field Function Literal Map None Number Object Promise
  Record RegExp RootModel Set String Symbol True Undefined Union`.split(/\s+/),
)
