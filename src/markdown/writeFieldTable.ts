import type { Field, FieldType } from '#schema/field.ts'
import { partsOf } from '#schema/media.ts'
import { requiredFirst } from '#schema/readModelSchema.ts'
import { typeInWords } from '#schema/typeInWords.ts'
import { escapeMarkdown, markdownCode } from './escapeMarkdown.ts'

const DEPTH_LIMIT = 4
/** Far above any real model, below what a hostile schema multiplies to. */
const ROWS_AT_MOST = 300
const CHOICES_SHOWN = 60

/** The properties of what a model takes or returns, those within them below them, as a table. */
export function writeFieldTable(field: Field): string {
  const rows: string[] = []
  addRows(field, 0)
  if (rows.length === 0) {
    return field.type.kind === 'object' ? 'No properties.' : `A value: ${escapeMarkdown(typeInWords(field))}.`
  }
  return ['| Name | Type | Required | Default | Notes |', '| --- | --- | --- | --- | --- |', ...rows].join(
    '\n',
  )

  function addRows(owner: Field, depth: number) {
    for (const property of requiredFirst(propertiesOf(owner.type))) {
      if (rows.length >= ROWS_AT_MOST) return
      rows.push(writeRow(property, field.path))
      if (depth < DEPTH_LIMIT) addRows(property, depth + 1)
    }
  }
}

/** Those of objects within lists and unions too. */
function propertiesOf(type: FieldType, depth = 0): Field[] {
  if (type.kind === 'object') return type.recursesTo === undefined ? type.readFields() : []
  return depth > DEPTH_LIMIT ? [] : partsOf(type).flatMap((part) => propertiesOf(part.type, depth + 1))
}

function writeRow(field: Field, root: string): string {
  const cells = [
    markdownCode(field.path.slice(root.length + 1), { isCell: true }),
    escapeMarkdown(`${typeInWords(field)}${field.isNullable ? ' or null' : ''}`),
    field.isRequired ? 'yes' : '',
    field.default === undefined ? '' : jsonCode(field.default.value),
    notesOn(field).join(' '),
  ]
  return `| ${cells.join(' | ')} |`
}

function notesOn(field: Field): string[] {
  const choices = choicesOf(field.type)
  const more = choices.length - CHOICES_SHOWN
  return [
    ...(field.isDeprecated ? ['Deprecated.'] : []),
    ...(field.description === undefined ? [] : [escapeMarkdown(field.description, { isCell: true })]),
    ...(choices.length === 0
      ? []
      : [
          `One of ${choices.slice(0, CHOICES_SHOWN).map(jsonCode).join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
        ]),
    ...(field.limits.length === 0 ? [] : [`${escapeMarkdown(field.limits.join(', '))}.`]),
  ]
}

function choicesOf(type: FieldType): unknown[] {
  if (type.kind === 'choice') return type.values
  return type.kind === 'union' || type.kind === 'list'
    ? partsOf(type).flatMap((part) => (part.type.kind === 'choice' ? part.type.values : []))
    : []
}

function jsonCode(value: unknown): string {
  return markdownCode(JSON.stringify(value) ?? '', { isCell: true })
}
