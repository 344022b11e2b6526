import { lazy, Suspense, useMemo, useState } from 'react'
import { useSearchParams } from 'react-router-dom'
import { ApiError } from '#contract/apiError.ts'
import type { ModelsFacets } from '#contract/facets.ts'
import type { Model } from '#contract/models.ts'
import { FailureNotice } from '#app/FailureNotice.tsx'
import { documentedFilters, isFolded, readFilters } from '#app/filters.ts'
import { countOf, formatNumber } from '#app/format.ts'
import { Announcement } from '#ui/Announcement.tsx'
import { useIsVisible } from '#ui/useIsVisible.ts'
import { AppliedFilters } from './AppliedFilters.tsx'
import { CategoryChips } from './CategoryChips.tsx'
import { titleInWords } from './filtersInWords.ts'
import { ModelFeedSkeleton } from './ModelFeed.tsx'
import { ModelResults } from './ModelResults.tsx'
import { ResultTools } from './ResultTools.tsx'
import { TableSkeleton } from './TableSkeleton.tsx'
import { useSearchResults } from './useSearchResults.ts'
import { useDestination } from './useDestination.ts'

const NothingFound = lazy(async () => ({ default: (await import('./NothingFound.tsx')).NothingFound }))
const SoughtModel = lazy(async () => ({ default: (await import('./SoughtModel.tsx')).SoughtModel }))

const PlaceButtons = lazy(async () => ({ default: (await import('./PlaceButtons.tsx')).PlaceButtons }))
const Notices = lazy(async () => ({ default: (await import('./Notices.tsx')).Notices }))

/** How far down is so far that one wants a way back. */
const SCREENS_ABOVE = '300% 0px 0px 0px'

/** The list of models under the filters of the URL, growing as one scrolls. */
export function BrowsePage() {
  const [params] = useSearchParams()
  const wanted = useMemo(() => readFilters(params), [params])
  const {
    models,
    cards,
    areFolded,
    isOld,
    facets,
    areFacetsOld,
    areFacetsComing,
    hasFacets,
    list,
    failure,
    retry,
    search,
  } = useSearchResults(wanted)
  const filters = hasFacets ? wanted : documentedFilters(wanted)
  const seenCategories = useSeenCategories(models)
  const destination = useDestination()
  const [top, isTopNear] = useIsVisible(SCREENS_ABOVE)
  const title = titleInWords(filters)
  const count = models && describeCount({ facets, shown: models.length, cards, isFolded: isFolded(filters) })
  const areCountsOld = isOld || areFacetsOld
  // Where the number is not known, it grows with each page: that is no news.
  const isNews = cards !== undefined || search.data?.pages.length === 1

  function loadOn() {
    // The models have changed since the first page: they are told from the beginning.
    if (search.error instanceof ApiError && search.error.status === 400) void search.refetch()
    else if (search.hasNextPage) void search.fetchNextPage({ cancelRefetch: false })
  }

  return (
    <>
      <title>{`${title} · Model browser`}</title>
      <CategoryChips
        filters={filters}
        facets={facets}
        seenCategories={areFacetsComing ? [] : seenCategories}
      />
      <main id="content" tabIndex={-1} className="px-4 pb-24 sm:px-6">
        <h1 className="sr-only">{title}</h1>
        <div className="flex min-h-16 flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
          <div className="flex flex-1 basis-72 flex-wrap items-center gap-x-3 gap-y-1.5">
            {count && (
              <p className={`text-[14px] text-soft ${areCountsOld ? 'opacity-50' : ''}`}>
                <strong className="font-semibold text-ink">{count.models}</strong> {count.rest}
              </p>
            )}
            <AppliedFilters filters={filters} />
          </div>
          <ResultTools filters={filters} facets={facets} areFacetsComing={areFacetsComing} />
        </div>
        <Suspense>
          <Notices
            filters={wanted}
            models={models}
            isComplete={!isOld && !search.hasNextPage && !search.isFetching}
            source={facets?.source}
          />
        </Suspense>
        <Announcement>
          {count && isNews && !areCountsOld && !areFacetsComing ? `${count.models} ${count.rest} found` : ''}
        </Announcement>
        {failure && <FailureNotice error={failure} onRetry={retry} />}
        {!models &&
          !failure &&
          (filters.view === 'table' ? <TableSkeleton /> : <ModelFeedSkeleton isFolded={isFolded(filters)} />)}
        {models?.length === 0 && !isOld && !search.hasNextPage && (
          <Suspense>
            <NothingFound filters={filters} />
          </Suspense>
        )}
        {models && (models.length > 0 || search.hasNextPage) && (
          <ModelResults
            models={models}
            list={list}
            total={cards}
            filters={filters}
            facets={facets}
            isFolded={areFolded}
            isOld={isOld}
            search={search}
            onLoad={loadOn}
          />
        )}
        {destination?.anchor !== undefined && models && !isOld && (
          <Suspense>
            <SoughtModel
              place={destination}
              models={models}
              total={cards}
              canLoadMore={search.isFetching ? undefined : search.hasNextPage}
              hasFailed={search.isFetchNextPageError}
              onLoad={loadOn}
            />
          </Suspense>
        )}
        <div ref={top} className="absolute top-0" />
        <Suspense>{isTopNear === false && <PlaceButtons />}</Suspense>
      </main>
    </>
  )
}

/** "1,311" and "models in 441 families"; "0" and "models"; "24+" and "models" while the number is not known. */
function describeCount({
  facets,
  shown,
  cards,
  isFolded,
}: {
  facets: ModelsFacets | undefined
  shown: number
  cards: number | undefined
  isFolded: boolean
}): { models: string; rest: string } {
  const total = facets?.total ?? cards
  const [, noun = 'models'] = countOf(total ?? shown, 'model').split(' ')
  return {
    models: total === undefined ? `${formatNumber(shown)}+` : formatNumber(total),
    rest: isFolded && facets?.families ? `${noun} in ${countOf(facets.families, 'family')}` : noun,
  }
}

/** Every category that came by, for servers that do not count them; later ones last, or a chip would move while it is pressed. */
function useSeenCategories(models: Model[] = []): string[] {
  const [seen, setSeen] = useState<string[]>([])
  const fresh = models
    .flatMap(({ metadata }) => metadata?.category ?? [])
    .filter((name) => !seen.includes(name))
  if (fresh.length > 0) setSeen([...seen, ...[...new Set(fresh)].sort()])
  return seen
}
