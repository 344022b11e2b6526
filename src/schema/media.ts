import type { Field, FieldType, Medium } from './field.ts'
import { type ModelSchema, readModelSchema } from './readModelSchema.ts'

/** What a model takes and returns, as its OpenAPI document tells. */
export type ModelMedia = {
  /** Required media first, then what is more telling than text. */
  takes: Medium[]
  requires: Medium[]
  /** The main product first; `json` when it returns structured values only. */
  returns: Medium[]
}

/** Reads any value as a model's OpenAPI document; empty lists where it tells nothing. */
export function readMedia(document: unknown): ModelMedia {
  return mediaOf(readModelSchema(document))
}

/** The same of a document that was read already. */
export function mediaOf({ input, output }: ModelSchema): ModelMedia {
  const found = input === undefined ? [] : findMedia(input, true)
  const requires = inOrder(found.filter(({ isRequired }) => isRequired))
  return {
    takes: [...new Set([...requires, ...inOrder(found)])],
    requires,
    returns: output === undefined ? [] : readReturns(output),
  }
}

type Found = { medium: Medium; isRequired: boolean; name: string }

const DEPTH_LIMIT = 4
/** Schemas that multiply have millions. */
const FIELDS_AT_MOST = 300
/** The rarer a medium, the more it tells about a model: a film with its cover is a film. */
const TELLING: Medium[] = ['3d', 'video', 'audio', 'image', 'file', 'text', 'json']

function inOrder(found: Found[]): Medium[] {
  return TELLING.filter((medium) => found.some((each) => each.medium === medium))
}

function readReturns(output: Field): Medium[] {
  const found = findMedia(output, true)
  // Many models repeat the prompt that they were given, or rewrote.
  const made = inOrder(found.filter(({ name, medium }) => medium !== 'text' || !/prompt/.test(name)))
  return made.length > 0 ? made : found.length > 0 ? ['text'] : ['json']
}

/** What a field is made of, whatever it stands in; `isRequired` when nothing on the way to it may be left out. */
export function findMedia(
  field: Field,
  isRequired: boolean,
  left = { fields: FIELDS_AT_MOST },
  depth = 0,
): Found[] {
  left.fields -= 1
  if (field.medium !== undefined) return [{ medium: field.medium, isRequired, name: field.name }]
  if (depth > DEPTH_LIMIT || left.fields < 0) return []
  const { type } = field
  if (type.kind === 'object' && type.recursesTo === undefined) {
    return type
      .readFields()
      .flatMap((part) => findMedia(part, isRequired && part.isRequired, left, depth + 1))
  }
  return partsOf(type).flatMap((part) => findMedia(part, isRequired, left, depth + 1))
}

/** What a value of the type holds, apart from the properties of an object. */
export function partsOf(type: FieldType): Field[] {
  if (type.kind === 'list') return [type.item]
  if (type.kind === 'map') return [type.value]
  if (type.kind === 'tuple') return type.items
  return type.kind === 'union' ? type.branches : []
}
