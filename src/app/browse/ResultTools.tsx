import { memo, useContext } from 'react'
import { useNavigate } from 'react-router-dom'
import type { ModelsFacets } from '#contract/facets.ts'
import { type Sort, SORTS, splitSort } from '#contract/modelsQuery.ts'
import { capitalized } from '#app/categoryName.ts'
import { DialogContext } from '#app/DialogContext.ts'
import { asCards, type BrowseFilters, CARD_ORDERS, withFilter } from '#app/filters.ts'
import { browsePath } from '#app/links.ts'
import { loadFilterSheet } from '#app/loadAhead.ts'
import { Segments } from '#app/Segments.tsx'
import { linkForOthers } from '#app/yours/linkForOthers.ts'
import { CopyButton } from '#ui/CopyButton.tsx'
import { Icon } from '#ui/Icon.tsx'
import { appliedFilters } from './appliedFilters.ts'
import { StatusFilter } from './StatusFilter.tsx'

/** The row of controls over the results: what is shown of them, and how. */
export const ResultTools = memo(function ResultTools({
  filters,
  facets,
  areFacetsComing,
}: {
  filters: BrowseFilters
  /** Undefined where the server knows only the documented endpoint: what it would ignore is not offered. */
  facets: ModelsFacets | undefined
  areFacetsComing: boolean
}) {
  const canFold = facets ? facets.families !== undefined : areFacetsComing
  return (
    // On a phone one row, which goes on beyond the edge.
    <div className="relative flex items-center gap-x-3 gap-y-2 max-sm:fading-edges max-sm:scrollbar-none max-sm:-mx-4 max-sm:w-[calc(100%+2rem)] max-sm:overflow-x-auto max-sm:px-4 max-sm:py-1 max-sm:*:shrink-0 sm:flex-wrap">
      {/* On a phone there is no room for it beside the button of the sheet that has it too. */}
      <StatusFilter
        filters={filters}
        facets={facets}
        className={facets || areFacetsComing ? 'max-sm:hidden' : ''}
      />
      {(facets || areFacetsComing) && <FiltersButton filters={filters} />}
      {canFold && filters.view !== 'table' && (
        <>
          <SortChoice filters={filters} />
          <FoldChoice filters={filters} />
        </>
      )}
      <ViewChoice filters={filters} />
      <TakeAway />
    </div>
  )
})

/** The result as a file, the question as a program, and the view as a link. */
function TakeAway() {
  const openDialog = useContext(DialogContext)
  return (
    <div className="flex gap-1.5">
      {TAKE_AWAY.map(({ dialog, icon, name }) => (
        <button
          key={dialog}
          type="button"
          aria-haspopup="dialog"
          aria-label={name}
          title={name}
          className="button w-9 px-0 pointer-coarse:w-11"
          onClick={() => openDialog(dialog)}
        >
          <Icon name={icon} />
        </button>
      ))}
      <CopyButton
        text={linkForOthers}
        icon="link"
        name="Share: copy the link to this view"
        className="button w-9 px-0 pointer-coarse:w-11"
      >
        {null}
      </CopyButton>
    </div>
  )
}

const TAKE_AWAY = [
  { dialog: 'export', icon: 'download', name: 'Export this list' },
  { dialog: 'request', icon: 'code', name: 'This view as an API request' },
] as const

function FiltersButton({ filters }: { filters: BrowseFilters }) {
  const openDialog = useContext(DialogContext)
  const applied = appliedFilters(filters).length
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      className="button"
      onClick={() => openDialog('filters')}
      onPointerEnter={() => void loadFilterSheet().catch(() => undefined)}
    >
      <Icon name="filter" />
      Filters
      {applied > 0 && (
        <span className="rounded-full bg-ink px-1.5 text-[11.5px] leading-4.5 text-paper">
          {applied}
          <span className="sr-only"> applied</span>
        </span>
      )}
    </button>
  )
}

/** A card for each family, or one for each of its variants. */
function FoldChoice({ filters }: { filters: BrowseFilters }) {
  return (
    <Segments
      label="Cards"
      choices={([undefined, 'apart'] as const).map((variants) => ({
        name: variants === undefined ? 'Families' : 'Variants',
        to: browsePath(withFilter(filters, 'variants', variants)),
        isChosen: filters.variants === variants,
      }))}
    />
  )
}

/** Cards, or the rows of a table, whose heads sort. */
function ViewChoice({ filters }: { filters: BrowseFilters }) {
  return (
    <Segments
      label="View"
      choices={[
        {
          name: 'Cards',
          to: browsePath(asCards(filters)),
          isChosen: filters.view === undefined,
        },
        {
          name: 'Table',
          to: browsePath(withFilter(filters, 'view', 'table')),
          isChosen: filters.view === 'table',
        },
      ]}
    />
  )
}

function SortChoice({ filters }: { filters: BrowseFilters }) {
  const navigate = useNavigate()
  const { sort } = filters
  return (
    <label className="button font-normal focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-focus">
      <span className="text-quiet max-xl:sr-only">Sort</span>
      <select
        value={sort ?? ''}
        className="min-h-8 bg-raised pointer-coarse:min-h-10 focus-visible:outline-none"
        onChange={({ target }) => {
          const order = SORTS.find((known) => known === target.value)
          void navigate(browsePath(withFilter(filters, 'sort', order)))
        }}
      >
        {/* What the endpoint does by itself. */}
        <option value="">{filters.q === undefined ? 'Suggested' : 'Relevance'}</option>
        {Object.entries(CARD_ORDERS).map(([order, name]) => (
          <option key={order} value={order}>
            {name}
          </option>
        ))}
        {/* Another one can be typed: it must be seen, or nobody could choose it away. */}
        {sort && !(sort in CARD_ORDERS) && <option value={sort}>{orderInWords(sort)}</option>}
      </select>
    </label>
  )
}

/** "-inputs" is "Inputs, reversed". */
function orderInWords(sort: Sort): string {
  const { key, isReversed } = splitSort(sort)
  return `${capitalized(key)}${isReversed ? ', reversed' : ''}`
}
