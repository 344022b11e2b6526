import { Link } from 'react-router-dom'
import { formatNumber } from '#app/format.ts'
import { modelPath } from '#app/links.ts'

/** Says that a model is being looked for further down the list, or that the list does not have it. */
export function SoughtNotice({
  endpointId,
  isMissing,
  loaded,
  total,
  onStop,
}: {
  endpointId: string
  isMissing: boolean
  loaded: number
  total: number | undefined
  onStop: () => void
}) {
  return (
    <div className="fixed inset-x-4 bottom-4 z-10 mx-auto flex w-fit max-w-full flex-wrap items-center gap-x-4 gap-y-2 rounded-card border border-line bg-raised px-4 py-3 text-[14px] shadow-xl">
      <output className="min-w-0 text-soft wrap-anywhere">
        {isMissing ? 'Not in this list: ' : 'Looking for '}
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
      <button type="button" className="button" onClick={onStop}>
        {isMissing ? 'Dismiss' : 'Stop'}
      </button>
    </div>
  )
}
