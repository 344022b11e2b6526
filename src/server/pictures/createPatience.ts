export type Patience = {
  note: (name: string) => void
  forgive: (name: string) => void
  isOver: (name: string) => boolean
}

/** Leaves alone, for some milliseconds, what failed so many times in a row. */
export function createPatience(times: number, forgivenAfter: number): Patience {
  const failures = new Map<string, { count: number; last: number }>()

  return {
    note(name) {
      if (failures.size >= MAX_NAMES) failures.clear()
      failures.set(name, { count: (failures.get(name)?.count ?? 0) + 1, last: performance.now() })
    },
    forgive: (name) => void failures.delete(name),
    isOver(name) {
      const { count, last } = failures.get(name) ?? { count: 0, last: 0 }
      return count >= times && performance.now() - last < forgivenAfter
    },
  }
}

/** More than a catalogue has pictures. */
const MAX_NAMES = 10_000
