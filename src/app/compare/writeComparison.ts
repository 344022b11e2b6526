import { escapeMarkdown, markdownCode } from '#markdown/escapeMarkdown.ts'
import { writeCsvLine } from '#app/writeCsvLine.ts'
import { cellFacts } from './cellFacts.ts'
import type { Comparison, PropertyRow } from './compareModels.ts'

export type ComparisonFormat = 'markdown' | 'csv' | 'json'

/** The whole comparison as a text to take away. */
export function writeComparison(comparison: Comparison, format: ComparisonFormat): string {
  return WRITERS[format](comparison)
}

const WRITERS: Record<ComparisonFormat, (comparison: Comparison) => string> = {
  markdown({ models, facts, sections }) {
    const line = (cells: string[]) => `| ${cells.join(' | ')} |`
    const code = (text: string) => markdownCode(text, { isCell: true })
    return [
      line(['', ...models.map(({ name }) => escapeMarkdown(name, { isCell: true }))]),
      line(['---', ...models.map(() => '---')]),
      line(['Id', ...models.map(({ id }) => code(id))]),
      ...facts.map(({ name, texts }) =>
        line([name, ...texts.map((text) => escapeMarkdown(text, { isCell: true }))]),
      ),
      ...sections.flatMap(({ title, rows }) => [
        line([`**${title}**`, ...models.map(() => '')]),
        ...rows.map((row) =>
          line([
            code(row.name),
            ...textsOf(row).map((texts) =>
              texts === undefined ? '–' : escapeMarkdown(texts.join('; '), { isCell: true }),
            ),
          ]),
        ),
      ]),
      '',
    ].join('\n')
  },

  csv({ models, facts, sections }) {
    return [
      ['part', 'property', 'presence', ...models.map(({ id }) => id)],
      ...facts.map(({ name, texts }) => ['fact', name, undefined, ...texts]),
      ...sections.flatMap(({ title, rows }) =>
        rows.map((row) => [
          title.toLowerCase(),
          row.name,
          `in ${row.fields.filter(Boolean).length} of ${models.length}`,
          ...textsOf(row).map((texts) => texts?.join('; ')),
        ]),
      ),
    ]
      .map(writeCsvLine)
      .join('')
  },

  json({ models, facts, sections }) {
    const byModel = <Value>(values: Value[]) =>
      Object.fromEntries(models.map(({ id }, place) => [id, values[place]]))
    const written = {
      models: models.map(({ id }) => id),
      facts: Object.fromEntries(facts.map(({ name, texts }) => [name, byModel(texts)])),
      ...Object.fromEntries(
        sections.map(({ title, rows }) => [
          title.toLowerCase(),
          rows.map((row) => ({
            property: row.name,
            differences: row.differences,
            other_names: row.otherNames,
            values: byModel(textsOf(row).map((texts) => texts ?? null)),
          })),
        ]),
      ),
    }
    return `${JSON.stringify(written, undefined, 2)}\n`
  },
}

/** What each model says of a property; undefined where it has none. */
function textsOf(row: PropertyRow): (string[] | undefined)[] {
  return row.fields.map((field) => field && cellFacts(field, row).map(({ text }) => text))
}
