import type { ExpansionError, Match, Model, Signature, Variant } from '#contract/models.ts'
import type { ModelsQuery } from '#contract/modelsQuery.ts'
import type { ModelSignature } from './readSignature.ts'

/** What an answer may show of a model. `others` are the rest of its family, where families are folded. */
type Shown = {
  model: Model
  signature: ModelSignature | undefined
  match: Match[] | undefined
  others: readonly Model[]
}

/** Only what was asked for: an OpenAPI document is ten times as long as the rest of its model. */
export function showModel(
  { model, signature, match, others }: Shown,
  { expand, include = [], fold }: Pick<ModelsQuery, 'expand' | 'include' | 'fold'>,
  sourceName: string,
): Model {
  const { endpoint_id, metadata, openapi, enterprise_status } = model
  return {
    endpoint_id,
    ...(metadata !== undefined && { metadata }),
    ...(include.includes('signature') && signature && { signature: withoutInputs(signature) }),
    ...(include.includes('match') && match && { match }),
    ...(fold !== undefined && { variants: others.flatMap(readVariant) }),
    ...(expand.includes('openapi-3.0') && {
      openapi: openapi ?? fail(`The catalogue (${sourceName}) has no OpenAPI document for this model`),
    }),
    ...(expand.includes('enterprise_status') && {
      enterprise_status:
        enterprise_status ?? fail(`The catalogue (${sourceName}) does not know enterprise_status`),
    }),
  }
}

/** All properties are longer than the rest of a model. */
function withoutInputs({ inputs: _inputs, ...signature }: ModelSignature): Signature {
  return signature
}

function readVariant({ endpoint_id, metadata }: Model): Variant[] {
  const { group, status } = metadata ?? {}
  return group && status ? [{ endpoint_id, label: group.label, status }] : []
}

function fail(message: string): ExpansionError {
  return { error: { code: 'expansion_failed', message } }
}
