import { useDeferredValue, useMemo } from 'react'
import type { Model } from '#contract/models.ts'
import { PAGE_SIZE } from '#app/queries.ts'

/** At least what the screen shows at once. */
const AT_ONCE = 12

/**
 * The models to draw now: of a new answer the first ones, so that it is seen sooner, and the rest right after. A list
 * that has grown, or that someone comes back to, is drawn whole: while it is short, more of it would be asked for.
 */
export function useFirstModelsFirst(models: Model[]): Model[] {
  const drawn = useDeferredValue(models)
  return useMemo(
    () => (drawn === models || models.length > PAGE_SIZE ? models : models.slice(0, AT_ONCE)),
    [drawn, models],
  )
}
