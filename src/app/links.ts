import type { ModelsFilter } from '#contract/modelsQuery.ts'
import { writeModelsQuery } from '#contract/modelsQuery.ts'

/** The page of a model. Slashes of the id stay slashes; whatever else it holds is escaped. */
export function modelPath(endpointId: string): string {
  return `/models/${endpointId.split('/').map(encodeURIComponent).join('/')}`
}

/** The browse page under these filters. */
export function browsePath(filters: ModelsFilter): string {
  const params = writeModelsQuery(filters).toString()
  return params === '' ? '/' : `/?${params}`
}
