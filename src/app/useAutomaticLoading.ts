import { store, useStored } from './storage.ts'

const STORED_AS = 'automatic loading'

/** Whether a list loads on by itself as one nears its end, and how to change that. */
export function useAutomaticLoading() {
  return [useStored(STORED_AS) !== 'off', turnAutomaticLoading] as const
}

function turnAutomaticLoading(state: 'on' | 'off') {
  store(STORED_AS, state)
}
