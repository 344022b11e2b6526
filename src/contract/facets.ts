import * as z from 'zod/mini'

const FacetValue = z.object({ value: z.string(), count: z.number() })

/**
 * `GET /v1/models/facets`, our extension of the endpoint: how many models each value of a filter would leave,
 * under all the other active filters. A client must do without it when a server has none.
 */
export const ModelsFacets = z.object({
  /** Models under all the active filters. */
  total: z.number(),
  category: z.array(FacetValue),
  status: z.array(FacetValue),
  /** Where the models come from. */
  source: z.object({
    kind: z.enum(['embedded', 'live']),
    /** For people: `@fal-ai/client 1.9.6`. */
    name: z.string(),
    /** Of the newest record, ISO 8601. */
    as_of: z.string(),
  }),
})
export type ModelsFacets = z.infer<typeof ModelsFacets>
export type FacetValue = z.infer<typeof FacetValue>
