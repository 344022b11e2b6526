import type { QueryClient } from '@tanstack/react-query'
import { type BrowseFilters, searchQuestion } from './filters.ts'
import { modelQueries } from './queries.ts'

/** Asks for what these filters find, so that the answer is there when it is shown. Gives whether it came. */
export function askAhead(queryClient: QueryClient, filters: BrowseFilters): Promise<boolean> {
  return queryClient.infiniteQuery(modelQueries.search(searchQuestion(filters))).then(
    () => true,
    // What fails here fails again, visibly, when it is needed.
    () => false,
  )
}
