import { Link } from 'react-router-dom'
import { type BrowseFilters, withoutNarrowing } from '#app/filters.ts'
import { browsePath } from '#app/links.ts'
import { Icon } from '#ui/Icon.tsx'
import { appliedFilters } from './appliedFilters.ts'

/** What narrows the list, besides the words in the search box: each can be taken away by itself, or all at once. */
export function AppliedFilters({ filters }: { filters: BrowseFilters }) {
  const applied = appliedFilters(filters)
  if (applied.length === 0) return null
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
          to={browsePath(withoutNarrowing(filters))}
          className="flex min-h-7 items-center px-2 text-[13px] text-soft underline underline-offset-3 hover:text-ink pointer-coarse:min-h-11"
        >
          Clear all
        </Link>
      </li>
    </ul>
  )
}
