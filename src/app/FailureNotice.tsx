import { lazy, Suspense, useEffect, useEffectEvent, useRef } from 'react'
import { ApiError } from '#contract/apiError.ts'
import { CopyButton } from '#ui/CopyButton.tsx'
import { useOnline } from '#ui/useOnline.ts'
import { Notice } from './Notice.tsx'

/** What went wrong, where the answer would have been, with the way on. */
export function FailureNotice({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const isOnline = useOnline()
  useWhenBackOnline(isOnline, () => {
    if (!(error instanceof ApiError)) onRetry()
  })
  if (error instanceof ApiError && error.type === 'rate_limited') {
    // A new refusal is a new countdown.
    return (
      <Suspense>
        <RateLimited key={error.occurredAt} error={error} onRetry={onRetry} />
      </Suspense>
    )
  }
  // Who got an answer is not cut off.
  const answer = error instanceof ApiError ? error : undefined
  const isOffline = !isOnline && !answer
  return (
    <Notice title={isOffline ? 'You are offline' : 'The models could not be loaded'}>
      <p>
        {isOffline
          ? 'This page goes on by itself when the network is back.'
          : (answer?.message ?? 'The server does not answer, or not in a way we understand.')}
      </p>
      <div className="mt-4 flex flex-wrap gap-2">
        <button type="button" className="button button-primary" onClick={onRetry}>
          {isOffline ? 'Try now' : 'Try again'}
        </button>
        {answer?.details.request_id !== undefined && (
          <CopyButton text={answer.details.request_id}>Copy request id</CopyButton>
        )}
      </div>
    </Notice>
  )
}

/** Its code comes when it is needed: the server answers then, and counts files for nothing. */
const RateLimited = lazy(async () => ({ default: (await import('./RateLimited.tsx')).RateLimited }))

/** Acts when the network has come back, once the page knows: whoever listens to the event alone may be gone by then. */
function useWhenBackOnline(isOnline: boolean, act: () => void) {
  const wasOnline = useRef(isOnline)
  const onBack = useEffectEvent(act)
  useEffect(() => {
    if (isOnline && !wasOnline.current) onBack()
    wasOnline.current = isOnline
  }, [isOnline])
}
