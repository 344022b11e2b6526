import { writeModelsFilter } from '#contract/modelsFilter.ts'
import type { BrowseFilters } from './filters.ts'

/** The page of a model. Slashes of the id stay slashes; whatever else it holds is escaped. */
export function modelPath(endpointId: string): string {
  return `/models/${endpointId.split('/').map(encodeURIComponent).join('/')}`
}

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
