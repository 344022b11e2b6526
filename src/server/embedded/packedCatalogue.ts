import type { ModelsFacets } from '#contract/facets.ts'
import type { Model } from '#contract/models.ts'
import { type ModelSignature, readSignature } from '#server/catalogue/readSignature.ts'
import type { JsonSchema } from './jsonSchema.ts'
import { type CompiledModel, openApiDocument } from './openApiDocument.ts'
import { type ComponentPlaces, componentsAt, SchemaPool } from './schemaPool.ts'

/**
 * The catalogue as it is stored: without the frame that all OpenAPI documents share, each schema once. What takes long to
 * read off the documents stands beside them.
 */
export type PackedCatalogue = {
  source: ModelsFacets['source']
  schemas: JsonSchema[]
  models: PackedModel[]
}

type PackedModel = Omit<CompiledModel, 'components'> & {
  components: ComponentPlaces
  signature?: ModelSignature | undefined
}

export function packCatalogue(models: CompiledModel[], source: ModelsFacets['source']): PackedCatalogue {
  const pool = new SchemaPool()
  const packed = models.map((model) => ({
    ...model,
    components: pool.placesOf(model.components),
    signature: readSignature(openApiDocument(model)),
  }))
  return { source, schemas: pool.schemas, models: packed }
}

/** The models as the endpoint answers them. Their documents share schemas: not to be changed in place. */
export function unpackCatalogue({ source, schemas, models }: PackedCatalogue) {
  return {
    source,
    models: models.map((model) => asModel({ ...model, components: componentsAt(model.components, schemas) })),
    signatures: models.map(({ signature }) => signature),
  }
}

function asModel(model: CompiledModel): Model {
  return { endpoint_id: model.endpointId, metadata: model.metadata, openapi: openApiDocument(model) }
}
