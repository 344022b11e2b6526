import * as z from 'zod/mini'

export const ModelStatus = z.enum(['active', 'deprecated'])
export type ModelStatus = z.infer<typeof ModelStatus>

export const LicenseType = z.enum(['commercial', 'research', 'private'])
export const ModelKind = z.enum(['inference', 'training'])

/** What a value is made of, as `schema` reads it. */
export const Medium = z.enum(['text', 'image', 'video', 'audio', '3d', 'json', 'file'])
export type Medium = z.infer<typeof Medium>

export const Expansion = z.enum(['openapi-3.0', 'enterprise_status'])
export type Expansion = z.infer<typeof Expansion>

/** What stands in place of an expansion that the endpoint could not give. */
export const ExpansionError = z.object({
  error: z.object({ code: z.string(), message: z.string() }),
})
export type ExpansionError = z.infer<typeof ExpansionError>

/** Optional fields are absent when unknown, never null. What we do not know is kept as it came. */
export const ModelMetadata = z.looseObject({
  display_name: z.string(),
  category: z.string(),
  description: z.string(),
  status: ModelStatus,
  tags: z.array(z.string()),
  updated_at: z.string(),
  /** Null without a key. */
  is_favorited: z.nullable(z.boolean()),
  thumbnail_url: z.string(),
  model_url: z.string(),
  date: z.string(),
  highlighted: z.boolean(),
  pinned: z.boolean(),
  thumbnail_animated_url: z.optional(z.string()),
  github_url: z.optional(z.string()),
  license_type: z.optional(LicenseType),
  group: z.optional(z.object({ key: z.string(), label: z.string() })),
  kind: z.optional(ModelKind),
  training_endpoint_ids: z.optional(z.array(z.string())),
  inference_endpoint_ids: z.optional(z.array(z.string())),
  stream_url: z.optional(z.string()),
  /** Minutes. */
  duration_estimate: z.optional(z.number()),
})
export type ModelMetadata = z.infer<typeof ModelMetadata>

/** An OpenAPI document as it came: untrusted, read by `schema`. */
const OpenApiDocument = z.looseObject({})
export type OpenApiDocument = z.infer<typeof OpenApiDocument>

export const EndpointId = z.string().check(z.minLength(1))

/** Our extension: what a card says of a model's schema. Media that are required, or are the main product, come first. */
export const Signature = z.object({
  takes: z.array(Medium),
  returns: z.array(Medium),
  /** How many input properties a call needs, and how many it may have besides. */
  required_inputs: z.number(),
  optional_inputs: z.number(),
})
export type Signature = z.infer<typeof Signature>

/** Our extension: another model of the family, folded into the card of the first. */
export const Variant = z.object({ endpoint_id: EndpointId, label: z.string(), status: ModelStatus })
export type Variant = z.infer<typeof Variant>

/** Our extension: a piece of the model's own text, as it stands there, by which `q` found it. */
export const Match = z.object({
  field: z.enum(['endpoint_id', 'display_name', 'category', 'description', 'tags']),
  text: z.string(),
})
export type Match = z.infer<typeof Match>

export const Model = z.object({
  endpoint_id: EndpointId,
  /** Absent for endpoints without an entry in the registry. */
  metadata: z.optional(ModelMetadata),
  openapi: z.optional(z.union([ExpansionError, OpenApiDocument])),
  enterprise_status: z.optional(z.union([z.enum(['ready', 'pending']), ExpansionError])),
  /** Asked for with `include=signature`; absent for a model without a schema. */
  signature: z.optional(Signature),
  /** Asked for with `include=match`, together with a `q`. */
  match: z.optional(z.array(Match)),
  /** Asked for with `fold=group`: the rest of the family, as far as the filters leave it. */
  variants: z.optional(z.array(Variant)),
})
export type Model = z.infer<typeof Model>

export const ModelsPage = z.object({
  models: z.array(Model),
  next_cursor: z.nullable(z.string()),
  has_more: z.boolean(),
})
export type ModelsPage = z.infer<typeof ModelsPage>

/** All that a model cannot do without. */
const BareModel = z.object({ endpoint_id: EndpointId })

const ModelsPageFrame = z.object({
  models: z.array(z.unknown()),
  next_cursor: z.optional(z.nullable(z.string())),
  has_more: z.optional(z.boolean()),
})

/**
 * Reads a page that some server sent. A field of the wrong type is left out rather than costing the whole page:
 * the live endpoint's records are not all of one shape. Throws when the answer is no page at all.
 */
export function readModelsPage(answer: unknown): ModelsPage {
  const { models, next_cursor = null, has_more = false } = ModelsPageFrame.parse(answer)
  return { models: models.flatMap(readModel), next_cursor, has_more }
}

function readModel(record: unknown): Model[] {
  const whole = Model.safeParse(record)
  if (whole.success) return [whole.data]
  const mended = structuredClone(record)
  for (const { path } of whole.error.issues) leaveOut(mended, path)
  const rest = Model.safeParse(mended)
  if (rest.success) return [rest.data]
  const bare = BareModel.safeParse(record)
  return bare.success ? [bare.data] : []
}

/** Removes the field of the model, or of its metadata, in which the fault lies. */
function leaveOut(record: unknown, [field, inner]: PropertyKey[]) {
  const owner: unknown =
    field === 'metadata' && inner !== undefined ? Reflect.get(Object(record), field) : record
  const name = field === 'metadata' && inner !== undefined ? inner : field
  if (typeof owner === 'object' && owner !== null && name !== undefined) Reflect.deleteProperty(owner, name)
}
