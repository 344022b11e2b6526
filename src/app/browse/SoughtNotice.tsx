import { useEffect, useEffectEvent, useRef } from 'react'
import { Link } from 'react-router-dom'
import { formatNumber } from '#app/format.ts'
import { modelPath } from '#app/links.ts'
import { MOVES } from '#app/returnTo.ts'

/**
 * Says that a model is being looked for further down the list, or that the list does not have it. Who moves meanwhile
 * has found something else to do, and is not to be pulled away.
 */
export function SoughtNotice({
  endpointId,
  isMissing,
  hasFailed,
  loaded,
  total,
  onLoad,
  onStop,
}: {
  endpointId: string
  isMissing: boolean
  /** Whether a page failed: the reader decides then whether to look on. */
  hasFailed: boolean
  loaded: number
  total: number | undefined
  onLoad: () => void
  onStop: () => void
}) {
  const isLooking = !isMissing && !hasFailed
  const notice = useRef<HTMLDivElement>(null)
  const onMove = useEffectEvent(({ target }: Event) => {
    if (!(target instanceof Node && notice.current?.contains(target))) onStop()
  })
  useEffect(() => {
    if (!isLooking) return undefined
    const move = (event: Event) => onMove(event)
    for (const type of MOVES) window.addEventListener(type, move, { passive: true })
    return () => {
      for (const type of MOVES) window.removeEventListener(type, move)
    }
  }, [isLooking])

  return (
    <div
      ref={notice}
      className="fixed inset-x-4 bottom-[calc(var(--tray-height)+1rem)] z-10 mx-auto flex w-fit max-w-full flex-wrap items-center gap-x-4 gap-y-2 rounded-card border border-line bg-raised px-4 py-3 text-[14px] shadow-xl"
    >
      <output className="min-w-0 text-soft wrap-anywhere">
        {isMissing ? 'Not in this list: ' : hasFailed ? 'A page failed while looking for ' : 'Looking for '}
        <span className="font-mono text-[13px] text-ink">{endpointId}</span>
      </output>
      {isMissing ? (
        <Link to={modelPath(endpointId)} className="button">
          Open its page
        </Link>
      ) : (
        <span className="text-quiet tabular-nums">
          {formatNumber(loaded)}
          {total !== undefined && ` of ${formatNumber(total)}`}
        </span>
      )}
      {hasFailed && (
        <button type="button" className="button" onClick={onLoad}>
          Look on
        </button>
      )}
      <button type="button" className="button" onClick={onStop}>
        {isMissing ? 'Dismiss' : 'Stop'}
      </button>
    </div>
  )
}
