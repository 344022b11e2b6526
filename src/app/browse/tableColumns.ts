import type { BrowseFilters } from '#app/filters.ts'

type Sort = NonNullable<BrowseFilters['sort']>

export type TableColumn = {
  name: string
  /** What the endpoint calls the order by this column. */
  sort: 'name' | 'id' | 'takes' | 'returns' | 'inputs' | 'updated' | 'status'
  /** Known only where the server reads schemas. */
  needsSignature?: true
}

export const TABLE_COLUMNS: readonly TableColumn[] = [
  { name: 'Name', sort: 'name' },
  { name: 'Id', sort: 'id' },
  { name: 'Takes', sort: 'takes', needsSignature: true },
  { name: 'Returns', sort: 'returns', needsSignature: true },
  { name: 'Inputs', sort: 'inputs', needsSignature: true },
  { name: 'Updated', sort: 'updated' },
  { name: 'Status', sort: 'status' },
]

/** The order that pressing a column's head gives next: its own, then the other way round, then none. */
export function nextSort(column: TableColumn['sort'], sort: Sort | undefined): Sort | undefined {
  if (sort === column) return `-${column}`
  return sort === `-${column}` ? undefined : column
}

/** The order as `aria-sort` names it. The newest first is how `updated` begins. */
export function ariaSort(
  column: TableColumn['sort'],
  sort: Sort | undefined,
): 'ascending' | 'descending' | undefined {
  if (sort !== column && sort !== `-${column}`) return undefined
  return (sort === column) === (column === 'updated') ? 'descending' : 'ascending'
}
