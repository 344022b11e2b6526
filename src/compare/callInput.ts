import type { Medium } from '#contract/models.ts'
import { canonicalJson } from '#schema/canonicalJson.ts'
import type { Constraints, Field, FieldType } from '#schema/field.ts'

/** An input property, as far as it matters whether a value written for it fits another. */
export type CallInput = {
  name: string
  isRequired?: true
  isList?: true
  /** The kinds of JSON values that it takes, those of its items for a list; `any` where everything will do. */
  kinds: string[]
  medium?: Medium
  /** All that may be chosen, as JSON; absent where anything else of that kind will do too. */
  choices?: string[]
  limits?: Pick<Constraints, 'minimum' | 'maximum' | 'maxLength' | 'maxItems'>
  /** The properties of an object, or of the objects in a list; absent where there are several kinds of objects. */
  within?: CallInput[]
}

/** Of objects within each other: a schema may hold itself. */
const DEPTH = 3

/** What a model's input is made of; nothing where that is not known. */
export function readCallInputs(input: Field | undefined): CallInput[] {
  return input?.type.kind === 'object' ? readWithin(input.type, DEPTH) : []
}

function readWithin(object: ObjectType, depth: number): CallInput[] {
  return object.readFields().map((field) => {
    const [inner, ...others] = objectsOf(field.type)
    const within = inner && others.length === 0 && depth > 0 ? readWithin(inner, depth - 1) : []
    return { ...readCallInput(field), ...(within.length > 0 && { within }) }
  })
}

type ObjectType = Extract<FieldType, { kind: 'object' }>

/** The objects that may be written, be it as one of a list. */
function objectsOf(type: FieldType): ObjectType[] {
  switch (type.kind) {
    case 'object':
      return [type]
    case 'list':
      return objectsOf(type.item.type)
    case 'union':
      return type.branches.flatMap((branch) => objectsOf(branch.type))
    default:
      return []
  }
}

/** An input property, read, but for what is within it. */
export function readCallInput({ name, type, isRequired, medium, constraints = {} }: Field): CallInput {
  const choices = closedChoices(type)
  const { minimum, maximum, maxLength, maxItems } = constraints
  const limits = {
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
    ...(maxLength !== undefined && { maxLength }),
    ...(maxItems !== undefined && { maxItems }),
  }
  return {
    name,
    ...(isRequired && { isRequired }),
    ...(type.kind === 'list' && { isList: true }),
    kinds: [...new Set(valueKinds(type))],
    ...(medium !== undefined && { medium }),
    ...(choices && { choices: choices.map(canonicalJson) }),
    ...(Object.keys(limits).length > 0 && { limits }),
  }
}

/** Whether some value may stand in both, be it one of them or a list of such. */
export function shareKind({ kinds }: CallInput, other: CallInput): boolean {
  return (
    kinds.includes('any') || other.kinds.includes('any') || kinds.some((kind) => other.kinds.includes(kind))
  )
}

/** Also where they stand beside values of other kinds: "one of these names, or an object". */
function closedChoices(type: FieldType): unknown[] | undefined {
  if (type.kind === 'choice') return type.isOpen ? undefined : type.values
  if (type.kind !== 'union') return undefined
  const choice = type.branches.find((branch) => branch.type.kind === 'choice')
  const others = type.branches.filter((branch) => branch !== choice)
  const kinds = new Set(others.flatMap((branch) => valueKinds(branch.type)))
  const values = choice && closedChoices(choice.type)
  return values?.some((value) => kinds.has('any') || kinds.has(typeof value)) ? undefined : values
}

function valueKinds(type: FieldType): string[] {
  switch (type.kind) {
    case 'list':
      return valueKinds(type.item.type)
    case 'union':
      return type.branches.flatMap((branch) => valueKinds(branch.type))
    case 'choice':
      return type.values.map((value) => typeof value)
    case 'integer':
      return ['number']
    case 'map':
      return ['object']
    case 'missing':
      return ['any']
    default:
      return [type.kind]
  }
}
