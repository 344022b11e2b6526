import { createContext } from 'react'

/** Whether the page is shown: not only drawn ahead, and painted. What can wait for that makes the page come sooner. */
export const IsShownContext = createContext(true)
