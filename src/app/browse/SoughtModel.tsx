import { useEffect, useState } from 'react'
import type { Model } from '#contract/models.ts'
import type { Place } from '#app/place.ts'
import { returnTo } from '#app/returnTo.ts'
import { SoughtNotice } from './SoughtNotice.tsx'

/**
 * Where an address, or the way back, leads to a model further down than what is loaded: has page after page loaded
 * until it is there, and goes to it.
 */
export function SoughtModel({
  place,
  models,
  total,
  canLoadMore,
  hasFailed,
  onLoad,
}: {
  place: Place
  models: Model[]
  total: number | undefined
  /** Undefined while a page is on its way. */
  canLoadMore: boolean | undefined
  /** Whether the last page failed: nobody asks for it again but the reader. */
  hasFailed: boolean
  onLoad: () => void
}) {
  const [endedAt, setEndedAt] = useState<Place>()
  const sought = endedAt === place ? undefined : place.anchor
  const card = sought === undefined ? undefined : models.find((model) => isCardOf(model, sought))?.endpoint_id
  const isMissing = card === undefined && canLoadMore === false

  useEffect(() => {
    if (sought !== undefined && card === undefined && canLoadMore && !hasFailed) onLoad()
    // When a page has come, and then only.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [sought, models, card, canLoadMore, hasFailed])

  useEffect(() => {
    if (card === undefined) return undefined
    return returnTo({ ...place, anchor: card }, () => setEndedAt(place))
  }, [place, card])

  if (sought === undefined || card !== undefined) return null
  return (
    <SoughtNotice
      endpointId={sought}
      isMissing={isMissing}
      hasFailed={hasFailed && canLoadMore === true}
      onLoad={onLoad}
      loaded={models.length}
      total={total}
      onStop={() => setEndedAt(place)}
    />
  )
}

function isCardOf({ endpoint_id, variants = [] }: Model, id: string): boolean {
  return endpoint_id === id || variants.some((variant) => variant.endpoint_id === id)
}
