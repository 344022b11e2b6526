import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { NavigationType, useNavigationType } from 'react-router-dom'
import { ApiError } from '#contract/apiError.ts'
import { type BrowseFilters, isFolded, narrowing, searchQuestion } from '#app/filters.ts'
import { browsePath } from '#app/links.ts'
import { modelQueries, uniqueModels } from '#app/queries.ts'
import { useAsked } from '#app/yours/useAsked.ts'

const MINUTE = 60_000

/** What the endpoint answers under these filters: the models page by page, and the counts beside the filters. */
export function useSearchResults(filters: BrowseFilters) {
  // Who comes back finds what they left, however old it is by now.
  const fresh = useNavigationType() === NavigationType.Pop ? { staleTime: Infinity } : {}
  const asked = useAsked(filters)
  const search = useInfiniteQuery({ ...modelQueries.search(searchQuestion(asked)), ...fresh })
  const counts = useQuery({
    ...modelQueries.facets(narrowing(asked)),
    placeholderData: keepPreviousData,
    // A list that came without its counts has nobody else who would ask for them again.
    refetchInterval: ({ state }) => state.error !== null && !isMissing(state.error) && MINUTE,
    ...fresh,
  })
  const models = useMemo(() => search.data && uniqueModels(search.data.pages), [search.data])
  const isOld = search.isPlaceholderData
  const facets = counts.data
  const total = isFolded(filters) ? (facets?.families ?? facets?.total) : facets?.total
  const known = counts.isPlaceholderData ? undefined : total
  // The old cards keep their total: with another one, all of them would be drawn again for nothing.
  const cards = useLatest(known ?? (search.hasNextPage ? undefined : models?.length), !isOld)
  const areFolded = useLatest(isFolded(filters), !isOld)
  const list = useLatest(browsePath(filters), !isOld)
  // What failed with a page is told where the page would be, until it is asked for again.
  const failure = search.isFetchNextPageError || search.isFetching ? null : search.error
  const hasFacets = !isMissing(counts.error)

  return {
    /** Undefined until there is an answer. */
    models,
    /** How many of them there are in all; a family counts as one where it is one card. Undefined while unknown. */
    cards,
    /** Whether each of them stands for its family. */
    areFolded,
    /** What tells this list from another, also where they begin alike. */
    list,
    /** Whether the models are those of an earlier question, standing in until the new ones come. */
    isOld,
    /** Undefined where the server has no counts. */
    facets,
    areFacetsOld: counts.isPlaceholderData,
    /** Whether the first counts are under way: meanwhile the page keeps the room of what they bring. */
    areFacetsComing: counts.isPending,
    /** Not so only when we know that the server has none, nor any other of our extensions. */
    hasFacets,
    failure,
    /** Asks again for what failed; counts that the server has not are not asked for twice. */
    retry: () => {
      void search.refetch()
      if (counts.error && hasFacets) void counts.refetch()
    },
    search,
  }
}

function isMissing(error: Error | null): boolean {
  return error instanceof ApiError && error.type === 'not_found'
}

/** The value, or while it is not fresh the last one that was. */
function useLatest<Value extends string | number | boolean | undefined>(
  value: Value,
  isFresh: boolean,
): Value {
  const [latest, setLatest] = useState(value)
  if (isFresh && value !== latest) setLatest(value)
  return isFresh ? value : latest
}
