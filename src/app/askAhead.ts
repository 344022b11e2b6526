import type { QueryClient } from '@tanstack/react-query'
import { type BrowseFilters, searchQuestion } from './filters.ts'
import { modelQueries } from './queries.ts'

/**
 * Asks for what these filters find, so that the answer is there when it is shown. Gives whether it came. What this
 * browser keeps is asked for when it is shown: until then it may change.
 */
export function askAhead(queryClient: QueryClient, filters: BrowseFilters): Promise<boolean> {
  if (filters.mine) return Promise.resolve(false)
  return queryClient.infiniteQuery(modelQueries.search(searchQuestion(filters))).then(
    () => true,
    // What fails here fails again, visibly, when it is needed.
    () => false,
  )
}
