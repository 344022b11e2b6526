import type { AlignedRow } from './alignFields.ts'
import { readCallInput } from './callInput.ts'
import { isSameByAnotherName } from './isSameByAnotherName.ts'

/**
 * For each row the others that are likely the same under another name: they stand beside it in the same object, and no
 * model has both.
 */
export function suggestRenames(rows: readonly AlignedRow[]): Map<AlignedRow, AlignedRow[]> {
  const partial = rows.filter(({ presence }) => presence !== 'all')
  return new Map(
    partial
      .map((row): [AlignedRow, AlignedRow[]] => [row, partial.filter((other) => isRename(row, other))])
      .filter(([, others]) => others.length > 0),
  )
}

function isRename(row: AlignedRow, other: AlignedRow): boolean {
  if (parentOf(row) !== parentOf(other)) return false
  if (row.fields.some((field, model) => field !== undefined && other.fields[model] !== undefined))
    return false
  const [mine, theirs] = [firstOf(row), firstOf(other)]
  return (
    mine !== undefined &&
    theirs !== undefined &&
    isSameByAnotherName(readCallInput(mine), readCallInput(theirs))
  )
}

function firstOf({ fields }: AlignedRow) {
  return fields.find((field) => field !== undefined)
}

function parentOf({ path }: AlignedRow): string {
  return path.slice(0, path.lastIndexOf('.'))
}
