import * as z from 'zod/mini'
import { EndpointId, ModelStatus } from './models.ts'

/**
 * `GET /v1/models/names`, our extension of the endpoint: what every model is called, in the order of the catalogue, for
 * completing what someone types. What only the registry tells is absent for endpoints without an entry there.
 */
export const ModelNames = z.object({
  models: z.array(
    z.object({
      endpoint_id: EndpointId,
      display_name: z.optional(z.string()),
      category: z.optional(z.string()),
      status: z.optional(ModelStatus),
    }),
  ),
})
export type ModelNames = z.infer<typeof ModelNames>
