import { exampleValue } from '#schema/examplePayload.ts'
import type { Field } from '#schema/field.ts'
import { requiredFirst } from '#schema/readModelSchema.ts'
import { fitPayload } from './fitPayload.ts'
import { isJsonObject, type JsonObject } from './payload.ts'
import { validatePayload } from './validatePayload.ts'

/** A payload to begin with. */
export type Start = { name: string; payload: JsonObject }

/**
 * What someone may start from: what the model requires, every default spelled out, and each example that the authors
 * give, of the whole input or of its properties. Values that contradict the schema are left out.
 */
export function startPayloads(input: Field | undefined): Start[] {
  if (input?.type.kind !== 'object') return []
  const fields = requiredFirst(input.type.readFields()).filter(
    ({ isRequired, isDeprecated }) => isRequired || !isDeprecated,
  )
  const examples = [...wholeExamples(input), ...composedExamples(fields)].slice(0, EXAMPLES_AT_MOST)
  const starts = [
    { name: 'Required only', payload: requiredOnly(fields) },
    { name: 'All defaults', payload: allDefaults(fields) },
    ...examples.map((payload, place) => ({
      name: examples.length === 1 ? 'Example' : `Example ${place + 1}`,
      payload,
    })),
  ]
  // Authors' examples hold properties that their schemas do not name.
  return starts.map(({ name, payload }) => ({ name, payload: fitPayload(input, payload).payload }))
}

const EXAMPLES_AT_MOST = 20

function requiredOnly(fields: readonly Field[]): JsonObject {
  return payloadOf(fields, () => [])
}

function allDefaults(fields: readonly Field[]): JsonObject {
  return payloadOf(fields, ({ default: own }) => (own === undefined ? [] : [own.value]))
}

function wholeExamples(input: Field): JsonObject[] {
  return input.examples.filter(isJsonObject).filter((example) => validatePayload(input, example).length === 0)
}

/** Real documents give examples property by property; the first of each make the first example, and so on. */
function composedExamples(fields: readonly Field[]): JsonObject[] {
  const exemplary = fields.map((field) => ({ ...field, examples: fittingExamples(field) }))
  // What a model works on makes an example of its own, another number of steps does not.
  const material = exemplary.filter(({ isRequired, medium }) => isRequired || medium !== undefined)
  const count = Math.max(0, ...material.map(({ examples }) => examples.length))
  return Array.from({ length: Math.min(count, EXAMPLES_AT_MOST) }, (_, place) =>
    payloadOf(exemplary, ({ examples }) => examples.slice(place, place + 1).concat(examples.slice(0, 1))),
  )
}

function fittingExamples(field: Field): unknown[] {
  return field.examples
    .slice(0, EXAMPLES_AT_MOST)
    .filter((example) => validatePayload(field, example).length === 0)
}

/** The first of the values that keeps to the schema; for a required field without one, what an example would hold. */
function payloadOf(fields: readonly Field[], valuesOf: (field: Field) => unknown[]): JsonObject {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = valuesOf(field).find((each) => validatePayload(field, each).length === 0)
      if (value !== undefined) return [[field.name, value]]
      return field.isRequired ? [[field.name, exampleValue(field)]] : []
    }),
  )
}
