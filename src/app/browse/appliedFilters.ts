import { FACETS } from '#contract/modelsFilter.ts'
import { type BrowseFilters, withChoiceToggled, withFilter } from '#app/filters.ts'
import { choiceInWords } from './filtersInWords.ts'

/** Each filter in words, with the filters that stay when it goes. The words in the search box are not among them. */
export function appliedFilters(filters: BrowseFilters): { name: string; without: BrowseFilters }[] {
  const { status, mine, endpoint_ids } = filters
  const applied = [
    ...(mine ? [{ name: MINE[mine], without: withFilter(filters, 'mine', undefined) }] : []),
    ...(endpoint_ids ? [{ name: 'shortlist', without: withFilter(filters, 'endpoint_ids', undefined) }] : []),
    ...(status ? [{ name: status, without: withFilter(filters, 'status', undefined) }] : []),
    ...FACETS.flatMap((facet) =>
      (filters[facet] ?? []).map((choice) => ({
        name: choiceInWords(facet, choice),
        facet,
        without: withChoiceToggled(filters, facet, choice),
      })),
    ),
  ]
  // Of equal names, as of the kind and the category "training", each says which filter it is.
  return applied.map((filter) =>
    'facet' in filter && applied.filter(({ name }) => name === filter.name).length > 1
      ? { ...filter, name: `${filter.facet}: ${filter.name}` }
      : filter,
  )
}

const MINE = { favourites: 'favourites', recent: 'recently opened', changed: 'new or changed' } as const
