import type { CallInput } from '#compare/callInput.ts'
import type { ModelsFacets } from '#contract/facets.ts'
import type { Model } from '#contract/models.ts'
import { type ModelSignature, readSignature } from '#server/catalogue/readSignature.ts'
import { type ComponentPlaces, componentsAt, placeComponents } from './componentPlaces.ts'
import type { JsonSchema } from './jsonSchema.ts'
import { type CompiledModel, openApiDocument } from './openApiDocument.ts'
import { Pool } from './Pool.ts'

/**
 * The catalogue as it is stored: without the frame that all OpenAPI documents share, each schema once. What takes long to
 * read off the documents stands beside them.
 */
export type PackedCatalogue = {
  source: ModelsFacets['source']
  schemas: JsonSchema[]
  /** Those of all signatures, each once. */
  inputs: CallInput[]
  models: PackedModel[]
}

type PackedModel = Omit<CompiledModel, 'components'> & {
  components: ComponentPlaces
  signature?: PackedSignature | undefined
}

/** With the places of its inputs in place of them: models have the same ones over and over. */
type PackedSignature = Omit<ModelSignature, 'inputs'> & { inputs: number[] }

export function packCatalogue(models: CompiledModel[], source: ModelsFacets['source']): PackedCatalogue {
  const schemas = new Pool<JsonSchema>()
  const inputs = new Pool<CallInput>()
  const packed = models.map((model) => {
    const signature = readSignature(openApiDocument(model))
    return {
      ...model,
      components: placeComponents(model.components, schemas),
      signature: signature && {
        ...signature,
        inputs: signature.inputs.map((input) => inputs.placeOf(input)),
      },
    }
  })
  return { source, schemas: schemas.values, inputs: inputs.values, models: packed }
}

/** The models as the endpoint answers them. Their documents share schemas: not to be changed in place. */
export function unpackCatalogue({ source, schemas, inputs, models }: PackedCatalogue) {
  return {
    source,
    models: models.map((model) => asModel({ ...model, components: componentsAt(model.components, schemas) })),
    signatures: models.map(
      ({ signature }) =>
        signature && { ...signature, inputs: signature.inputs.flatMap((place) => inputs[place] ?? []) },
    ),
  }
}

function asModel(model: CompiledModel): Model {
  return { endpoint_id: model.endpointId, metadata: model.metadata, openapi: openApiDocument(model) }
}
