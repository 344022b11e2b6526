import { startTransition, useEffect, useMemo, useState } from 'react'

/**
 * What to draw of a list now: of a new one so many `atOnce`, so that it is seen sooner, and then by steps the rest and
 * what it grows by, so that typing and scrolling go on meanwhile. A list is new when it has another name,
 * or without one when it begins with another item.
 */
export function useDrawnInSteps<Item>(
  items: Item[],
  atOnce: number,
  step: number,
  name: unknown = items[0],
): Item[] {
  const [drawn, setDrawn] = useState<{ name?: unknown; count: number }>({ count: 0 })
  const isNew = drawn.name !== name
  const count = isNew ? atOnce : drawn.count

  useEffect(() => {
    if (isNew) startTransition(() => setDrawn({ name, count }))
    else if (count < items.length)
      startTransition(() => setDrawn({ name, count: count + step - (count % step) }))
  }, [isNew, name, count, step, items.length])

  return useMemo(() => items.slice(0, count), [items, count])
}
