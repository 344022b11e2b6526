import { useEffect } from 'react'
import { FailureNotice } from '#app/FailureNotice.tsx'
import { countOf, formatNumber } from '#app/format.ts'
import { useIsVisible } from '#ui/useIsVisible.ts'

/** The end of what is loaded: loads on by itself before it comes into view, until all is there or a page fails. */
export function MoreModels({
  shown,
  total,
  noun,
  hasMore,
  isLoading,
  error,
  onLoad,
}: {
  shown: number
  total: number | undefined
  /** What each card stands for. */
  noun: 'model' | 'family'
  hasMore: boolean
  isLoading: boolean
  error: Error | null
  onLoad: () => void
}) {
  const [ref, isNear] = useIsVisible('200%')

  useEffect(() => {
    // `shown` too: an empty or short page leaves the end in view, and the observer reports changes only.
    if (isNear && hasMore && !isLoading && !error) onLoad()
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isNear, hasMore, isLoading, error, shown])

  if (error) {
    return (
      <div className="flex flex-col items-center">
        <FailureNotice error={error} onRetry={onLoad} />
        <button type="button" className="button" onClick={onLoad}>
          Load more{total !== undefined && ` (${formatNumber(total - shown)} left)`}
        </button>
      </div>
    )
  }
  return (
    <p ref={ref} className="pt-10 text-center text-[14px] text-quiet">
      {hasMore ? 'Loading more…' : `That is all: ${countOf(shown, noun)}.`}
    </p>
  )
}
