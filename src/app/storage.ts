/** What this browser keeps under a name; nothing where it keeps nothing. */
export function readStored(name: string): string | undefined {
  try {
    return localStorage.getItem(name) ?? undefined
  } catch {
    return undefined
  }
}

/** Keeps a text under a name. Where the browser refuses, the choice lasts as long as the page. */
export function store(name: string, text: string) {
  try {
    localStorage.setItem(name, text)
  } catch {
    // Storage is full, or forbidden here.
  }
}
