import { useSyncExternalStore } from 'react'
import type { Comparison } from './compareModels.ts'
import { ComparisonCards } from './ComparisonCards.tsx'
import { ComparisonTable } from './ComparisonTable.tsx'

export type ComparedModelsProps = {
  comparison: Comparison
  onlyDifferences: boolean
  onRemove: (id: string) => void
}

/** A table where its columns are wide enough to be read, else a card for each property. */
export function ComparedModels(props: ComparedModelsProps) {
  const columns = props.comparison.models.length + 1
  const hasRoom = useMedia(`(min-width: ${columns * COLUMN_REM}rem)`)
  return hasRoom ? <ComparisonTable {...props} /> : <ComparisonCards {...props} />
}

const COLUMN_REM = 11

function useMedia(query: string): boolean {
  const read = () => matchMedia(query).matches
  return useSyncExternalStore(
    (onChange) => {
      const media = matchMedia(query)
      media.addEventListener('change', onChange)
      return () => media.removeEventListener('change', onChange)
    },
    read,
    read,
  )
}
