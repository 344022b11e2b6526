import { ApiError } from '#contract/apiError.ts'
import { writeCursor } from '#contract/cursor.ts'
import type { ModelsFacets } from '#contract/facets.ts'
import type { ExpansionError, Model, Signature } from '#contract/models.ts'
import type { ModelsFilter } from '#contract/modelsFilter.ts'
import type { ModelsQuery } from '#contract/modelsQuery.ts'
import type { ModelSource } from '#server/ModelSource.ts'
import { indexFacets } from './indexFacets.ts'
import { type ModelSignature, readSignature } from './readSignature.ts'
import { indexModels } from './searchModels.ts'

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
  const positions = models.map((_, position) => position)
  const positionsById = new Map(models.map(({ endpoint_id }, position) => [endpoint_id, position]))
  const changedAt = models.map(readLastChange)

  return {
    async find({ limit, page, expand, include = [], ...filter }) {
      const { endpoint_ids = [] } = filter
      if (endpoint_ids.length > 0 && listNamed(endpoint_ids).length === 0) {
        throw new ApiError('not_found', `endpoint_id: no model is called ${endpoint_ids.join(' or ')}`)
      }
      const left = facets.narrow(listFound(filter), filter)
      const end = page * limit
      const hasMore = end < left.length
      return {
        models: left.slice(end - limit, end).flatMap((position) => showModel(position, { expand, include })),
        next_cursor: hasMore ? writeCursor(page + 1) : null,
        has_more: hasMore,
      }
    },

    async facets({ facets: names, ...filter }) {
      const found = listFound(filter)
      const { status = [], ...counts } = Object.fromEntries(facets.count(found, filter, [...names, 'status']))
      return { total: facets.narrow(found, filter).length, status, ...counts, source }
    },
  }

  /** Those that everything but their facets leaves: best first, else in the order asked for, else in the catalogue's. */
  function listFound({ endpoint_ids = [], q, updated_since }: ModelsFilter): readonly number[] {
    const named = endpoint_ids.length > 0 ? listNamed(endpoint_ids) : positions
    const found = q === undefined ? named : intersect(search(q), named)
    if (updated_since === undefined) return found
    const since = Date.parse(updated_since)
    return found.filter((position) => (changedAt[position] ?? 0) > since)
  }

  function listNamed(ids: readonly string[]): number[] {
    return ids.flatMap((id) => positionsById.get(id) ?? [])
  }

  /** Only what was asked for: an OpenAPI document is ten times as long as the rest of its model. */
  function showModel(position: number, { expand, include = [] }: Showing): Model[] {
    const model = models[position]
    if (!model) return []
    const { endpoint_id, metadata, openapi, enterprise_status } = model
    const signature = signatures[position]
    const shown: Model = { endpoint_id }
    if (metadata !== undefined) shown.metadata = metadata
    if (include.includes('signature') && signature) shown.signature = withoutParams(signature)
    if (expand.includes('openapi-3.0'))
      shown.openapi = openapi ?? fail('has no OpenAPI document for this model')
    if (expand.includes('enterprise_status')) {
      shown.enterprise_status = enterprise_status ?? fail('does not know enterprise_status')
    }
    return [shown]
  }

  function fail(lack: string): ExpansionError {
    return { error: { code: 'expansion_failed', message: `The catalogue (${source.name}) ${lack}` } }
  }
}

type Showing = Pick<ModelsQuery, 'expand' | 'include'>

/** The names of all properties are longer than the rest of a model. */
function withoutParams({ params: _names, ...shown }: ModelSignature): Signature {
  return shown
}

/** When a model appeared or changed, in milliseconds since 1970; before all time when that is not known. */
function readLastChange({ metadata }: Model): number {
  const known = [metadata?.date, metadata?.updated_at].map((text) => Date.parse(text ?? ''))
  return Math.max(...known.filter((time) => !Number.isNaN(time)))
}

function intersect(found: readonly number[], named: readonly number[]): number[] {
  const wanted = new Set(named)
  return found.filter((position) => wanted.has(position))
}
