import { useMemo } from 'react'
import { readMedia } from '#schema/media.ts'
import { Icon } from '#ui/Icon.tsx'

/** "text, image → video", read from the schema; nothing when there is none. */
export function TakesAndReturns({ document }: { document: unknown }) {
  const { takes, returns } = useMemo(() => readMedia(document), [document])
  if (takes.length === 0 || returns.length === 0) return null
  return (
    <span className="badge gap-1.5">
      <span className="sr-only">Takes </span>
      {takes.join(', ')}
      <Icon name="arrow" className="text-quiet" />
      <span className="sr-only"> and returns </span>
      {returns.join(', ')}
    </span>
  )
}
