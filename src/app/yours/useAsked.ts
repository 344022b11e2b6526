import { useMemo } from 'react'
import { useLocation } from 'react-router-dom'
import { type AskedFilters, type BrowseFilters, NEVER } from '#app/filters.ts'
import { type KeptModel, useCollection } from './collection.ts'
import { useLastVisit } from './lastVisit.ts'

/**
 * Filters as the endpoint understands them: what this browser keeps as the ids, or the moment, that it stands for. A
 * list stays as it was when its entry of the history was entered, so that one comes back to what one left: opening a
 * model does not reorder the opened ones, and a model that is taken out of the saved ones can be put back.
 */
export function useAsked(filters: BrowseFilters): AskedFilters {
  const { key } = useLocation()
  const favourites = useCollection('favourites')
  const recent = useCollection('recent')
  const lastVisit = useLastVisit()
  return useMemo(() => {
    if (filters.mine === 'recent') return { ...filters, ...listed(firstAsked(key, idsOf(recent))) }
    if (filters.mine === 'favourites') {
      const now = idsOf(favourites)
      const before = firstAsked(key, now)
      return { ...filters, ...listed([...now.filter((id) => !before.includes(id)), ...before]) }
    }
    return filters.mine === 'changed' ? { ...filters, updated_since: lastVisit ?? NEVER } : filters
  }, [filters, key, favourites, recent, lastVisit])
}

const firstIds = new Map<string, string[]>()

/** The ids with which this entry of the history was first asked for, in this life of the page. */
function firstAsked(key: string, ids: string[]): string[] {
  const first = firstIds.get(key) ?? ids
  firstIds.set(key, first)
  return first
}

function idsOf(models: KeptModel[]): string[] {
  return models.map(({ endpoint_id }) => endpoint_id)
}

function listed(ids: string[]): Partial<AskedFilters> {
  return ids.length === 0 ? { updated_since: NEVER } : { endpoint_ids: ids }
}
