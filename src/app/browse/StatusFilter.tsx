import { Link } from 'react-router-dom'
import type { ModelsFacets } from '#contract/facets.ts'
import { ModelStatus } from '#contract/models.ts'
import { type BrowseFilters, withFilter } from '#app/filters.ts'
import { formatNumber } from '#app/format.ts'
import { browsePath } from '#app/links.ts'

const NAMES = { active: 'Active', deprecated: 'Deprecated' } satisfies Record<ModelStatus, string>

/** Any, active or deprecated, each with the number of models it would leave. */
export function StatusFilter({
  filters,
  facets,
}: {
  filters: BrowseFilters
  facets: ModelsFacets | undefined
}) {
  const any = facets && facets.status.reduce((sum, { count }) => sum + count, 0)
  const choices = [
    { status: undefined, name: 'Any', count: any },
    ...ModelStatus.options.map((status) => ({
      status,
      name: NAMES[status],
      count: facets && (facets.status.find(({ value }) => value === status)?.count ?? 0),
    })),
  ]
  return (
    <nav aria-label="Status" className="flex flex-wrap rounded-[10px] bg-sunken p-1 text-[13.5px]">
      {choices.map(({ status, name, count }) => {
        const isChosen = filters.status === status
        return (
          <Link
            key={name}
            to={browsePath(withFilter(filters, 'status', status))}
            aria-current={isChosen || undefined}
            className={`flex items-center gap-1.5 rounded-[7px] px-2.5 py-1 max-[360px]:gap-1 max-[360px]:px-1.5 pointer-coarse:min-h-11 ${
              isChosen
                ? 'bg-raised font-medium text-ink shadow-sm ring-1 ring-edge'
                : 'text-soft hover:text-ink'
            }`}
          >
            {name}
            {count !== undefined && (
              <span className="font-mono text-[12px] font-normal text-quiet">
                {formatNumber(count)}
                <span className="sr-only"> models</span>
              </span>
            )}
          </Link>
        )
      })}
    </nav>
  )
}
