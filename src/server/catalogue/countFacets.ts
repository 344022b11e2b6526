import type { FacetValue } from '#contract/facets.ts'
import type { Model } from '#contract/models.ts'

type Facet = 'category' | 'status'

/** The values of a facet, those of the most models first, equally frequent ones by name. */
export function listFacetValues(models: readonly Model[], facet: Facet): string[] {
  return [...countModels(models, facet)]
    .sort(([a, countOfA], [b, countOfB]) => countOfB - countOfA || (a < b ? -1 : 1))
    .map(([value]) => value)
}

/** How many of the models have each value, none included. */
export function countFacet(models: readonly Model[], facet: Facet, values: readonly string[]): FacetValue[] {
  const counts = countModels(models, facet)
  return values.map((value) => ({ value, count: counts.get(value) ?? 0 }))
}

function countModels(models: readonly Model[], facet: Facet): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { metadata } of models) {
    const value = metadata?.[facet]
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return counts
}
