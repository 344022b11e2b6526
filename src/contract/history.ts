import * as z from 'zod/mini'

/** A dated state of what models take and return. */
const Release = z.object({
  version: z.string(),
  /** When it was published, ISO 8601. */
  date: z.string(),
})

/** What a release did to a model: `returned` is for one that an earlier release had removed. */
export const ModelEvent = z.enum(['added', 'changed', 'removed', 'returned'])
export type ModelEvent = z.infer<typeof ModelEvent>

/**
 * One difference between what a model took or returned before and after. Paths begin with `input` or `output`, as
 * `schema` writes them, and are those of the later schema, except of what is only in the earlier.
 */
const SchemaChange = z.union([
  /** `type` in words. */
  z.object({
    kind: z.enum(['added', 'removed']),
    path: z.string(),
    type: z.string(),
    required: z.boolean(),
  }),
  /** What looks like another name for the same property: `before` is the path that it had. */
  z.object({ kind: z.enum(['renamed']), path: z.string(), before: z.string() }),
  /** In words. */
  z.object({ kind: z.enum(['type']), path: z.string(), before: z.string(), after: z.string() }),
  z.object({
    kind: z.enum(['choices']),
    path: z.string(),
    added: z.array(z.unknown()),
    removed: z.array(z.unknown()),
  }),
  /** Absent where there was, or is, none. */
  z.object({
    kind: z.enum(['default']),
    path: z.string(),
    before: z.optional(z.unknown()),
    after: z.optional(z.unknown()),
  }),
  z.object({ kind: z.enum(['required']), path: z.string(), before: z.boolean(), after: z.boolean() }),
  /** In words. */
  z.object({
    kind: z.enum(['limits']),
    path: z.string(),
    before: z.array(z.string()),
    after: z.array(z.string()),
  }),
])

export type SchemaChange = z.infer<typeof SchemaChange>

const ReleaseOfModel = z.object({
  release: Release,
  event: ModelEvent,
  /** Empty when the release added or removed the model, and when an earlier one did not describe it. */
  changes: z.array(SchemaChange),
})

export const NamedModel = z.object({
  endpoint_id: z.string(),
  /** Absent for endpoints without an entry in the registry. */
  display_name: z.optional(z.string()),
  category: z.optional(z.string()),
})
export type NamedModel = z.infer<typeof NamedModel>

/** `GET /v1/models/<endpoint id>/history`, our extension. A client must do without it when a server has none. */
export const ModelHistory = z.object({
  endpoint_id: z.string(),
  /** Only those that did something to the model, newest first. */
  releases: z.array(ReleaseOfModel),
  /** For a deprecated model the active ones nearest to it, nearest first. */
  nearest_active: z.array(NamedModel),
})
export type ModelHistory = z.infer<typeof ModelHistory>

/** What one release did to one model. */
export const ModelChange = z.object({ ...NamedModel.shape, ...ReleaseOfModel.shape })
export type ModelChange = z.infer<typeof ModelChange>

/** `GET /v1/changes`, our extension: what the releases did to the models, newest first. */
export const ChangesPage = z.object({
  changes: z.array(ModelChange),
  /** Under all filters. */
  total: z.number(),
  /** How much each release did, newest first, under all filters but those of the release. */
  releases: z.array(z.object({ release: Release, count: z.number() })),
  /** How often each thing was done, under all filters but that of the event. */
  events: z.array(z.object({ event: ModelEvent, count: z.number() })),
  next_cursor: z.nullable(z.string()),
  has_more: z.boolean(),
})
export type ChangesPage = z.infer<typeof ChangesPage>
