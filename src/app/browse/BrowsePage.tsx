import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useSearchParams } from 'react-router-dom'
import type { Model } from '#contract/models.ts'
import { capitalized, categoryInWords } from '#app/categoryName.ts'
import { FailureNotice } from '#app/FailureNotice.tsx'
import { type BrowseFilters, readFilters } from '#app/filters.ts'
import { countOf, formatNumber } from '#app/format.ts'
import { modelQueries, uniqueModels } from '#app/queries.ts'
import { Announcement } from '#ui/Announcement.tsx'
import { CategoryChips } from './CategoryChips.tsx'
import { ModelFeed, ModelFeedSkeleton } from './ModelFeed.tsx'
import { MoreModels } from './MoreModels.tsx'
import { StatusFilter } from './StatusFilter.tsx'

const NothingFound = lazy(async () => ({ default: (await import('./NothingFound.tsx')).NothingFound }))

/** The list of models under the filters of the URL, growing as one scrolls. */
export function BrowsePage() {
  const [params] = useSearchParams()
  const filters = useMemo(() => readFilters(params), [params])
  const search = useInfiniteQuery(modelQueries.search(filters))
  const { data: facets, isPlaceholderData: areFacetsOld } = useQuery({
    ...modelQueries.facets(filters),
    placeholderData: keepPreviousData,
  })
  const models = useMemo(() => search.data && uniqueModels(search.data.pages), [search.data])
  const seenCategories = useSeenCategories(models)

  const isOld = search.isPlaceholderData || areFacetsOld
  const total = facets?.total ?? (search.hasNextPage ? undefined : models?.length)
  // A failed search must not leave the answer to another question standing.
  const failure = search.isFetchNextPageError ? null : search.error
  const shown = failure ? undefined : models

  return (
    <>
      <title>{`${describe(filters)} · Model browser`}</title>
      <CategoryChips filters={filters} facets={facets} seenCategories={seenCategories} />
      <main id="content" tabIndex={-1} className="px-4 pb-24 sm:px-6">
        <h1 className="sr-only">{describe(filters)}</h1>
        <div className="flex min-h-16 flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
          <p className="text-[14px] text-soft">
            {shown && <Count total={total} models={shown.length} isOld={isOld} />}
            {shown && facets && ` · ${facets.source.kind} catalogue`}
          </p>
          <StatusFilter filters={filters} facets={facets} />
        </div>
        <Announcement>
          {shown && !isOld && !search.isFetching && total !== undefined
            ? `${countOf(total, 'model')} found`
            : ''}
        </Announcement>
        {failure && <FailureNotice error={failure} onRetry={() => void search.refetch()} />}
        {!shown && !failure && <ModelFeedSkeleton />}
        {shown?.length === 0 && !isOld && !search.hasNextPage && (
          <Suspense>
            <NothingFound filters={filters} />
          </Suspense>
        )}
        {shown && (shown.length > 0 || search.hasNextPage) && (
          <>
            <ModelFeed
              models={shown}
              total={total}
              isOld={isOld}
              isBusy={search.isFetching}
              onPastEnd={() => {
                if (search.hasNextPage && !search.isFetching) void search.fetchNextPage()
              }}
            />
            {!isOld && (
              <MoreModels
                shown={shown.length}
                total={total}
                hasMore={search.hasNextPage}
                isLoading={search.isFetchingNextPage}
                error={search.isFetchNextPageError ? search.error : null}
                onLoad={() => void search.fetchNextPage()}
              />
            )}
          </>
        )}
      </main>
    </>
  )
}

function Count({ total, models, isOld }: { total: number | undefined; models: number; isOld: boolean }) {
  const shown = total ?? models
  return (
    <span className={isOld ? 'opacity-50' : ''}>
      <strong className="font-semibold text-ink">
        {formatNumber(shown)}
        {total === undefined && !isOld && '+'}
      </strong>{' '}
      {shown === 1 ? 'model' : 'models'}
    </span>
  )
}

/** "Active image to video models matching “pan”" */
function describe({ q, category, status }: BrowseFilters): string {
  const words = [
    status,
    category && category.map(categoryInWords).join(' or '),
    'models',
    q && `matching “${q}”`,
  ]
    .filter(Boolean)
    .join(' ')
  if (words === 'models') return 'All AI models'
  return capitalized(words)
}

/** Every category that came by, for servers that do not count them. */
function useSeenCategories(models: Model[] = []): string[] {
  const [seen, setSeen] = useState<string[]>([])
  const fresh = models
    .flatMap(({ metadata }) => metadata?.category ?? [])
    .filter((name) => !seen.includes(name))
  if (fresh.length > 0) setSeen([...new Set([...seen, ...fresh])].sort())
  return seen
}
