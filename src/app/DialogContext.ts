import { createContext } from 'react'

/** What opens above any page; see `OpenDialog.tsx`. */
export type DialogName = 'export' | 'filters' | 'palette' | 'request' | 'shortcuts'

/** Opens a dialog, by name, from anywhere in the app. */
export const DialogContext = createContext<(name: DialogName) => void>(() => undefined)
