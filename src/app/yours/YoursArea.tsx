import { useEffect } from 'react'
import type { Model } from '#contract/models.ts'
import type { BrowseFilters } from '#app/filters.ts'
import { CollectionTools } from './CollectionTools.tsx'
import { setAsideIfDamaged } from './collection.ts'
import { noteVisit } from './noteVisit.ts'
import { SetAsideNotice } from './SetAsideNotice.tsx'

/** Above a list: what there is to say of, and to do with, what this browser keeps. Notes the visit, too. */
export function YoursArea({
  filters,
  models,
  isComplete,
  asOf,
}: {
  filters: BrowseFilters
  models: Model[] | undefined
  /** Whether the models are all that there are under the filters. */
  isComplete: boolean
  /** The state of the catalogue, once it is known. */
  asOf: string | undefined
}) {
  useEffect(() => {
    setAsideIfDamaged('favourites')
    setAsideIfDamaged('recent')
    setAsideIfDamaged('compared')
  }, [])
  useEffect(() => {
    if (asOf !== undefined) noteVisit(asOf)
  }, [asOf])
  return (
    <>
      <CollectionTools filters={filters} models={models} isComplete={isComplete} />
      <SetAsideNotice name="favourites" />
      <SetAsideNotice name="recent" />
      <SetAsideNotice name="compared" />
      <SetAsideNotice name="visits" />
    </>
  )
}
