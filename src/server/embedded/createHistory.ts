import { ApiError } from '#contract/apiError.ts'
import type { ChangesFilter } from '#contract/changesQuery.ts'
import { writeCursor } from '#contract/cursor.ts'
import { type ModelChange, ModelEvent } from '#contract/history.ts'
import type { Model } from '#contract/models.ts'
import type { ModelSource } from '#server/ModelSource.ts'
import { nameModel, nearestModels } from '#server/nearestModels.ts'
import { type ReleaseEvent, releaseEvents } from './releaseEvents.ts'
import { momentOf, type ReleaseName, RELEASES } from './releases.ts'
import { schemaChanges } from './schemaChanges.ts'
import type { SchemaHistory } from './schemaHistory.ts'

/** What the releases did to the models, read by `load` when first asked for, and kept. `models` are in the catalogue's order. */
export function createHistory(
  models: readonly Model[],
  load: () => Promise<SchemaHistory>,
): Required<Pick<ModelSource, 'history' | 'changes'>> {
  const modelsById = new Map(models.map((model) => [model.endpoint_id, model]))
  let loading: Promise<Recorded> | undefined

  return {
    async history(endpointId) {
      const model = modelsById.get(endpointId)
      if (model === undefined) {
        throw new ApiError('not_found', `endpoint_id: no model is called ${endpointId}`)
      }
      const { events, show } = await recorded()
      const isDeprecated = model.metadata?.status === 'deprecated'
      return {
        endpoint_id: endpointId,
        releases: events
          .filter((event) => event.model === model)
          .map(show)
          .map(({ release, event, changes }) => ({ release, event, changes })),
        nearest_active: isDeprecated ? nearestModels(model, models).map(nameModel) : [],
      }
    },

    async changes({ limit, page, ...filter }) {
      const { events, show } = await recorded()
      const { release: _release, ...beyondRelease } = filter
      const { event: _event, ...beyondEvent } = filter
      const ofAllReleases = narrow(events, beyondRelease)
      const ofAllEvents = narrow(events, beyondEvent)
      const found = narrow(events, filter)
      const end = page * limit
      const hasMore = end < found.length
      return {
        changes: found.slice(end - limit, end).map(show),
        total: found.length,
        releases: RELEASES.toReversed().map((release) => ({
          release: dated(release),
          count: ofAllReleases.filter((one) => one.release === release).length,
        })),
        events: ModelEvent.options.map((event) => ({
          event,
          count: ofAllEvents.filter((one) => one.event === event).length,
        })),
        next_cursor: hasMore ? writeCursor(page + 1) : null,
        has_more: hasMore,
      }
    },
  }

  function recorded(): Promise<Recorded> {
    loading ??= load().then(
      (history) => record(history, models),
      (error: unknown) => {
        // A catalogue that is built anew is read when asked for again.
        loading = undefined
        throw error
      },
    )
    return loading
  }
}

type RecordedEvent = ReleaseEvent & { model: Model }

type Recorded = {
  /** The newest release first, within it by what was done, then in the catalogue's order. */
  events: RecordedEvent[]
  /** Compares schemas only for what is shown. */
  show: (event: RecordedEvent) => ModelChange
}

function record({ endpoints, schemas }: SchemaHistory, models: readonly Model[]): Recorded {
  const events = models
    .flatMap((model) => {
      const endpoint = endpoints[model.endpoint_id]
      return endpoint === undefined ? [] : releaseEvents(endpoint).map((event) => ({ ...event, model }))
    })
    .sort(
      (a, b) =>
        RELEASES.indexOf(b.release) - RELEASES.indexOf(a.release) ||
        EVENTS_IN_ORDER.indexOf(a.event) - EVENTS_IN_ORDER.indexOf(b.event),
    )
  return { events, show }

  function show({ model, release, event, before, after }: RecordedEvent): ModelChange {
    const changes = before && after ? schemaChanges(before, after, schemas) : []
    return { ...nameModel(model), release: dated(release), event, changes }
  }
}

const EVENTS_IN_ORDER: ModelEvent[] = ['added', 'returned', 'changed', 'removed']

function dated(release: ReleaseName) {
  return { version: release.version, date: momentOf(release) }
}

function narrow(
  events: RecordedEvent[],
  { release, event, category, provider, endpoint_id }: ChangesFilter,
): RecordedEvent[] {
  return events.filter(
    ({ model, ...one }) =>
      (release === undefined || one.release.version === release) &&
      (event === undefined || one.event === event) &&
      (category === undefined || model.metadata?.category === category) &&
      (provider === undefined || model.endpoint_id.startsWith(`${provider}/`)) &&
      (endpoint_id === undefined || model.endpoint_id === endpoint_id),
  )
}
