import type { Field } from '#schema/field.ts'
import { isJsonObject, removeAt, valueAt, type JsonObject, type Path } from './payload.ts'
import { validatePayload, type Problem } from './validatePayload.ts'

/** What of a payload was left out, and why. */
export type LeftOut = { path: Path; value: unknown; reason: string }

/**
 * As much of a payload as fits the schema, which may have changed since it was written. What is missing stays missing:
 * the person at the form sees that.
 */
export function fitPayload(
  input: Field | undefined,
  payload: JsonObject,
): { payload: JsonObject; leftOut: LeftOut[] } {
  let fitting = payload
  const leftOut: LeftOut[] = []
  for (let round = 0; ; round += 1) {
    const misfits = validatePayload(input, fitting).filter(isMisfit)
    if (misfits.length === 0) break
    // From the end, so that the places of a list stay what they are.
    for (const { path, message } of misfits.toReversed()) {
      const place = round < ROUNDS_AT_MOST ? path : path.slice(0, 1)
      const value = valueAt(fitting, place)
      const isEmpty = place.length === 0 && Object.keys(fitting).length === 0
      if (value === undefined || isEmpty) continue
      leftOut.push({ path: place, value, reason: message })
      const rest = removeAt(fitting, place)
      fitting = isJsonObject(rest) && place.length > 0 ? rest : {}
    }
    if (misfits.some(({ path }) => path.length === 0)) break
  }
  return { payload: fitting, leftOut: leftOut.toReversed() }
}

/**
 * What is left out may show that another branch of a union fits better, which has misfits of its own, and it moves the
 * others of a tuple to a wrong place. After these rounds the whole input goes.
 */
const ROUNDS_AT_MOST = 3

function isMisfit({ kind }: Problem): boolean {
  return kind === 'unknown' || kind === 'type' || kind === 'value'
}
