import { useEffect, useEffectEvent, useState } from 'react'
import type { ApiError } from '#contract/apiError.ts'
import { Notice } from './Notice.tsx'

const DEFAULT_WAIT = 30
/** The live endpoint counts to the next full minute: whoever asks for more means something else. */
const LONGEST_WAIT = 60

/** Counts down what the server asked us to wait, then tries again by itself, once for each refusal. */
export function RateLimited({ error, onRetry }: { error: ApiError; onRetry: () => void }) {
  const wait = Math.min(Math.max(error.details.retryAfter ?? DEFAULT_WAIT, 1), LONGEST_WAIT)
  const [seconds, setSeconds] = useState(wait)
  const retry = useEffectEvent(onRetry)
  useEffect(() => {
    if (seconds === 0) {
      retry()
      return undefined
    }
    const timer = setTimeout(() => setSeconds(seconds - 1), 1000)
    return () => clearTimeout(timer)
  }, [seconds])
  return (
    <Notice title="Too many requests">
      <p>
        The endpoint asks for a pause. Trying again in <span className="tabular-nums">{seconds}</span> s.
      </p>
      <button type="button" className="button mt-4" onClick={onRetry}>
        Try now
      </button>
    </Notice>
  )
}
