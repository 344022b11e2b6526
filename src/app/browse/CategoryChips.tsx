import { memo, type MouseEvent, useEffect, useRef } from 'react'
import type { ModelsFacets } from '#contract/facets.ts'
import { categoryName } from '#app/categoryName.ts'
import { KindDot } from '#app/KindDot.tsx'
import { type BrowseFilters, withChoiceToggled, withFilter } from '#app/filters.ts'
import { formatNumber } from '#app/format.ts'
import { browsePath } from '#app/links.ts'
import { useAskAhead } from './useAskAhead.ts'
import { useLinksWithinApp } from './useLinksWithinApp.ts'

/** One chip a category. Choosing another one replaces it; choosing the chosen one again takes it away. */
export const CategoryChips = memo(function CategoryChips({
  filters,
  facets,
  seenCategories,
}: {
  filters: BrowseFilters
  facets: ModelsFacets | undefined
  seenCategories: string[]
}) {
  const counts: { value: string; count?: number }[] =
    facets?.category ?? seenCategories.map((value) => ({ value }))
  const chosen = filters.category ?? []
  const unknown = chosen.filter(
    (choice) => !choice.startsWith('-') && !counts.some(({ value }) => value === choice),
  )
  const all = facets?.category?.reduce((sum, { count }) => sum + count, 0)
  const askAhead = useAskAhead()
  const followLink = useLinksWithinApp()

  return (
    // Its ground does not fade with it: cards pass below.
    <div className="relative z-10 border-b border-line bg-paper md:sticky md:top-(--header-height)">
      <nav
        aria-label="Categories"
        {...askAhead}
        className="fading-edges scrollbar-none relative flex gap-2 overflow-x-auto px-4 py-2.5 sm:px-6"
      >
        <Chip
          to={browsePath(withFilter(filters, 'category', undefined))}
          isChosen={chosen.length === 0}
          count={all}
          onClick={followLink}
        />
        {[...unknown.map((value) => ({ value, count: undefined })), ...counts].map(({ value, count }) => (
          <Chip
            key={value}
            category={value}
            to={browsePath(
              chosen.includes(value)
                ? withChoiceToggled(filters, 'category', value)
                : withFilter(filters, 'category', [value]),
            )}
            isChosen={chosen.includes(value)}
            count={count}
            onClick={followLink}
          />
        ))}
      </nav>
    </div>
  )
})

/** For a category, or for all of them. Few of them change when another one is chosen. */
const Chip = memo(function Chip({
  category,
  to,
  isChosen,
  count,
  onClick,
}: {
  category?: string
  to: string
  isChosen: boolean
  count: number | undefined
  onClick: (event: MouseEvent) => void
}) {
  const link = useRef<HTMLAnchorElement>(null)
  const isCounted = count !== undefined
  useEffect(() => {
    if (!isChosen) return undefined
    // With the frame, which lays the page out anyway.
    const frame = requestAnimationFrame(() =>
      link.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    )
    return () => cancelAnimationFrame(frame)
    // Again when the counts come, and with them the chips before this one.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [isChosen, isCounted])
  return (
    <a
      ref={link}
      href={to}
      data-within-app
      onClick={onClick}
      aria-current={isChosen || undefined}
      className={`flex min-h-8.5 shrink-0 items-center gap-2 rounded-full border px-3 text-[13.5px] font-medium whitespace-nowrap pointer-coarse:min-h-11 ${
        isChosen
          ? 'border-ink bg-ink text-paper'
          : 'border-line bg-raised text-soft hover:border-edge hover:text-ink'
      }`}
    >
      {category === undefined ? (
        'All'
      ) : (
        <>
          <KindDot category={category} />
          {categoryName(category)}
        </>
      )}
      {count !== undefined && (
        <span className={`font-mono text-[12px] font-normal ${isChosen ? '' : 'text-quiet'}`}>
          {formatNumber(count)}
          <span className="sr-only"> models</span>
        </span>
      )}
    </a>
  )
})
