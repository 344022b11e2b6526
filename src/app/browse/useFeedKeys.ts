import { type KeyboardEvent, useEffect, useEffectEvent, useRef } from 'react'
import type { takeFeedKey, moveInGrid } from './feedKeys.ts'
import type { GridKey } from './placeInGrid.ts'

/**
 * The keys of a list of models (see `feedKeys.ts`), whose code comes once there is a list. Who moves past the end has
 * more loaded, and moves on when it is there. `moves` are the keys that lead from model to model.
 */
export function useFeedKeys<List extends HTMLElement>(
  shown: number,
  onPastEnd: () => void,
  moves?: readonly GridKey[],
) {
  const feed = useRef<List>(null)
  const keys = useRef<{ takeFeedKey: typeof takeFeedKey; moveInGrid: typeof moveInGrid }>(undefined)
  const waiting = useRef<GridKey>(undefined)
  /** Pressed before the code was there. */
  const early = useRef<KeyboardEvent[]>([])

  const takeEarly = useEffectEvent(() => early.current.splice(0).forEach(takeKey))

  useEffect(() => {
    import('./feedKeys.ts').then(
      (loaded) => {
        keys.current = loaded
        takeEarly()
      },
      () => undefined,
    )
  }, [])

  useEffect(() => {
    if (feed.current && waiting.current) keys.current?.moveInGrid(waiting.current, feed.current)
    waiting.current = undefined
    // When more are shown, and then only.
    // oxlint-disable-next-line react/exhaustive-deps, react/exhaustive-effect-dependencies
  }, [shown])

  function takeKey(event: KeyboardEvent) {
    if (!feed.current) return
    waiting.current = keys.current?.takeFeedKey(event, feed.current, moves)
    if (waiting.current) onPastEnd()
  }

  function onKeyDown(event: KeyboardEvent) {
    if (keys.current) takeKey(event)
    else early.current.push(event)
  }

  function onBlur() {
    waiting.current = undefined
  }

  return { ref: feed, onKeyDown, onBlur }
}
