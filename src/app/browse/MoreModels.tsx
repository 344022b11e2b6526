import { useEffect, useRef } from 'react'
import { FailureNotice } from '#app/FailureNotice.tsx'
import { countOf, formatNumber } from '#app/format.ts'
import { useAutomaticLoading } from '#app/useAutomaticLoading.ts'
import { useIsVisible } from '#ui/useIsVisible.ts'

/** So far ahead that the next page is there before the end of this one shows, also to those who scroll fast. */
const AHEAD = '400%'

/**
 * The end of what is loaded: loads on by itself before it comes into view, until all is there or a page fails. Readers
 * can turn that off, and have a button instead.
 */
export function MoreModels({
  shown,
  drawn,
  total,
  noun,
  hasMore,
  isLoading,
  error,
  onLoad,
}: {
  shown: number
  /** How many of them stand on the page by now: see `useModelsToDraw`. */
  drawn: number
  total: number | undefined
  /** What each card stands for. */
  noun: 'model' | 'family'
  hasMore: boolean
  isLoading: boolean
  error: Error | null
  onLoad: () => void
}) {
  const [loadsByItself] = useAutomaticLoading()

  // Who asked for more goes on with the first of it.
  const askedAt = useRef<number>(undefined)
  useEffect(() => {
    if (askedAt.current === undefined || drawn <= askedAt.current) return
    // Cards and rows alike stand in their order.
    document.querySelectorAll<HTMLElement>('main [data-card-link]')[askedAt.current]?.focus()
    askedAt.current = undefined
  }, [drawn])

  if (error || (hasMore && !loadsByItself)) {
    return (
      <div className="flex flex-col items-center pt-6">
        {error && <FailureNotice error={error} onRetry={onLoad} />}
        <button
          type="button"
          className="button"
          aria-disabled={isLoading}
          onClick={() => {
            askedAt.current = shown
            if (!isLoading) onLoad()
          }}
        >
          {isLoading
            ? 'Loading more…'
            : `Load more${total === undefined ? '' : ` (${formatNumber(total - shown)} left)`}`}
        </button>
      </div>
    )
  }
  if (drawn < shown) return null
  if (!hasMore) return <p className={END}>That is all: {countOf(shown, noun)}.</p>
  // What was near is not near any more once more models are drawn: each time it is looked at anew.
  return <ComingModels key={drawn} canLoad={!isLoading} onLoad={onLoad} />
}

const END = 'pt-10 text-center text-[14px] text-quiet'

function ComingModels({ canLoad, onLoad }: { canLoad: boolean; onLoad: () => void }) {
  const [ref, isNear] = useIsVisible(AHEAD)
  useEffect(() => {
    if (isNear && canLoad) onLoad()
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isNear, canLoad])
  return (
    <p ref={ref} className={END}>
      Loading more…
    </p>
  )
}
