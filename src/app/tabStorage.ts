/** What this tab keeps under a name, also while it sleeps; nothing where the browser keeps nothing. */
export function readInTab(name: string): string | undefined {
  try {
    return sessionStorage.getItem(name) ?? undefined
  } catch {
    return undefined
  }
}

/** Keeps a text for this tab. Where there is no room, or storing is forbidden, what was there before goes. */
export function storeInTab(name: string, text: string) {
  try {
    sessionStorage.setItem(name, text)
  } catch {
    removeInTab(name)
  }
}

export function removeInTab(name: string) {
  try {
    sessionStorage.removeItem(name)
  } catch {
    // Then there is nothing, either.
  }
}

/** The names of all that this tab keeps. */
export function namesInTab(): string[] {
  try {
    return Object.keys(sessionStorage)
  } catch {
    return []
  }
}
