import type { ModelEvent, SchemaChange } from '#contract/history.ts'
import type { Model } from '#contract/models.ts'
import { compareSchemas } from '#schema/compareSchemas.ts'
import { readModelSchema } from '#schema/readModelSchema.ts'
import { nameModel } from '#server/nearestModels.ts'
import type { Mirror, MirrorEvent } from './mirror.ts'

/** What changed from the last mirror to the next, and what was known before, newest first. */
export function mirrorEvents(last: Mirror, next: Omit<Mirror, 'events'>): MirrorEvent[] {
  const release = { version: `${next.as_of.slice(0, 16)}Z`, date: next.as_of }
  const before = new Set(last.models.map(({ endpoint_id }) => endpoint_id))
  const after = new Set(next.models.map(({ endpoint_id }) => endpoint_id))
  const removed = new Set(
    last.events.filter(({ event }) => event === 'removed').map(({ endpoint_id }) => endpoint_id),
  )
  const fresh = next.models
    .filter(({ endpoint_id }) => !before.has(endpoint_id))
    .map((model) => ({ model, isBack: removed.has(model.endpoint_id) }))
  const changed = next.models.flatMap((model) => {
    const changes = compareDocuments(last, next, model.endpoint_id)
    return changes.length > 0 ? [tell(model, 'changed', changes)] : []
  })
  return [
    ...fresh.filter(({ isBack }) => !isBack).map(({ model }) => tell(model, 'added')),
    ...fresh.filter(({ isBack }) => isBack).map(({ model }) => tell(model, 'returned')),
    ...changed,
    ...last.models
      .filter(({ endpoint_id }) => !after.has(endpoint_id))
      .map((model) => tell(model, 'removed')),
    ...last.events,
  ].slice(0, MAX_EVENTS)

  function tell(model: Model, event: ModelEvent, changes: SchemaChange[] = []): MirrorEvent {
    return { ...nameModel(model), release, event, changes }
  }
}

/** A year of an endpoint that changes ten models a day. */
const MAX_EVENTS = 4000

function compareDocuments(
  last: Pick<Mirror, 'schemas'>,
  next: Pick<Mirror, 'schemas'>,
  endpointId: string,
): SchemaChange[] {
  const [before, after] = [last.schemas[endpointId]?.openapi, next.schemas[endpointId]?.openapi]
  if (before === undefined || after === undefined || before === after) return []
  const [old, current] = [readModelSchema(before), readModelSchema(after)]
  return [
    ...(old.input && current.input ? compareSchemas(old.input, current.input) : []),
    ...(old.output && current.output ? compareSchemas(old.output, current.output) : []),
  ]
}
