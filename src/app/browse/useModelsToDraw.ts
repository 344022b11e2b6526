import { startTransition, useEffect, useMemo, useState } from 'react'
import { NavigationType, useNavigationType } from 'react-router-dom'
import type { Model } from '#contract/models.ts'
import { PAGE_SIZE } from '#app/queries.ts'

/** A row of a wide screen. */
const AT_ONCE = 4
/** Few enough to be drawn between two frames; a block of the list. */
const STEP = 12

/**
 * The models to draw now. Of a new answer the first ones, so that it is seen sooner, and then bit by bit the rest and
 * what the list grows by, so that typing and scrolling go on meanwhile. A long list that someone comes back to is drawn
 * whole: the place that they left must be there.
 */
export function useModelsToDraw(models: Model[]): Model[] {
  const isReturning = useNavigationType() === NavigationType.Pop
  // Each answer has models of its own, which stay the same ones while it grows.
  const [first] = models
  const [drawn, setDrawn] = useState<{ first?: Model | undefined; count: number }>({ count: 0 })
  const isNew = drawn.first !== first
  const begun = isReturning && models.length > PAGE_SIZE ? models.length : AT_ONCE
  const count = isNew ? begun : drawn.count

  useEffect(() => {
    if (isNew) startTransition(() => setDrawn({ first, count }))
    else if (count < models.length)
      startTransition(() => setDrawn({ first, count: count + STEP - (count % STEP) }))
  }, [isNew, first, count, models.length])

  return useMemo(() => models.slice(0, count), [models, count])
}
