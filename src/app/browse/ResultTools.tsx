import { useNavigate } from 'react-router-dom'
import type { ModelsFacets } from '#contract/facets.ts'
import { type BrowseFilters, withFilter } from '#app/filters.ts'
import { browsePath } from '#app/links.ts'
import { Segments } from './Segments.tsx'
import { StatusFilter } from './StatusFilter.tsx'

/** The row of controls over the results: what is shown of them, and how. */
export function ResultTools({
  filters,
  facets,
}: {
  filters: BrowseFilters
  /** Undefined where the server knows only the documented endpoint: what it would ignore is not offered. */
  facets: ModelsFacets | undefined
}) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      {facets?.families !== undefined && (
        <>
          <SortChoice filters={filters} />
          {filters.view !== 'table' && <FoldChoice filters={filters} />}
        </>
      )}
      <StatusFilter filters={filters} facets={facets} />
    </div>
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

const ORDERS = { newest: 'Newest', updated: 'Recently updated', name: 'Name' } as const

function SortChoice({ filters }: { filters: BrowseFilters }) {
  const navigate = useNavigate()
  const chosen = Object.keys(ORDERS).find((order) => order === filters.sort) ?? ''
  return (
    <label className="button font-normal focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-focus">
      <span className="text-quiet">Sort</span>
      <select
        value={chosen}
        className="min-h-8 bg-raised pointer-coarse:min-h-10 focus-visible:outline-none"
        onChange={({ target }) => {
          const order = (['newest', 'updated', 'name'] as const).find((known) => known === target.value)
          void navigate(browsePath(withFilter(filters, 'sort', order)))
        }}
      >
        {/* What the endpoint does by itself. */}
        <option value="">{filters.q === undefined ? 'Suggested' : 'Relevance'}</option>
        {Object.entries(ORDERS).map(([order, name]) => (
          <option key={order} value={order}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
