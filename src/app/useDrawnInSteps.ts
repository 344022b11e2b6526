import { startTransition, useEffect, useMemo, useState } from 'react'

/**
 * What to draw of a list now: of a new one so many `atOnce`, so that it is seen sooner, and then by steps the rest and
 * what it grows by, so that typing and scrolling go on meanwhile. A list is new when it begins with another item.
 */
export function useDrawnInSteps<Item>(items: Item[], atOnce: number, step: number): Item[] {
  const [first] = items
  const [drawn, setDrawn] = useState<{ first?: Item | undefined; count: number }>({ count: 0 })
  const isNew = drawn.first !== first
  const count = isNew ? atOnce : drawn.count

  useEffect(() => {
    if (isNew) startTransition(() => setDrawn({ first, count }))
    else if (count < items.length)
      startTransition(() => setDrawn({ first, count: count + step - (count % step) }))
  }, [isNew, first, count, step, items.length])

  return useMemo(() => items.slice(0, count), [items, count])
}
