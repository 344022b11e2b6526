import type { Signature } from '#contract/models.ts'
import { readMedia } from '#schema/media.ts'
import { readModelSchema } from '#schema/readModelSchema.ts'

/** What a card says of a model's schema, and the names of its input properties, by which it is found. */
export type ModelSignature = Signature & { params: string[] }

/** Reads any value as a model's OpenAPI document; undefined where it tells neither input nor output. */
export function readSignature(document: unknown): ModelSignature | undefined {
  const { input, output } = readModelSchema(document)
  if (input === undefined && output === undefined) return undefined
  const fields = input?.type.kind === 'object' ? input.type.readFields() : []
  const { takes, returns } = readMedia(document)
  const required = fields.filter(({ isRequired }) => isRequired)
  return {
    takes,
    returns,
    required_inputs: required.length,
    optional_inputs: fields.length - required.length,
    params: fields.map(({ name }) => name),
  }
}
