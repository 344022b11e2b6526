import { createContext, useContext } from 'react'
import type { Field } from '#schema/field.ts'

/** What a reader sees of a tree of fields, and how to change it. Fields are named by their paths. */
export type Explorer = {
  root: Field
  query: string
  search: (query: string) => void
  /** The paths that the search found, in reading order. */
  matches: string[]
  /** The place among them where the reader is; -1 before they went to one. */
  current: number
  goToMatch: (step: 1 | -1) => void
  isRequiredOnly: boolean
  showRequiredOnly: (isRequiredOnly: boolean) => void
  isOpen: (path: string) => boolean
  toggle: (path: string) => void
  openAll: () => void
  closeAll: () => void
  /** The fields of a list that are in sight at first: by the search, or because they are required. */
  wantedOf: (fields: Field[]) => Field[]
  /** Whether a field was brought into sight that is else folded with others. */
  isReached: (path: string) => boolean
  reach: (fields: Field[]) => void
  /** The match where the reader is. */
  currentMatch: string | undefined
  /** Whether a link or a search leads the reader to a field, which then must be there. */
  leadsSomewhere: boolean
  /** What a link named and the schema does not have, and the nearest field around it. */
  gone: { path: string; nearest: string } | undefined
}

export const ExplorerContext = createContext<Explorer | undefined>(undefined)

/** The explorer around a row. */
export function useExplorerAround(): Explorer {
  const explorer = useContext(ExplorerContext)
  if (!explorer) throw new Error('A field is drawn outside of an explorer')
  return explorer
}
