import type { Model } from '#contract/models.ts'
import type { FacetName } from '#contract/modelsFilter.ts'
import type { ModelSignature } from './readSignature.ts'

/** What can be counted: the facets, and the status. */
export type CountedName = FacetName | 'status'

/** The values that a model has of each facet, as they can be asked for: without space around them, each once. */
export function readFacetValues(
  { endpoint_id, metadata }: Model,
  signature: ModelSignature | undefined,
): Record<CountedName, string[]> {
  const { category, tags, license_type, kind, group, status } = metadata ?? {}
  return {
    category: asValues(category),
    tag: asValues(...(tags ?? [])),
    provider: asValues(endpoint_id.split('/')[0]),
    license_type: asValues(license_type),
    kind: asValues(kind),
    group: asValues(group?.key),
    takes: asValues(...(signature?.takes ?? [])),
    returns: asValues(...(signature?.returns ?? [])),
    param: asValues(...(signature?.inputs ?? []).map(({ name }) => name)),
    status: asValues(status),
  }
}

/** An empty value counts as absent, as in a query. */
function asValues(...texts: (string | undefined)[]): string[] {
  return [...new Set(texts.map((text) => text?.trim() ?? ''))].filter((text) => text !== '')
}
