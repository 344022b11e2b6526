import { readCollection } from './collection.ts'

/** The address of this view, without its fragment, for others: what only this browser keeps stands in it by name. */
export function linkForOthers(): string {
  const { origin, pathname, search } = location
  const params = new URLSearchParams(search)
  const mine = params.get('mine')
  const kept = mine === 'favourites' || mine === 'recent' ? readCollection(mine) : []
  if (kept.length === 0) return origin + pathname + search
  params.delete('mine')
  for (const { endpoint_id } of kept) params.append('endpoint_id', endpoint_id)
  return `${origin}${pathname}?${params}`
}
