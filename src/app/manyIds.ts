import type { FacetsQuery, FacetValue, ModelsFacets } from '#contract/facets.ts'
import type { ModelsPage } from '#contract/models.ts'
import { FACETS, MAX_ENDPOINT_IDS } from '#contract/modelsFilter.ts'
import type { ModelsRequest } from '#contract/modelsQuery.ts'
import { inParts } from './inParts.ts'

/**
 * A page for more ids than the endpoint takes at once: it is asked for fifty after fifty, and the cursor says where that
 * stands.
 */
export async function getPageOfMany(
  request: ModelsRequest,
  getPage: (request: ModelsRequest) => Promise<ModelsPage>,
): Promise<ModelsPage> {
  const parts = splitIds(request.endpoint_ids)
  const [part, cursor] = readPlace(request.cursor)
  const { models, has_more, next_cursor } = await getPage({
    ...request,
    endpoint_ids: parts[part] ?? [],
    cursor: cursor || undefined,
  })
  if (has_more && next_cursor !== null) {
    return { models, has_more, next_cursor: parts.length > 1 ? `${part} ${next_cursor}` : next_cursor }
  }
  const isLast = part + 1 >= parts.length
  return { models, has_more: !isLast, next_cursor: isLast ? null : `${part + 1} ` }
}

/** Counts for more ids than the endpoint takes at once: the sums of those for fifty after fifty. */
export async function countMany(
  query: FacetsQuery,
  count: (query: FacetsQuery) => Promise<ModelsFacets>,
): Promise<ModelsFacets> {
  const counts = await Promise.all(
    splitIds(query.endpoint_ids).map((endpoint_ids) => count({ ...query, endpoint_ids })),
  )
  return counts.reduce(add)
}

function splitIds(ids: readonly string[] = []): string[][] {
  return inParts(ids, MAX_ENDPOINT_IDS)
}

function readPlace(cursor: string | undefined): [part: number, cursor: string | undefined] {
  const [, part, rest] = /^(\d+) (.*)$/.exec(cursor ?? '') ?? []
  return part === undefined ? [0, cursor] : [Number(part), rest]
}

function add(one: ModelsFacets, other: ModelsFacets): ModelsFacets {
  const sum = { ...one, total: one.total + other.total, status: addValues(one.status, other.status) }
  // A family may have members in both.
  delete sum.families
  for (const facet of FACETS) {
    const [values, others] = [one[facet], other[facet]]
    if (values && others) sum[facet] = addValues(values, others)
  }
  return sum
}

function addValues(values: FacetValue[], others: FacetValue[]): FacetValue[] {
  const counts = new Map(others.map(({ value, count }) => [value, count]))
  return values.map(({ value, count }) => ({ value, count: count + (counts.get(value) ?? 0) }))
}
