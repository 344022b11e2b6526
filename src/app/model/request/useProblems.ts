import { useDeferredValue, useMemo, useState } from 'react'
import type { JsonObject } from '#request/payload.ts'
import { validatePayload, type Problem } from '#request/validatePayload.ts'
import type { Field } from '#schema/field.ts'

/** What is wrong with the request, all of it and by input; whoever types does not wait for it. */
export function useProblems(input: Field | undefined, payload: JsonObject) {
  const shown = useDeferredValue(payload)
  // The same problems are the same array, so that inputs without news are not drawn anew.
  const [known] = useState(() => new Map<string, Problem[]>())
  return useMemo(() => {
    const problems = validatePayload(input, shown)
    const byInput = new Map<string, Problem[]>()
    for (const problem of problems) {
      const name = String(problem.path[0])
      byInput.set(name, [...(byInput.get(name) ?? []), problem])
    }
    if (known.size > KEPT) known.clear()
    for (const [name, own] of byInput) {
      const text = JSON.stringify(own)
      byInput.set(name, known.get(text) ?? own)
      known.set(text, byInput.get(name) ?? own)
    }
    return { problems, problemsAt: (name: string) => byInput.get(name) ?? NONE }
  }, [input, shown, known])
}

const NONE: readonly Problem[] = []
const KEPT = 1000
