import { ApiError } from '#contract/apiError.ts'
import { writeCursor } from '#contract/cursor.ts'
import type { ModelsFacets } from '#contract/facets.ts'
import type { Expansion, ExpansionError, Model } from '#contract/models.ts'
import type { ModelsFilter } from '#contract/modelsFilter.ts'
import type { ModelSource } from '#server/ModelSource.ts'
import { countFacet, listFacetValues } from './countFacets.ts'
import { indexModels } from './searchModels.ts'

/** Answers from an array of models, the order of which is the order of a listing. */
export function createCatalogue(models: readonly Model[], source: ModelsFacets['source']): ModelSource {
  const searchPositions = indexModels(models)
  const modelsById = new Map(models.map((model) => [model.endpoint_id, model]))
  const categories = listFacetValues(models, 'category')
  const statuses = listFacetValues(models, 'status')

  return {
    async find({ limit, page, endpoint_ids = [], expand, ...filter }) {
      const named = endpoint_ids.length > 0 ? pick(endpoint_ids) : models
      const found = filter.q === undefined ? named : intersect(search(filter.q), named)
      const left = narrow(found, filter)
      const end = page * limit
      const hasMore = end < left.length
      return {
        models: left.slice(end - limit, end).map((model) => showModel(model, expand, source.name)),
        next_cursor: hasMore ? writeCursor(page + 1) : null,
        has_more: hasMore,
      }
    },

    async facets({ q, category, status }) {
      const found = q === undefined ? models : search(q)
      return {
        total: narrow(found, { category, status }).length,
        category: countFacet(narrow(found, { status }), 'category', categories),
        status: countFacet(narrow(found, { category }), 'status', statuses),
        source,
      }
    },
  }

  function search(q: string): Model[] {
    return searchPositions(q).flatMap((position) => models[position] ?? [])
  }

  function pick(ids: readonly string[]): Model[] {
    const picked = ids.flatMap((id) => modelsById.get(id) ?? [])
    if (picked.length === 0) {
      throw new ApiError('not_found', `endpoint_id: no model is called ${ids.join(' or ')}`)
    }
    return picked
  }
}

function intersect(found: readonly Model[], named: readonly Model[]): Model[] {
  const wanted = new Set(named)
  return found.filter((model) => wanted.has(model))
}

type Narrowing = { [Name in 'category' | 'status']?: ModelsFilter[Name] | undefined }

function narrow(models: readonly Model[], { category, status }: Narrowing): readonly Model[] {
  return models.filter(
    ({ metadata }) =>
      (category === undefined || category.includes(metadata?.category ?? '')) &&
      (status === undefined || metadata?.status === status),
  )
}

/** Only what was asked for: an OpenAPI document is ten times as long as the rest of its model. */
function showModel(model: Model, expand: readonly Expansion[], sourceName: string): Model {
  const { endpoint_id, metadata } = model
  return {
    endpoint_id,
    ...(metadata !== undefined && { metadata }),
    ...(expand.includes('openapi-3.0') && {
      openapi: model.openapi ?? fail(`The catalogue (${sourceName}) has no OpenAPI document for this model`),
    }),
    ...(expand.includes('enterprise_status') && {
      enterprise_status:
        model.enterprise_status ?? fail(`The catalogue (${sourceName}) does not know enterprise_status`),
    }),
  }
}

function fail(message: string): ExpansionError {
  return { error: { code: 'expansion_failed', message } }
}
