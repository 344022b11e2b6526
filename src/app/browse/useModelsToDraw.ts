import { startTransition, useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { Model } from '#contract/models.ts'
import { PAGE_SIZE } from '#app/queries.ts'

/** Two rows of a wide screen. */
const AT_ONCE = 8

/**
 * The models to draw now. Of a new answer the first ones, so that it is seen sooner, and the rest right after. What a
 * list grows by is drawn bit by bit, so that scrolling goes on meanwhile. A long list that someone comes back to is
 * drawn whole: while it is short, more of it would be asked for.
 */
export function useModelsToDraw(models: Model[]): Model[] {
  const late = useDeferredValue(models)
  const hasGrown = late.length >= PAGE_SIZE && models.length > late.length && models[0] === late[0]
  const drawn = hasGrown ? late : models
  // A deferred value would not do: a change of the address is a transition, in which nothing is deferred.
  const [begun, setBegun] = useState<Model[]>()
  useEffect(() => startTransition(() => setBegun(drawn)), [drawn])
  return useMemo(
    () => (begun === drawn || drawn.length > PAGE_SIZE ? drawn : drawn.slice(0, AT_ONCE)),
    [begun, drawn],
  )
}
