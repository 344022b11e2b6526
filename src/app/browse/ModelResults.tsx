import { lazy, Suspense } from 'react'
import type { ModelsFacets } from '#contract/facets.ts'
import type { Model } from '#contract/models.ts'
import { type BrowseFilters, isFolded } from '#app/filters.ts'
import { browsePath } from '#app/links.ts'
import { PAGE_SIZE } from '#app/queries.ts'
import { ModelFeed } from './ModelFeed.tsx'
import { MoreModels } from './MoreModels.tsx'
import { TableSkeleton } from './TableSkeleton.tsx'
import { useModelsToDraw } from './useModelsToDraw.ts'
import type { useSearchResults } from './useSearchResults.ts'

const ModelTable = lazy(async () => ({ default: (await import('./ModelTable.tsx')).ModelTable }))

/** The models found, as cards or as a table, and what loads on at their end. Drawn bit by bit without the page around. */
export function ModelResults({
  models,
  list,
  total,
  filters,
  facets,
  isFolded: areFolded,
  isOld,
  search,
  onLoad,
}: {
  models: Model[]
  /** What tells this list from another. */
  list: string
  total: number | undefined
  filters: BrowseFilters
  facets: ModelsFacets | undefined
  /** Whether each of the models stands for its family. */
  isFolded: boolean
  /** The answer to an earlier question, standing in until the new one comes. */
  isOld: boolean
  search: ReturnType<typeof useSearchResults>['search']
  onLoad: () => void
}) {
  const drawn = useModelsToDraw(models, list)
  const isBusy = search.isFetching || drawn.length < models.length
  const listing = { models: drawn, total, isOld, isBusy, onPastEnd: onLoad }
  const isBeginning = drawn.length < Math.min(models.length, PAGE_SIZE)
  return (
    <>
      {/* As tall as what held its place, or who scrolled on meanwhile would be put back. */}
      <div className={isBeginning ? 'min-h-[1000vh]' : ''}>
        {filters.view === 'table' ? (
          <Suspense fallback={<TableSkeleton />}>
            <ModelTable {...listing} filters={filters} isSortable={facets?.families !== undefined} />
          </Suspense>
        ) : (
          <ModelFeed {...listing} asOf={facets?.source.as_of} isFolded={areFolded} />
        )}
      </div>
      {!isOld && (
        <MoreModels
          key={browsePath(filters)}
          shown={models.length}
          drawn={drawn.length}
          total={total}
          noun={isFolded(filters) && facets?.families !== undefined ? 'family' : 'model'}
          hasMore={search.hasNextPage}
          // A page asked for while the list is asked for anew would not come.
          isLoading={search.isFetching}
          error={search.isFetchNextPageError ? search.error : null}
          onLoad={onLoad}
        />
      )}
    </>
  )
}
