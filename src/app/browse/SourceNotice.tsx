import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { ModelsFacets } from '#contract/facets.ts'
import { ageInWords } from '#app/ageInWords.ts'
import { countOf } from '#app/format.ts'

const MINUTE = 60_000

/** Says quietly that a live source fails, and how old its models are, or that their schemas are still to come. */
export function SourceNotice({
  source: { name, as_of, failing_since, schemas_to_come = 0 },
}: {
  source: ModelsFacets['source']
}) {
  const queryClient = useQueryClient()
  const isFailing = failing_since !== undefined
  const isIncomplete = schemas_to_come > 0
  const [now, setNow] = useState(Date.now)
  const wasIncomplete = useRef(isIncomplete)

  useEffect(() => {
    if (!isFailing && !isIncomplete) return undefined
    const timer = setInterval(() => {
      setNow(Date.now())
      void queryClient.invalidateQueries({ queryKey: ['models', 'facets'] })
    }, MINUTE)
    return () => clearInterval(timer)
  }, [queryClient, isFailing, isIncomplete])

  useEffect(() => {
    // What the cards lacked is there now.
    if (wasIncomplete.current && !isIncomplete) void queryClient.invalidateQueries({ queryKey: ['models'] })
    wasIncomplete.current = isIncomplete
  }, [queryClient, isIncomplete])

  return (
    <output className="block text-[13px] text-soft not-empty:pb-4">
      {isFailing && (
        <p>
          {name} gives no news at present: what you see is <Age key={now} asOf={as_of} /> old.
        </p>
      )}
      {isIncomplete && (
        <p>
          What {countOf(schemas_to_come, 'model')} take and return is still being read: filters by it leave
          them out for now.
        </p>
      )}
    </output>
  )
}

/** As of its own beginning: the page may have been open for long when a source begins to fail. */
function Age({ asOf }: { asOf: string }) {
  const [now] = useState(Date.now)
  return ageInWords(now - Date.parse(asOf))
}
