import type { Model } from '#contract/models.ts'

/**
 * Models as CSV after RFC 4180: a head, a line each, CRLF. A text that a spreadsheet would run as a formula begins
 * with an apostrophe, which shows it as text.
 */
export function writeCsv(models: Model[]): string {
  return [COLUMNS.map(([name]) => name), ...models.map((model) => COLUMNS.map(([, read]) => read(model)))]
    .map((cells) => `${cells.map(writeCell).join(',')}\r\n`)
    .join('')
}

type Cell = string | number | undefined

/** Named as on the wire. */
const COLUMNS: [name: string, read: (model: Model) => Cell][] = [
  ['endpoint_id', ({ endpoint_id }) => endpoint_id],
  ['display_name', ({ metadata }) => metadata?.display_name],
  ['category', ({ metadata }) => metadata?.category],
  ['takes', ({ signature }) => signature?.takes.join('; ')],
  ['returns', ({ signature }) => signature?.returns.join('; ')],
  ['required_inputs', ({ signature }) => signature?.required_inputs],
  ['optional_inputs', ({ signature }) => signature?.optional_inputs],
  ['status', ({ metadata }) => metadata?.status],
  ['date', ({ metadata }) => metadata?.date],
  ['updated_at', ({ metadata }) => metadata?.updated_at],
  ['group', ({ metadata }) => metadata?.group?.key],
  ['kind', ({ metadata }) => metadata?.kind],
  ['license_type', ({ metadata }) => metadata?.license_type],
  ['tags', ({ metadata }) => metadata?.tags.join('; ')],
  ['description', ({ metadata }) => metadata?.description],
  ['model_url', ({ metadata }) => metadata?.model_url],
]

function writeCell(cell: Cell): string {
  if (typeof cell !== 'string') return cell === undefined ? '' : String(cell)
  const text = isFormula(cell) ? `'${cell}` : cell
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Also behind space, which spreadsheets skip, and in the full-width forms that some take for the same. */
function isFormula(text: string): boolean {
  return /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u.test(text) || /^[\t\r\n]/.test(text)
}
