import { useSyncExternalStore } from 'react'

/**
 * Whether this is the app's own drawing. False while it takes over what the server drew, in which nothing may differ:
 * neither the fragment, nor what only this browser knows.
 */
export function useIsHydrated(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  )
}
