import type { ModelSource } from '#server/ModelSource.ts'
import { createCatalogue } from '#server/catalogue/createCatalogue.ts'
import { createHistory } from '#server/createHistory.ts'
import type { Mirror } from './mirror.ts'

/** A mirror as readers see it, whole and unchanging. */
export type Edition = Pick<
  Required<ModelSource>,
  'find' | 'facets' | 'names' | 'alternatives' | 'history' | 'changes'
> & {
  /** The same for the same listing, also after another start. */
  id: string
  models: number
  /** Of how many models the document is not mirrored. */
  withoutSchema: number
}

/** Indexes a mirror. `name` is that of the endpoint, for people. */
export function createEdition({ as_of, models, schemas, events }: Mirror, name: string): Edition {
  const known = models.map((model) => {
    const schema = schemas[model.endpoint_id]
    return schema ? { ...model, openapi: schema.openapi } : model
  })
  const signatures = models.map(({ endpoint_id }) => schemas[endpoint_id]?.signature)
  const releases = new Map(events.map(({ release }) => [release.version, release]))
  return {
    ...createCatalogue(known, { kind: 'live', name, as_of }, signatures),
    ...createHistory(known, async () => ({
      releases: [...releases.values()],
      events,
      compare: ({ changes }) => changes,
    })),
    id: Date.parse(as_of).toString(36),
    models: models.length,
    withoutSchema: models.filter(({ endpoint_id }) => schemas[endpoint_id] === undefined).length,
  }
}
