import { writeModelsFilter } from '#contract/modelsFilter.ts'
import type { BrowseFilters } from './filters.ts'

export { modelPath } from '#contract/modelPath.ts'

/** The browse page under these filters. */
export function browsePath(filters: BrowseFilters): string {
  const params = writeModelsFilter(filters)
  for (const name of ['sort', 'variants', 'view', 'mine'] as const) {
    const value = filters[name]
    if (value !== undefined) params.set(name, value)
  }
  const query = params.toString()
  return query === '' ? '/' : `/?${query}`
}
