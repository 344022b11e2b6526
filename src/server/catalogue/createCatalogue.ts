import { ApiError } from '#contract/apiError.ts'
import { writeCursor } from '#contract/cursor.ts'
import type { ModelsFacets } from '#contract/facets.ts'
import type { Model } from '#contract/models.ts'
import type { ModelsFilter } from '#contract/modelsFilter.ts'
import type { ModelsQuery } from '#contract/modelsQuery.ts'
import type { ModelSource } from '#server/ModelSource.ts'
import { createAlternatives } from './createAlternatives.ts'
import { createMatcher, type MatchModel } from './findMatches.ts'
import { indexFamilies } from './foldFamilies.ts'
import { indexFacets } from './indexFacets.ts'
import { indexOrder } from './orderModels.ts'
import { readSignature } from './readSignature.ts'
import { type Found, indexModels } from './searchModels.ts'
import { showModel } from './showModel.ts'

/**
 * Answers from an array of models, the order of which is the order of a listing. Their signatures, in the same order, are
 * read off their documents when they are not given.
 */
export function createCatalogue(
  models: readonly Model[],
  source: ModelsFacets['source'],
  signatures = models.map(({ openapi }) => readSignature(openapi)),
): ModelSource {
  const search = indexModels(models)
  const facets = indexFacets(models, signatures)
  const order = indexOrder(models, signatures)
  const families = indexFamilies(models)
  const findAlternatives = createAlternatives(models, signatures)
  const positions = Uint32Array.from(models, (_, position) => position)
  const positionsById = new Map(models.map(({ endpoint_id }, position) => [endpoint_id, position]))
  const changedAt = models.map(readLastChange)

  return {
    async find(query) {
      const { limit, page, sort = 'relevance', fold, include = [], endpoint_ids = [] } = query
      if (endpoint_ids.length > 0 && listWithIds(endpoint_ids).length === 0) {
        throw new ApiError('not_found', `endpoint_id: no model is called ${endpoint_ids.join(' or ')}`)
      }
      const searched = query.q === undefined ? undefined : search(query.q)
      const left = order(facets.narrow(listFound(query, searched), query), sort)
      const [start, end] = [(page - 1) * limit, page * limit]
      const folded = fold && families.fold(left, start, end)
      const entries = folded?.families ?? Array.from(left.subarray(start, end), (position) => [position])
      const hasMore = end < (folded?.count ?? left.length)
      const match = searched && include.includes('match') ? createMatcher(searched) : undefined
      return {
        models: entries.flatMap((entry) => show(entry, query, match)),
        next_cursor: hasMore ? writeCursor(page + 1) : null,
        has_more: hasMore,
      }
    },

    async facets(query) {
      const found = listFound(query, query.q === undefined ? undefined : search(query.q))
      const names = [...query.facets, 'status' as const]
      const { status = [], ...counts } = Object.fromEntries(facets.count(found, query, names))
      const left = facets.narrow(found, query)
      return { total: left.length, families: families.count(left), status, ...counts, source }
    },

    async names() {
      return {
        models: models.map(({ endpoint_id, metadata }) => {
          if (metadata === undefined) return { endpoint_id }
          const { display_name, category, status } = metadata
          return { endpoint_id, display_name, category, status }
        }),
      }
    },

    async alternatives(endpointId) {
      const position = positionsById.get(endpointId)
      if (position === undefined) {
        throw new ApiError('not_found', `endpoint_id: no model is called ${endpointId}`)
      }
      return { endpoint_id: endpointId, alternatives: findAlternatives(position) }
    },
  }

  /** Those that everything but their facets leaves: best first, else in the order asked for, else in the catalogue's. */
  function listFound({ endpoint_ids = [], updated_since }: ModelsFilter, searched?: Found): Uint32Array {
    const named = endpoint_ids.length > 0 ? listWithIds(endpoint_ids) : undefined
    const found =
      searched && named ? intersect(searched.positions, named) : (searched?.positions ?? named ?? positions)
    if (updated_since === undefined) return found
    const since = Date.parse(updated_since)
    return found.filter((position) => (changedAt[position] ?? 0) > since)
  }

  function listWithIds(ids: readonly string[]): Uint32Array {
    return Uint32Array.from(ids.flatMap((id) => positionsById.get(id) ?? []))
  }

  function show(
    [position = -1, ...otherPositions]: readonly number[],
    query: ModelsQuery,
    match: MatchModel | undefined,
  ): Model[] {
    const model = models[position]
    if (!model) return []
    const others = otherPositions.flatMap((other) => models[other] ?? [])
    const known = { model, signature: signatures[position], match: match?.(model), others }
    return [showModel(known, query, source.name)]
  }
}

/** When a model appeared or changed, in milliseconds since 1970; before all time when that is not known. */
function readLastChange({ metadata }: Model): number {
  const known = [metadata?.date, metadata?.updated_at].map((text) => Date.parse(text ?? ''))
  return Math.max(...known.filter((time) => !Number.isNaN(time)))
}

function intersect(found: Uint32Array, named: Uint32Array): Uint32Array {
  const wanted = new Set(named)
  return found.filter((position) => wanted.has(position))
}
