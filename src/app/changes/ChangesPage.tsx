import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router-dom'
import type { ChangesFilter } from '#contract/changesQuery.ts'
import type { ChangesPage as Page, ModelChange } from '#contract/history.ts'
import { changesPath } from '#contract/changesQuery.ts'
import { FailureNotice } from '#app/FailureNotice.tsx'
import { countOf, formatNumber } from '#app/format.ts'
import { historyQueries, isWithoutHistory } from '#app/historyQueries.ts'
import { Announcement } from '#ui/Announcement.tsx'
import { readPageFilter } from './readPageFilter.ts'
import { ChangesFilters } from './ChangesFilters.tsx'
import { ReleaseSection } from './ReleaseSection.tsx'

/** What the releases did to all models, under the filter of the URL, newest first. */
export function ChangesPage() {
  const [params] = useSearchParams()
  const filter = useMemo(() => readPageFilter(params), [params])
  const { data, error, refetch, ...query } = useInfiniteQuery(historyQueries.changes(filter))
  const first = data?.pages[0]
  const changes = data?.pages.flatMap((page) => page.changes) ?? []
  const failure = query.isFetchNextPageError ? null : error

  return (
    <main id="content" tabIndex={-1} className="mx-auto max-w-272 px-4 pt-8 pb-24 sm:px-6">
      <title>Changes · Model browser</title>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div>
          <h1 className="text-[30px] leading-9 font-semibold tracking-tight">Changes</h1>
          <p className="mt-1 text-soft">
            Models added, changed and gone, release by release of what the catalogue is made of.
          </p>
        </div>
        {first && <Feeds filter={filter} />}
      </div>
      {isWithoutHistory(error) && (
        <p className="py-16 text-soft">The catalogue that this page asks keeps no history.</p>
      )}
      {failure && !isWithoutHistory(failure) && (
        <FailureNotice error={failure} onRetry={() => void refetch()} />
      )}
      {!data && !error && <output className="block py-16 text-soft">Loading the changes …</output>}
      {first && !failure && (
        <>
          <ChangesFilters filter={filter} page={first} />
          <Announcement>
            {query.isPlaceholderData ? '' : `${countOf(first.total, 'change')} found`}
          </Announcement>
          <div className={query.isPlaceholderData ? 'opacity-50 transition-opacity delay-200' : ''}>
            {first.total === 0 && <p className="py-16 text-soft">Nothing of this kind happened.</p>}
            {byRelease(first, changes).map(({ release, count, changes }) => (
              <ReleaseSection
                key={release.version}
                release={release}
                total={count}
                changes={changes}
                filter={filter}
              />
            ))}
          </div>
          {query.isFetchNextPageError && error && (
            <FailureNotice error={error} onRetry={() => void query.fetchNextPage()} />
          )}
          {query.hasNextPage && !query.isPlaceholderData && (
            <p className="pt-8 text-center">
              <button
                type="button"
                className="button"
                disabled={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                Show more ({formatNumber(first.total - changes.length)} left)
              </button>
            </p>
          )}
        </>
      )}
    </main>
  )
}

/** Feeds of just what is shown, whichever release is yet to come. */
function Feeds({ filter: { release: _release, ...filter } }: { filter: ChangesFilter }) {
  return (
    <p className="flex flex-wrap items-center gap-2 text-[13.5px] text-soft">
      <span>Follow in a feed reader:</span>
      <a href={changesPath(filter, '/changes.atom')} className="button">
        Atom
      </a>
      <a href={changesPath(filter, '/changes.json')} className="button">
        JSON Feed
      </a>
    </p>
  )
}

/** The changes loaded so far under their releases, with how many there are in each of these. */
function byRelease({ releases }: Page, changes: ModelChange[]) {
  return releases.flatMap(({ release, count }) => {
    const own = changes.filter((change) => change.release.version === release.version)
    return own.length > 0 ? [{ release, count, changes: own }] : []
  })
}
