import type { AlignedRow } from './alignFields.ts'
import { type CallInput, readCallInput } from './callInput.ts'
import { isSameByAnotherName } from './isSameByAnotherName.ts'

/**
 * For each row the others that are likely the same under another name: they stand beside it in the same object, and no
 * model has both.
 */
export function suggestRenames(rows: readonly AlignedRow[]): Map<AlignedRow, AlignedRow[]> {
  const partial = rows.filter(({ presence }) => presence !== 'all').flatMap(readPartial)
  return new Map(
    partial
      .map((one): [AlignedRow, AlignedRow[]] => [
        one.row,
        partial.filter((other) => isRename(one, other)).map(({ row }) => row),
      ])
      .filter(([, others]) => others.length > 0),
  )
}

/** A row with what is asked of it for each of the others. */
type PartialRow = { row: AlignedRow; parent: string; input: CallInput }

function readPartial(row: AlignedRow): PartialRow[] {
  const field = row.fields.find((one) => one !== undefined)
  const parent = row.path.slice(0, row.path.lastIndexOf('.'))
  return field === undefined ? [] : [{ row, parent, input: readCallInput(field) }]
}

function isRename(one: PartialRow, other: PartialRow): boolean {
  return (
    one.parent === other.parent &&
    isSameByAnotherName(one.input, other.input) &&
    !one.row.fields.some((field, model) => field !== undefined && other.row.fields[model] !== undefined)
  )
}
