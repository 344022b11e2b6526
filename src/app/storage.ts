import { useSyncExternalStore } from 'react'

/** What could not be stored, for as long as the page lives. */
const unstored = new Map<string, string | undefined>()
/** Under these names stands what must stay. */
const held = new Set<string>()
const listeners = new Set<() => void>()

/** What this browser keeps under a name; nothing where it keeps nothing. */
export function readStored(name: string): string | undefined {
  try {
    return unstored.has(name) ? unstored.get(name) : (localStorage.getItem(name) ?? undefined)
  } catch {
    return undefined
  }
}

/** Keeps a text under a name, or nothing. Where the browser refuses, which it tells, it lasts as long as the page. */
export function store(name: string, text: string | undefined): boolean {
  unstored.set(name, text)
  try {
    if (!held.has(name)) {
      if (text === undefined) localStorage.removeItem(name)
      else localStorage.setItem(name, text)
      unstored.delete(name)
    }
  } catch {
    // Storage is full, or forbidden here.
  }
  for (const listener of listeners) listener()
  return !unstored.has(name)
}

/** Keeps a text under a name whatever is stored there from now on, which lasts as long as the page. */
export function hold(name: string, text: string) {
  store(name, text)
  held.add(name)
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
