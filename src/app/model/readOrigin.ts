/** The list from which a reader came, as the history's entry has it. */
export function readOrigin(state: unknown): string | undefined {
  return typeof state === 'object' && state !== null && 'from' in state && typeof state.from === 'string'
    ? state.from
    : undefined
}
