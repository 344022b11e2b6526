import type { ModelEvent } from '#contract/history.ts'
import type { Model } from '#contract/models.ts'
import { createHistory, type Recorded, type RecordedEvent } from '#server/createHistory.ts'
import { nameModel } from '#server/nearestModels.ts'
import { releaseEvents } from './releaseEvents.ts'
import { momentOf, type ReleaseName, RELEASES } from './releases.ts'
import { schemaChanges } from './schemaChanges.ts'
import type { SchemaHistory, SchemaRecord } from './schemaHistory.ts'

/** What the releases did to the models, read by `load` when first asked for, and kept. `models` are in the catalogue's order. */
export function createReleaseHistory(models: readonly Model[], load: () => Promise<SchemaHistory>) {
  let loading: Promise<Recorded<ReleasedEvent>> | undefined

  return createHistory(models, () => {
    loading ??= load().then(
      (history) => record(history, models),
      (error: unknown) => {
        // A catalogue that is built anew is read when asked for again.
        loading = undefined
        throw error
      },
    )
    return loading
  })
}

type ReleasedEvent = RecordedEvent & { before?: SchemaRecord; after?: SchemaRecord }

/** The newest release first, within it by what was done, then in the catalogue's order. */
function record({ endpoints, schemas }: SchemaHistory, models: readonly Model[]): Recorded<ReleasedEvent> {
  const releases = RELEASES.toReversed().map(dated)
  const places = new Map(releases.map(({ version }, place) => [version, place]))
  const placeOf = (event: ReleasedEvent) => places.get(event.release.version) ?? 0
  const events = models
    .flatMap((model) => {
      const endpoint = endpoints[model.endpoint_id]
      if (endpoint === undefined) return []
      return releaseEvents(endpoint).map((event) => ({
        ...nameModel(model),
        ...event,
        release: dated(event.release),
      }))
    })
    .sort(
      (a, b) =>
        placeOf(a) - placeOf(b) || EVENTS_IN_ORDER.indexOf(a.event) - EVENTS_IN_ORDER.indexOf(b.event),
    )
  return {
    releases,
    events,
    compare: ({ before, after }) => (before && after ? schemaChanges(before, after, schemas) : []),
  }
}

const EVENTS_IN_ORDER: ModelEvent[] = ['added', 'returned', 'changed', 'removed']

function dated(release: ReleaseName) {
  return { version: release.version, date: momentOf(release) }
}
