import { createContext } from 'react'

/** Has the page at a path drawn behind the one that is shown, because someone is about to go there. */
export const DrawAheadContext = createContext<(path: string) => void>(() => undefined)
