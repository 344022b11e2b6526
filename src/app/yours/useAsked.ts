import { useMemo } from 'react'
import type { AskedFilters, BrowseFilters } from '#app/filters.ts'
import { type KeptModel, useCollection } from './collection.ts'
import { useLastVisit } from './lastVisit.ts'

/** Filters as the endpoint understands them: what this browser keeps as the ids, or the moment, that it stands for. */
export function useAsked(filters: BrowseFilters): AskedFilters {
  const favourites = useCollection('favourites')
  const recent = useCollection('recent')
  const lastVisit = useLastVisit()
  return useMemo(() => {
    if (filters.mine === 'favourites') return { ...filters, ...listed(favourites) }
    if (filters.mine === 'recent') return { ...filters, ...listed(recent) }
    return filters.mine === 'changed' ? { ...filters, updated_since: lastVisit ?? NEVER } : filters
  }, [filters, favourites, recent, lastVisit])
}

/** Nothing is newer than this: how an empty list, or a first visit, is asked for without an error. */
const NEVER = '9999-12-31T00:00:00.000Z'

function listed(models: KeptModel[]): Partial<AskedFilters> {
  return models.length === 0
    ? { updated_since: NEVER }
    : { endpoint_ids: models.map(({ endpoint_id }) => endpoint_id) }
}
