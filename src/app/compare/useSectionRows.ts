import { useMemo, useState } from 'react'
import { useDrawnInSteps } from '#app/useDrawnInSteps.ts'
import type { PropertyRow } from './compareModels.ts'

/** How many rows are drawn at first, and how many at a time then. */
type Steps = { atOnce: number; step: number }

/** The rows of a section: those to draw now, and the settled ones, which are folded into a line until it is turned. */
export function useSectionRows(rows: readonly PropertyRow[], isAlone: boolean, { atOnce, step }: Steps) {
  const [isOpen, setIsOpen] = useState(false)
  const [unsettled, settled] = useMemo(
    () => [
      rows.filter(({ isSettled }) => isAlone || !isSettled),
      rows.filter(({ isSettled }) => !isAlone && isSettled),
    ],
    [rows, isAlone],
  )
  return {
    drawn: useDrawnInSteps(unsettled, atOnce, step),
    settled,
    isOpen,
    turn: () => setIsOpen(!isOpen),
  }
}
