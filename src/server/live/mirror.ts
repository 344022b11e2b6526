import type { RecordedEvent } from '#server/createHistory.ts'
import type { SchemaChange } from '#contract/history.ts'
import type { Model, OpenApiDocument } from '#contract/models.ts'
import type { ModelSignature } from '#server/catalogue/readSignature.ts'

/** Raised whenever a mirror changes its shape, or what is read off a document does: an older file is then set aside. */
export const MIRROR_FORMAT = 4

/** What we know of the live endpoint. Not to be changed in place: readers answer from it. */
export type Mirror = {
  /** When its listing was read, ISO 8601. */
  as_of: string
  /** In the order of the listing, without their documents. */
  models: Model[]
  /** Of those of them that its listing did not name, for the first time. */
  missed: string[]
  /** By endpoint id. */
  schemas: MirroredSchemas
  /** What changed between refreshes, newest first. */
  events: MirrorEvent[]
}

export type MirroredSchemas = Record<string, MirroredSchema>

export type MirroredSchema = {
  /** Of the model when its document was read; another one says that the document may have changed. */
  updated_at?: string | undefined
  openapi: OpenApiDocument
  /** Read when the document came: those of all models at once would keep readers waiting. */
  signature?: ModelSignature | undefined
}

/** What a refresh found changed in a model. */
export type MirrorEvent = RecordedEvent & { changes: SchemaChange[] }

/** Whether the document of the model is to be read: for the first time, or because it may have changed. */
export function isStale({ metadata }: Model, known: MirroredSchema | undefined): boolean {
  return known === undefined || known.updated_at !== metadata?.updated_at
}
