import { type CallInput, readCallInputs } from '#compare/callInput.ts'
import type { Signature } from '#contract/models.ts'
import { readMedia } from '#schema/media.ts'
import { readModelSchema } from '#schema/readModelSchema.ts'

/** What a card says of a model's schema, and its input properties, by which it is found and replaced. */
export type ModelSignature = Signature & { inputs: CallInput[] }

/** Reads any value as a model's OpenAPI document; undefined where it tells neither input nor output. */
export function readSignature(document: unknown): ModelSignature | undefined {
  const { input, output } = readModelSchema(document)
  if (input === undefined && output === undefined) return undefined
  const inputs = readCallInputs(input)
  const { takes, returns } = readMedia(document)
  const required = inputs.filter(({ isRequired }) => isRequired)
  return {
    takes,
    returns,
    required_inputs: required.length,
    optional_inputs: inputs.length - required.length,
    inputs,
  }
}
