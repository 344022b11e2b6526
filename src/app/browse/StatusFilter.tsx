import type { ModelsFacets } from '#contract/facets.ts'
import { ModelStatus } from '#contract/models.ts'
import { capitalized } from '#app/categoryName.ts'
import { type BrowseFilters, withFilter } from '#app/filters.ts'
import { browsePath } from '#app/links.ts'
import { Segments } from '#app/Segments.tsx'

/** Any, active or deprecated, each with the number of models it would leave. */
export function StatusFilter({
  filters,
  facets,
  className,
}: {
  filters: BrowseFilters
  facets: ModelsFacets | undefined
  className: string
}) {
  const counts = facets?.status
  return (
    <Segments
      label="Status"
      className={className}
      choices={[undefined, ...ModelStatus.options].map((status) => ({
        name: capitalized(status ?? 'any'),
        to: browsePath(withFilter(filters, 'status', status)),
        isChosen: filters.status === status,
        count: counts
          ?.filter(({ value }) => status === undefined || value === status)
          .reduce((sum, { count }) => sum + count, 0),
      }))}
    />
  )
}
