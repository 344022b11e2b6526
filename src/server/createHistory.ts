import { ApiError } from '#contract/apiError.ts'
import type { ChangesFilter } from '#contract/changesQuery.ts'
import { writeCursor } from '#contract/cursor.ts'
import { type ModelChange, ModelEvent, type NamedModel, type SchemaChange } from '#contract/history.ts'
import type { Model } from '#contract/models.ts'
import type { ModelSource } from './ModelSource.ts'
import { nameModel, nearestModels } from './nearestModels.ts'

/** What one release did to one model. */
export type RecordedEvent = NamedModel & Pick<ModelChange, 'release' | 'event'>

/** What the releases of a catalogue did, each newest first. */
export type Recorded<Event extends RecordedEvent> = {
  releases: ModelChange['release'][]
  events: Event[]
  /** Schemas are compared only for what is shown. */
  compare: (event: Event) => SchemaChange[]
}

/** Tells what the releases did to the models, given in the catalogue's order. */
export function createHistory<Event extends RecordedEvent>(
  models: readonly Model[],
  recorded: () => Promise<Recorded<Event>>,
): Required<Pick<ModelSource, 'history' | 'changes'>> {
  const modelsById = new Map(models.map((model) => [model.endpoint_id, model]))

  return {
    async history(endpointId) {
      const model = modelsById.get(endpointId)
      if (model === undefined) {
        throw new ApiError('not_found', `endpoint_id: no model is called ${endpointId}`)
      }
      const { events, compare } = await recorded()
      const isDeprecated = model.metadata?.status === 'deprecated'
      return {
        endpoint_id: endpointId,
        releases: events
          .filter((one) => one.endpoint_id === endpointId)
          .map((one) => ({ release: one.release, event: one.event, changes: compare(one) })),
        nearest_active: isDeprecated ? nearestModels(model, models).map(nameModel) : [],
      }
    },

    async changes({ limit, page, ...filter }) {
      const { releases, events, compare } = await recorded()
      const { release: _release, ...beyondRelease } = filter
      const { event: _event, ...beyondEvent } = filter
      const ofAllReleases = narrow(events, beyondRelease)
      const ofAllEvents = narrow(events, beyondEvent)
      const found = narrow(events, filter)
      const end = page * limit
      const hasMore = end < found.length
      return {
        changes: found.slice(end - limit, end).map((one) => show(one, compare(one))),
        total: found.length,
        releases: releases.map((release) => ({
          release,
          count: ofAllReleases.filter((one) => one.release.version === release.version).length,
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
}

function show(
  { endpoint_id, display_name, category, release, event }: RecordedEvent,
  changes: SchemaChange[],
): ModelChange {
  return {
    endpoint_id,
    ...(display_name !== undefined && { display_name }),
    ...(category !== undefined && { category }),
    release,
    event,
    changes,
  }
}

function narrow<Event extends RecordedEvent>(
  events: Event[],
  { release, event, category, provider, endpoint_id }: ChangesFilter,
): Event[] {
  return events.filter(
    (one) =>
      (release === undefined || one.release.version === release) &&
      (event === undefined || one.event === event) &&
      (category === undefined || one.category === category) &&
      (provider === undefined || one.endpoint_id.startsWith(`${provider}/`)) &&
      (endpoint_id === undefined || one.endpoint_id === endpoint_id),
  )
}
