import { memo } from 'react'
import { Link, useLocation, useNavigate } from 'react-router-dom'
import type { Model } from '#contract/models.ts'
import { EndpointId } from '#app/EndpointId.tsx'
import { type BrowseFilters, withFilter } from '#app/filters.ts'
import { formatDate, formatNumber } from '#app/format.ts'
import { KindDot } from '#app/KindDot.tsx'
import { browsePath, modelPath } from '#app/links.ts'
import { CopyButton } from '#ui/CopyButton.tsx'
import { Icon } from '#ui/Icon.tsx'
import { ariaSort, nextSort, TABLE_COLUMNS, type TableColumn } from './tableColumns.ts'
import { useFeedKeys } from './useFeedKeys.ts'

/** The models as a table, a row each. Where it is wider than the screen it scrolls by itself, beside the names. */
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
  const { pathname, search } = useLocation()
  const keys = useFeedKeys<HTMLTableSectionElement>(models.length, onPastEnd, ['ArrowUp', 'ArrowDown'])
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
        aria-rowcount={total === undefined ? -1 : total + 1}
        aria-busy={isBusy}
        className={`w-full min-w-200 table-fixed border-separate border-spacing-0 text-left text-[13.5px] ${
          isOld ? 'opacity-50 transition-opacity delay-200 duration-200' : ''
        }`}
      >
        <caption className="sr-only">
          Models{isSortable && ', sorted by pressing the head of a column'}
        </caption>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <ColumnHead key={column.sort} column={column} filters={filters} isSortable={isSortable} />
            ))}
          </tr>
        </thead>
        <tbody {...keys}>
          {models.map((model, place) => (
            <Row
              key={model.endpoint_id}
              model={model}
              position={place + 1}
              hasSignatures={hasSignatures}
              from={`${pathname}${search}`}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

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
      scope="col"
      aria-sort={order}
      className={`z-1 border-b border-line bg-paper py-1 pr-2 font-medium text-soft lg:sticky lg:top-29.5 ${WIDTHS[sort]} ${
        sort === 'name' ? FIRST_COLUMN : ''
      }`}
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

const WIDTHS = {
  name: 'w-[22%]',
  id: 'w-[29%]',
  takes: 'w-[13%]',
  returns: 'w-[9%]',
  inputs: 'w-[11%]',
  updated: 'w-[8%]',
  status: 'w-[8%]',
} satisfies Record<TableColumn['sort'], string>

/** Stays when the rest is scrolled sideways. */
const FIRST_COLUMN =
  'max-lg:sticky max-lg:left-0 max-lg:z-2 max-lg:w-44 max-lg:pl-4 sm:max-lg:w-60 sm:max-lg:pl-6'

const Row = memo(function Row({
  model: { endpoint_id, metadata, signature },
  position,
  hasSignatures,
  from,
}: {
  model: Model
  position: number
  hasSignatures: boolean
  from: string
}) {
  const name = metadata?.display_name ?? endpoint_id
  return (
    <tr
      data-place={endpoint_id}
      aria-rowindex={position + 1}
      className="group scroll-mt-10 *:border-b *:border-line *:py-1.5 *:pr-3 *:align-baseline hover:*:bg-sunken lg:scroll-mt-24"
    >
      <th scope="row" className={`font-medium max-lg:bg-paper ${FIRST_COLUMN}`}>
        <span className="flex items-baseline gap-2">
          <KindDot category={metadata?.category ?? ''} />
          <Link
            to={modelPath(endpoint_id)}
            state={{ from }}
            data-card-link
            className="min-w-0 wrap-anywhere hover:underline pointer-coarse:py-2"
          >
            {name}
          </Link>
        </span>
      </th>
      <td>
        <span className="relative flex items-baseline pr-8 font-mono text-[12.5px] text-soft">
          <EndpointId id={endpoint_id} />
          <CopyButton
            text={endpoint_id}
            name={`Copy id of ${name}`}
            shortcut="y"
            className="button absolute top-1/2 right-0 min-h-7 w-7 -translate-y-1/2 px-0 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100"
          >
            {null}
          </CopyButton>
        </span>
      </td>
      {hasSignatures && (
        <>
          <td className="text-soft">{signature?.takes.map(mediumName).join(', ')}</td>
          <td className="text-soft">{signature?.returns.map(mediumName).join(', ')}</td>
          <td className="text-soft">
            {signature && (
              <>
                {signature.required_inputs + signature.optional_inputs}{' '}
                <span className="text-quiet">({formatNumber(signature.required_inputs)} required)</span>
              </>
            )}
          </td>
        </>
      )}
      <td className="text-soft">{metadata && formatDate(metadata.updated_at)}</td>
      <td className="text-soft capitalize">{metadata?.status}</td>
    </tr>
  )
})

function mediumName(medium: string): string {
  return medium === '3d' || medium === 'json' ? medium.toUpperCase() : medium
}
