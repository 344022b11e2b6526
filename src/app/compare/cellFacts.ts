import type { AlignedRow, Difference } from '#compare/alignFields.ts'
import { canonicalJson } from '#schema/canonicalJson.ts'
import { choicesOf } from '#schema/choicesOf.ts'
import type { Field } from '#schema/field.ts'
import { typeInWords } from '#schema/typeInWords.ts'
import { valueInWords } from '#schema/valueInWords.ts'

/** What one model says of a property, in words, and whether the others say something else. */
export type CellFact = { kind: Difference; text: string; isDifferent: boolean }

/** What stands in a cell; where models do not agree, also what one of them does not say. */
export function cellFacts(field: Field, row: AlignedRow): CellFact[] {
  const common = row.differences.includes('choices') ? commonChoices(row) : undefined
  const facts = KINDS.map((kind): CellFact => {
    const isDifferent = row.differences.includes(kind)
    const text = kind === 'choices' ? choicesInWords(field, common) : WORDS[kind](field, isDifferent)
    return { kind, text, isDifferent }
  })
  return facts.filter(({ text }) => text !== '')
}

const KINDS = ['type', 'required', 'default', 'choices', 'limits'] as const

const WORDS: Record<Exclude<Difference, 'choices'>, (field: Field, isDifferent: boolean) => string> = {
  type: (field) => `${typeInWords(field)}${field.isNullable ? ' or null' : ''}`,
  required: ({ isRequired }, isDifferent) => (isRequired ? 'required' : isDifferent ? 'optional' : ''),
  default: (field, isDifferent) =>
    field.default ? `default ${valueInWords(field.default.value)}` : isDifferent ? 'no default' : '',
  limits: ({ limits }, isDifferent) =>
    limits.length > 0 ? limits.join(', ') : isDifferent ? 'no limits' : '',
}

/** Of lists that differ, first what not all models have. */
function choicesInWords({ type }: Field, common: ReadonlySet<string> | undefined): string {
  const choices = choicesOf(type)
  if (choices === undefined) return common ? 'any value' : ''
  if (common === undefined || common.size === 0) return listed(choices, `${choices.length} choices: `)
  const own = choices.filter((choice) => !common.has(canonicalJson(choice)))
  const rest = `${common.size} in common`
  return own.length === 0 ? `only the ${rest}` : `${rest}, and ${listed(own)}`
}

const LISTED = 8

function listed(values: readonly unknown[], before = ''): string {
  const first = values.slice(0, LISTED).map(valueInWords).join(', ')
  return values.length > LISTED ? `${before}${first} and ${values.length - LISTED} more` : `${before}${first}`
}

function commonChoices({ fields }: AlignedRow): ReadonlySet<string> {
  const [first = [], ...others] = fields.flatMap((field) => {
    const choices = field && choicesOf(field.type)
    return choices ? [choices.map(canonicalJson)] : []
  })
  const sets = others.map((choices) => new Set(choices))
  return new Set(first.filter((choice) => sets.every((set) => set.has(choice))))
}
