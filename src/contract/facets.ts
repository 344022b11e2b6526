import * as z from 'zod/mini'
import {
  FACETS,
  type FacetName,
  type ModelsFilter,
  readModelsFilter,
  readOneOf,
  readTexts,
  writeModelsFilter,
} from './modelsFilter.ts'

const FacetValue = z.object({ value: z.string(), count: z.number() })
const FacetValues = z.optional(z.array(FacetValue))

/**
 * `GET /v1/models/facets`, our extension of the endpoint: how many models there would be with each value of a filter
 * chosen too, under all the other active filters. Values that no model would be left with are there, with 0.
 * A client must do without it when a server has none, and without a facet that it does not offer.
 */
export const ModelsFacets = z.object({
  /** Models under all the active filters. */
  total: z.number(),
  /** Families under all the active filters: what `fold=group` makes of the total. */
  families: z.optional(z.number()),
  status: z.array(FacetValue),
  category: FacetValues,
  tag: FacetValues,
  provider: FacetValues,
  license_type: FacetValues,
  kind: FacetValues,
  group: FacetValues,
  takes: FacetValues,
  returns: FacetValues,
  param: FacetValues,
  /** Where the models come from. */
  source: z.object({
    kind: z.enum(['embedded', 'live']),
    /** For people: `@fal-ai/client 1.9.6`. */
    name: z.string(),
    /** Of the newest record, ISO 8601. */
    as_of: z.string(),
    /** Since when a live source fails to tell anything newer, ISO 8601. */
    failing_since: z.optional(z.string()),
    /** How many schemas of a live source are still to come; `takes`, `returns` and `param` do not count those models. */
    schemas_to_come: z.optional(z.number()),
    /** Whether a reader's own key for a live source is passed on to it, and shows what they favour there. */
    takes_keys: z.optional(z.boolean()),
  }),
})
export type ModelsFacets = z.infer<typeof ModelsFacets>
export type FacetValue = z.infer<typeof FacetValue>

/** A question to `GET /v1/models/facets`: what to count, besides the statuses, under which filters. */
export type FacetsQuery = ModelsFilter & { facets: FacetName[] }

/** Reads a query string; without `facet` every facet is counted. Throws like `readModelsFilter`. */
export function readFacetsQuery(params: URLSearchParams): FacetsQuery {
  const facets = readTexts(params, 'facet').map((name) => readOneOf('facet', FACETS, name))
  return { ...readModelsFilter(params), facets: facets.length > 0 ? facets : [...FACETS] }
}

/** Writes the query string that {@link readFacetsQuery} reads. */
export function writeFacetsQuery(query: FacetsQuery): URLSearchParams {
  const params = writeModelsFilter(query)
  for (const facet of query.facets) params.append('facet', facet)
  return params
}
