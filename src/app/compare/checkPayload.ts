import type { Field } from '#schema/field.ts'
import { type Problem, validatePayload } from '#request/validatePayload.ts'

/** What a model would make of a payload that was written for another. */
export type Verdict = {
  /** For these it would refuse the call. */
  refused: Problem[]
  /** Of these it knows nothing, and would go on without them. */
  ignored: Problem[]
}

/** The payload against what one model takes; of a model without a known input nothing is said. */
export function checkPayload(input: Field | undefined, payload: unknown): Verdict {
  const problems = validatePayload(input, payload)
  return {
    refused: problems.filter(({ kind }) => kind !== 'unknown'),
    ignored: problems.filter(({ kind }) => kind === 'unknown'),
  }
}
