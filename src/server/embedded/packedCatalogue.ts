import type { ModelsFacets } from '#contract/facets.ts'
import type { Model } from '#contract/models.ts'
import type { JsonSchema } from './jsonSchema.ts'
import { type CompiledModel, openApiDocument } from './openApiDocument.ts'
import { type ComponentPlaces, componentsAt, SchemaPool } from './schemaPool.ts'

/** The catalogue as it is stored: without the frame that all OpenAPI documents share, each schema once. */
export type PackedCatalogue = {
  source: ModelsFacets['source']
  schemas: JsonSchema[]
  models: (Omit<CompiledModel, 'components'> & { components: ComponentPlaces })[]
}

export function packCatalogue(models: CompiledModel[], source: ModelsFacets['source']): PackedCatalogue {
  const pool = new SchemaPool()
  const packed = models.map((model) => ({ ...model, components: pool.placesOf(model.components) }))
  return { source, schemas: pool.schemas, models: packed }
}

/** The models as the endpoint answers them. Their documents share schemas: not to be changed in place. */
export function unpackCatalogue({ schemas, models }: PackedCatalogue): Model[] {
  return models.map((model) => asModel({ ...model, components: componentsAt(model.components, schemas) }))
}

function asModel(model: CompiledModel): Model {
  return { endpoint_id: model.endpointId, metadata: model.metadata, openapi: openApiDocument(model) }
}
