import { useDeferredValue, useMemo } from 'react'
import type { Model } from '#contract/models.ts'

/** At least what the screen shows at once. */
const AT_ONCE = 12

/** The models to draw now: of a new answer the first ones, so that it is seen sooner, and the rest right after. */
export function useFirstModelsFirst(models: Model[]): Model[] {
  const drawn = useDeferredValue(models)
  return useMemo(() => {
    if (drawn === models) return models
    const isContinued =
      drawn.length <= models.length && drawn.every((model, place) => model === models[place])
    return isContinued ? drawn : models.slice(0, AT_ONCE)
  }, [drawn, models])
}
