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
}

/** What a model's input is made of; nothing where that is not known. */
export function readCallInputs(input: Field | undefined): CallInput[] {
  return input?.type.kind === 'object' ? input.type.readFields().map(readCallInput) : []
}

/** An input property, read. */
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
