import { Link } from 'react-router-dom'
import { FACETS } from '#contract/modelsFilter.ts'
import { type BrowseFilters, withChoiceToggled, withFilter } from '#app/filters.ts'
import { browsePath } from '#app/links.ts'
import { Icon } from '#ui/Icon.tsx'
import { choiceInWords } from './filtersInWords.ts'

/** What narrows the list, besides the words in the search box: each can be taken away by itself, or all at once. */
export function AppliedFilters({ filters }: { filters: BrowseFilters }) {
  const applied = appliedFilters(filters)
  if (applied.length === 0) return null
  const { sort, variants, view } = filters
  return (
    <ul aria-label="Applied filters" className="flex flex-wrap items-center gap-1.5">
      {applied.map(({ name, without }) => (
        <li key={name}>
          <Link
            to={browsePath(without)}
            aria-label={`Remove filter: ${name}`}
            className="flex min-h-7 items-center gap-1.5 rounded-full bg-sunken pr-2 pl-3 text-[13px] text-ink hover:ring-1 hover:ring-edge pointer-coarse:min-h-11"
          >
            <span className="max-w-60 truncate">{name}</span>
            <Icon name="close" className="text-[11px] text-quiet" />
          </Link>
        </li>
      ))}
      <li>
        <Link
          to={browsePath({ ...(sort && { sort }), ...(variants && { variants }), ...(view && { view }) })}
          className="flex min-h-7 items-center px-2 text-[13px] text-soft underline underline-offset-3 hover:text-ink pointer-coarse:min-h-11"
        >
          Clear all
        </Link>
      </li>
    </ul>
  )
}

/** Each filter in words, with the filters that stay when it goes. */
function appliedFilters(filters: BrowseFilters): { name: string; without: BrowseFilters }[] {
  const { status, mine, endpoint_ids } = filters
  return [
    ...(mine ? [{ name: MINE[mine], without: withFilter(filters, 'mine', undefined) }] : []),
    ...(endpoint_ids ? [{ name: 'shortlist', without: withFilter(filters, 'endpoint_ids', undefined) }] : []),
    ...(status ? [{ name: status, without: withFilter(filters, 'status', undefined) }] : []),
    ...FACETS.flatMap((facet) =>
      (filters[facet] ?? []).map((choice) => ({
        name: choiceInWords(facet, choice),
        without: withChoiceToggled(filters, facet, choice),
      })),
    ),
  ]
}

const MINE = { favourites: 'favourites', recent: 'recently opened', changed: 'new or changed' } as const
