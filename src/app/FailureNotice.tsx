import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { ApiError } from '#contract/apiError.ts'
import { CopyButton } from '#ui/CopyButton.tsx'
import { useOnline } from '#ui/useOnline.ts'

/** What went wrong, where the answer would have been, with the way on. */
export function FailureNotice({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const isOnline = useOnline()
  useWhenBackOnline(isOnline, () => {
    if (!(error instanceof ApiError)) onRetry()
  })
  if (error instanceof ApiError && error.type === 'rate_limited') {
    // A new refusal is a new countdown.
    return <RateLimited key={error.occurredAt} error={error} onRetry={onRetry} />
  }
  if (!isOnline && !(error instanceof ApiError)) return <Offline onRetry={onRetry} />
  return (
    <Notice title="The models could not be loaded">
      <p>
        {error instanceof ApiError
          ? error.message
          : 'The server does not answer, or not in a way we understand.'}
      </p>
      <div className="mt-4 flex flex-wrap gap-2">
        <button type="button" className="button button-primary" onClick={onRetry}>
          Try again
        </button>
        {error instanceof ApiError && error.details.request_id !== undefined && (
          <CopyButton text={error.details.request_id}>Copy request id</CopyButton>
        )}
      </div>
    </Notice>
  )
}

const DEFAULT_WAIT = 30
/** The live endpoint counts to the next full minute: whoever asks for more means something else. */
const LONGEST_WAIT = 60

/** Counts down what the server asked us to wait, then tries again by itself, once for each refusal. */
function RateLimited({ error, onRetry }: { error: ApiError; onRetry: () => void }) {
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

function Offline({ onRetry }: { onRetry: () => void }) {
  return (
    <Notice title="You are offline">
      <p>This page goes on by itself when the network is back.</p>
      <button type="button" className="button mt-4" onClick={onRetry}>
        Try now
      </button>
    </Notice>
  )
}

/** Acts when the network has come back, once the page knows: whoever listens to the event alone may be gone by then. */
function useWhenBackOnline(isOnline: boolean, act: () => void) {
  const wasOnline = useRef(isOnline)
  const onBack = useEffectEvent(act)
  useEffect(() => {
    if (isOnline && !wasOnline.current) onBack()
    wasOnline.current = isOnline
  }, [isOnline])
}

/** A message in the place of content. */
function Notice({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section role="alert" className="mx-auto max-w-130 px-4 py-16 text-soft">
      <h2 className="mb-1 text-lg font-semibold text-ink">{title}</h2>
      {children}
    </section>
  )
}
