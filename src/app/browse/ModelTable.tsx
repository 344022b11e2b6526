/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/prefer-tag-over-role, jsx-a11y/no-interactive-element-to-noninteractive-role -- boxes that are no table's to the eye would lose their roles in some browsers */
import { useNavigate } from 'react-router-dom'
import type { Model } from '#contract/models.ts'
import { type BrowseFilters, withFilter } from '#app/filters.ts'
import { inParts } from '#app/inParts.ts'
import { browsePath } from '#app/links.ts'
import { Icon } from '#ui/Icon.tsx'
import { TableRow } from './TableRow.tsx'
import { ariaSort, nextSort, TABLE_COLUMNS, type TableColumn } from './tableColumns.ts'
import { useFeedKeys } from './useFeedKeys.ts'
import { useLinksWithinApp } from './useLinksWithinApp.ts'

/**
 * The models as a table, a row each. Where it is wider than the screen it scrolls by itself, beside the names. Its rows
 * are grids in blocks, so that the browser skips those far from the screen, which it cannot with a table's own boxes.
 */
export function ModelTable({
  models,
  total,
  filters,
  isSortable,
  isOld,
  isBusy,
  onPastEnd,
}: {
  models: Model[]
  total: number | undefined
  filters: BrowseFilters
  /** Whether the server orders a result. */
  isSortable: boolean
  isOld: boolean
  isBusy: boolean
  onPastEnd: () => void
}) {
  const followLink = useLinksWithinApp()
  const { ref, onKeyDown, onBlur } = useFeedKeys<HTMLTableElement>(models.length, onPastEnd, [
    'ArrowUp',
    'ArrowDown',
  ])
  const hasSignatures = models.some(({ signature }) => signature)
  const columns = TABLE_COLUMNS.filter(({ needsSignature }) => hasSignatures || !needsSignature)

  return (
    <section
      aria-label="Table of models"
      // Reached by keyboard, as it may have to be scrolled.
      tabIndex={0}
      className="max-lg:-mx-4 max-lg:overflow-x-auto sm:max-lg:-mx-6"
    >
      <table
        ref={ref}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
        onClick={followLink}
        role="table"
        aria-rowcount={total === undefined ? -1 : total + 1}
        aria-busy={isBusy}
        className={`block text-left max-lg:w-max max-lg:min-w-full text-[13.5px] ${hasSignatures ? WITH_SIGNATURES : WITHOUT} ${
          isOld ? 'opacity-50 transition-opacity delay-200 duration-200' : ''
        }`}
      >
        <caption className="sr-only">
          Models{isSortable && ', sorted by pressing the head of a column'}
        </caption>
        <thead role="rowgroup" className="z-3 block bg-paper lg:sticky lg:top-29.5">
          <tr role="row" aria-rowindex={1} className="grid grid-cols-(--columns) border-b border-line">
            {columns.map((column) => (
              <ColumnHead key={column.sort} column={column} filters={filters} isSortable={isSortable} />
            ))}
          </tr>
        </thead>
        {inParts(models, BLOCK).map((block, blockNumber) => (
          <tbody key={block[0]?.endpoint_id} role="rowgroup" className="table-block block">
            {block.map((model, place) => (
              <TableRow
                key={model.endpoint_id}
                model={model}
                position={blockNumber * BLOCK + place + 1}
                hasSignatures={hasSignatures}
              />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

const WITH_SIGNATURES =
  '[--columns:22fr_29fr_13fr_9fr_11fr_8fr_8fr] max-lg:[--columns:11rem_22rem_9rem_6rem_8rem_7rem_7rem]'
const WITHOUT = '[--columns:22fr_29fr_8fr_8fr] max-lg:[--columns:11rem_22rem_7rem_7rem]'

/** Rows that the browser draws or skips together; see `.table-block`. */
const BLOCK = 50

function ColumnHead({
  column: { name, sort },
  filters,
  isSortable,
}: {
  column: TableColumn
  filters: BrowseFilters
  isSortable: boolean
}) {
  const navigate = useNavigate()
  const order = ariaSort(sort, filters.sort)
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={order}
      className={`py-1 pr-2 font-medium text-soft ${sort === 'name' ? 'first-column' : ''}`}
    >
      {isSortable ? (
        <button
          type="button"
          className={`group/head -mx-2 flex min-h-8 items-center gap-1 rounded-md px-2 hover:bg-sunken pointer-coarse:min-h-11 ${order ? 'text-ink' : ''}`}
          onClick={() => void navigate(browsePath(withFilter(filters, 'sort', nextSort(sort, filters.sort))))}
        >
          {name}
          <Icon
            name="up"
            className={`text-[11px] ${order === 'descending' ? 'rotate-180' : ''} ${
              order ? '' : 'opacity-0 group-hover/head:opacity-50 group-focus-visible/head:opacity-50'
            }`}
          />
        </button>
      ) : (
        <span className="flex min-h-8 items-center">{name}</span>
      )}
    </th>
  )
}
