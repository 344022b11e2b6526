import { type AlignedRow, alignFields, isSame } from '#compare/alignFields.ts'
import { suggestRenames } from '#compare/suggestRenames.ts'
import type { Model } from '#contract/models.ts'
import { choicesOf } from '#schema/choicesOf.ts'
import { type ModelMedia, readMedia } from '#schema/media.ts'
import { type ModelSchema, readModelSchema } from '#schema/readModelSchema.ts'
import { categoryName } from '#app/categoryName.ts'
import { formatDate } from '#app/format.ts'
import { mediumInWords } from '#app/mediumInWords.ts'

export type ComparedModel = {
  id: string
  name: string
  model: Model
  schema: ModelSchema
  media: Pick<ModelMedia, 'takes' | 'returns'>
}

/** Something known of all models that is no property. `isSame`: of all it is the same. */
export type FactRow = { name: string; texts: string[]; isSame: boolean }

export type PropertyRow = AlignedRow & {
  /** `loras[].scale` */
  name: string
  /** How deep it lies. */
  depth: number
  /** It and all within it is the same in all models. */
  isSettled: boolean
  /** The models that have it are those that have what it stands in. */
  isInherited: boolean
  /** What may be the same under another name. */
  otherNames: string[]
}

export type Comparison = {
  models: ComparedModel[]
  facts: FactRow[]
  sections: { title: 'Input' | 'Output'; rows: PropertyRow[] }[]
}

/** Models side by side, in the order given. */
export function compareModels(models: readonly Model[]): Comparison {
  const compared = models.map((model) => ({
    id: model.endpoint_id,
    name: model.metadata?.display_name ?? model.endpoint_id,
    model,
    schema: readModelSchema(model.openapi),
    // A server that reads it for us spares the reader's time.
    media: model.signature ?? readMedia(model.openapi),
  }))
  return {
    models: compared,
    facts: FACTS.map(([name, read]) => {
      const texts = compared.map(read)
      return { name, texts, isSame: new Set(texts).size === 1 }
    }).filter(({ texts }) => texts.some((text) => text !== '')),
    sections: [
      { title: 'Input', rows: propertyRows(compared.map(({ schema }) => schema.input)) },
      { title: 'Output', rows: propertyRows(compared.map(({ schema }) => schema.output)) },
    ],
  }
}

const FACTS: [name: string, read: (compared: ComparedModel) => string][] = [
  ['Category', ({ model }) => (model.metadata ? categoryName(model.metadata.category) : '')],
  ['Status', ({ model }) => STATUSES[model.metadata?.status ?? 'unknown']],
  ['Takes', ({ media }) => media.takes.map(mediumInWords).join(', ')],
  ['Returns', ({ media }) => media.returns.map(mediumInWords).join(', ')],
  ['Family', ({ model }) => model.metadata?.group?.key ?? ''],
  ['History since', ({ model }) => (model.metadata ? formatDate(model.metadata.date) : '')],
  ['Updated', ({ model }) => (model.metadata ? formatDate(model.metadata.updated_at) : '')],
  ['Streaming', ({ model: { metadata } }) => (metadata ? (metadata.stream_url ? 'Yes' : 'No') : '')],
  ['Licence', ({ model }) => model.metadata?.license_type ?? ''],
]

const STATUSES = { active: 'Active', deprecated: 'Deprecated', unknown: '' }

function propertyRows(roots: ComparedModel['schema']['input'][]): PropertyRow[] {
  const rows = alignFields(roots)
  const renames = suggestRenames(rows)
  const unsettled = new Set<string>()
  for (const row of rows) {
    if (isSame(row)) continue
    // So is what it stands in.
    for (let path = row.path; path.includes('.'); path = parentOf(path)) unsettled.add(path)
  }
  const rowsByPath = new Map(rows.map((row) => [row.path, row]))
  const parentRow = ({ path }: AlignedRow) => rowsByPath.get(parentOf(path))
  // Not by the name alone: a property may be called `items` too.
  const items = new Set(
    rows.filter((row) => row.path.endsWith('.items') && isList(parentRow(row))).map(({ path }) => path),
  )
  return rows
    .filter((row) => !(items.has(row.path) && isTold(row, parentRow(row))))
    .map((row) => ({
      ...row,
      name: nameOf(row.path, items),
      depth: ancestorsOf(row.path).filter((path) => !items.has(path)).length - 1,
      isSettled: !unsettled.has(row.path),
      isInherited: presenceOf(parentRow(row)) === presenceOf(row),
      otherNames: (renames.get(row) ?? []).map(({ path }) => nameOf(path, items)),
    }))
}

function isList(row: AlignedRow | undefined): boolean {
  return row?.fields.some((field) => field?.type.kind === 'list') === true
}

/** What a list holds is told by the list's own type, unless there is more to say of it. */
function isTold({ fields, differences }: AlignedRow, list: AlignedRow | undefined): boolean {
  return (
    differences.every((difference) => list?.differences.includes(difference)) &&
    fields.every(
      (field) =>
        !field || (field.limits.length === 0 && !field.default && choicesOf(field.type) === undefined),
    )
  )
}

/** Which models have it. */
function presenceOf(row: AlignedRow | undefined): string | undefined {
  return row?.fields.map((field) => (field ? 1 : 0)).join('')
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('.'))
}

/** As programs would write it, without where it begins. */
function nameOf(path: string, items: ReadonlySet<string>): string {
  return ancestorsOf(path).reduce((name, part) => {
    if (items.has(part)) return `${name}[]`
    const own = decodeSegment(part.slice(part.lastIndexOf('.') + 1))
    return name === '' ? own : `${name}.${own}`
  }, '')
}

/** The paths of what it stands in, from the outside in, and its own; without where it begins. */
function ancestorsOf(path: string): string[] {
  const [, ...ends] = path.split('.').map((_, place, segments) => segments.slice(0, place + 1).join('.'))
  return ends
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

/** "in all 3", "in 2 of 3", "only in FLUX.1 [dev]" */
export function presenceInWords({ presence, fields }: AlignedRow, models: readonly ComparedModel[]): string {
  if (presence === 'all') return `in all ${models.length}`
  const having = models.filter((_, place) => fields[place] !== undefined)
  if (presence === 'some') return `in ${having.length} of ${models.length}`
  return `only in ${having[0]?.name ?? ''}`
}
