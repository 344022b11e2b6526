import { NavigationType, useNavigationType } from 'react-router-dom'
import type { Model } from '#contract/models.ts'
import { PAGE_SIZE } from '#app/queries.ts'
import { useDrawnInSteps } from '#app/useDrawnInSteps.ts'

/** A row of a wide screen. */
const AT_ONCE = 4
/** Few enough to be drawn between two frames; a block of the list. */
const STEP = 12

/**
 * The models to draw now, in steps. A long list that someone comes back to is drawn whole: the place that they left
 * must be there.
 */
export function useModelsToDraw(models: Model[], list: string): Model[] {
  const isReturning = useNavigationType() === NavigationType.Pop
  const atOnce = isReturning && models.length > PAGE_SIZE ? models.length : AT_ONCE
  return useDrawnInSteps(models, atOnce, STEP, list)
}
