import { setTimeout } from 'node:timers/promises'
import { ApiError } from '#contract/apiError.ts'
import { MAX_WAIT } from './createUpstream.ts'

export type Patience = {
  /** How often it is tried in all. */
  attempts: number
  /** Milliseconds before the second attempt, doubled before each further one. */
  firstWait: number
}

export const PATIENT: Patience = { attempts: 6, firstWait: 1000 }

/**
 * Acts again while what went wrong may pass, as long after it as the endpoint asked for, else after ever longer waits,
 * which differ a little so that not everyone comes back at once.
 */
export async function persist<Result>(
  act: () => Promise<Result>,
  { attempts, firstWait }: Patience,
  signal?: AbortSignal,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act()
    } catch (error) {
      if (attempt >= attempts || !mayPass(error)) throw error
      const wait = Math.min(firstWait * 2 ** (attempt - 1), MAX_WAIT * 1000) * (0.5 + Math.random() / 2)
      const asked = Math.min(error.details.retryAfter ?? 0, MAX_WAIT) * 1000
      await setTimeout(asked + wait, undefined, signal && { signal })
    }
  }
}

function mayPass(error: unknown): error is ApiError {
  return error instanceof ApiError && (error.type === 'rate_limited' || error.type === 'server_error')
}
