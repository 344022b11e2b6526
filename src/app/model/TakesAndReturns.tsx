import { useMemo } from 'react'
import type { Medium } from '#schema/field.ts'
import { mediaOf } from '#schema/media.ts'
import type { ModelSchema } from '#schema/readModelSchema.ts'
import { mediumInWords } from '#app/mediumInWords.ts'
import { Icon } from '#ui/Icon.tsx'

/** "text, image → video", read from the schema; nothing when there is none. */
export function TakesAndReturns({ schema }: { schema: ModelSchema }) {
  const { takes, returns } = useMemo(() => mediaOf(schema), [schema])
  if (takes.length === 0 || returns.length === 0) return null
  return (
    <span className="badge gap-1.5">
      <span className="sr-only">Takes </span>
      {inWords(takes)}
      <Icon name="arrow" className="text-quiet" />
      <span className="sr-only"> and returns </span>
      {inWords(returns)}
    </span>
  )
}

function inWords(media: Medium[]): string {
  return media.map(mediumInWords).join(', ')
}
