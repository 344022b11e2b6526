import type { Field } from '#schema/field.ts'
import { choicesOf } from '#schema/choicesOf.ts'
import { partsWithin } from '#schema/partsWithin.ts'
import { typeInWords } from '#schema/typeInWords.ts'
import { canonicalJson } from '#schema/canonicalJson.ts'

/** In which respect models that have a property do not agree on it. */
export type Difference = 'type' | 'choices' | 'default' | 'limits' | 'required'

/** One property, as each of the models has it. */
export type AlignedRow = {
  /** `input.loras.items.scale`: the same in every model that has it. */
  path: string
  /** In the order of the models; undefined where a model has no such property. */
  fields: (Field | undefined)[]
  presence: 'all' | 'some' | 'one'
  /** Empty when all that have the property agree on it. */
  differences: Difference[]
}

/**
 * The properties of several inputs, or outputs, one row for each, what is inside a property below it. The rows and their
 * order do not depend on the order of the models. Ends also on schemas that contain themselves or multiply without end.
 */
export function alignFields(roots: readonly (Field | undefined)[]): AlignedRow[] {
  const rows: AlignedRow[] = []
  descend(roots)
  return rows

  function descend(parents: readonly (Field | undefined)[]) {
    for (const fields of alignParts(parents)) {
      if (rows.length >= ROWS_AT_MOST) return
      const present = fields.filter((field) => field !== undefined)
      rows.push({
        path: present[0]?.path ?? '',
        fields,
        presence: presenceOf(present.length, fields.length),
        differences: differencesBetween(present),
      })
      descend(fields)
    }
  }
}

/** Whether all models have the property, and the same one. */
export function isSame({ presence, differences }: AlignedRow): boolean {
  return presence === 'all' && differences.length === 0
}

/** Far above any real models, below what hostile schemas multiply to. */
const ROWS_AT_MOST = 2_000

/** What is common stands first, then what stands early in its models. */
function alignParts(parents: readonly (Field | undefined)[]): (Field | undefined)[][] {
  const byPath = new Map<string, { fields: (Field | undefined)[]; count: number; places: number }>()
  for (const [model, parent] of parents.entries()) {
    for (const [place, part] of (parent ? partsWithin(parent) : []).entries()) {
      const row = byPath.get(part.path) ?? { fields: parents.map(() => undefined), count: 0, places: 0 }
      // A path is unique in a document; should one come again, the first stands.
      if (row.fields[model] !== undefined) continue
      row.fields[model] = part
      row.count += 1
      row.places += place
      byPath.set(part.path, row)
    }
  }
  return [...byPath]
    .sort(
      ([a, one], [b, other]) =>
        other.count - one.count || one.places / one.count - other.places / other.count || (a < b ? -1 : 1),
    )
    .map(([, { fields }]) => fields)
}

function presenceOf(count: number, models: number): AlignedRow['presence'] {
  if (count === models) return 'all'
  return count === 1 ? 'one' : 'some'
}

const FACTS: Record<Difference, (field: Field) => unknown> = {
  type: (field) => [typeInWords(field), field.isNullable],
  // Whose order is of no matter.
  choices: ({ type }) => choicesOf(type)?.map(canonicalJson).toSorted(),
  default: (field) => field.default,
  limits: ({ limits }) => limits,
  required: ({ isRequired }) => isRequired,
}

const DIFFERENCES = ['type', 'choices', 'default', 'limits', 'required'] as const

function differencesBetween([first, ...others]: Field[]): Difference[] {
  if (first === undefined || others.length === 0) return []
  return DIFFERENCES.filter((difference) => {
    const fact = canonicalJson(FACTS[difference](first))
    return others.some((field) => canonicalJson(FACTS[difference](field)) !== fact)
  })
}
