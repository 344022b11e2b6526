import { useSyncExternalStore } from 'react'

/** What could not be stored, for as long as the page lives. */
const unstored = new Map<string, string>()
const listeners = new Set<() => void>()

/** What this browser keeps under a name; nothing where it keeps nothing. */
export function readStored(name: string): string | undefined {
  try {
    return unstored.get(name) ?? localStorage.getItem(name) ?? undefined
  } catch {
    return undefined
  }
}

/** Keeps a text under a name, or nothing. Where the browser refuses, it lasts as long as the page. */
export function store(name: string, text: string | undefined) {
  unstored.delete(name)
  try {
    if (text === undefined) localStorage.removeItem(name)
    else localStorage.setItem(name, text)
  } catch {
    // Storage is full, or forbidden here.
    if (text !== undefined) unstored.set(name, text)
  }
  for (const listener of listeners) listener()
}

/** The same as `readStored`, in step with this page and with every other tab. */
export function useStored(name: string): string | undefined {
  return useSyncExternalStore(
    subscribeToStorage,
    () => readStored(name),
    () => undefined,
  )
}

/** Calls back when anything stored changes, here or in another tab. */
function subscribeToStorage(onChange: () => void): () => void {
  listeners.add(onChange)
  window.addEventListener('storage', onChange)
  return () => {
    listeners.delete(onChange)
    window.removeEventListener('storage', onChange)
  }
}
