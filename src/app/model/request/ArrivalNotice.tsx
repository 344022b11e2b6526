import { pathInWords } from '#request/payload.ts'
import type { Arrival } from './useRequestLink.ts'

/** More would bury the form. */
const SHOWN = 12

/** What of a link's request was left out, and why. */
export function ArrivalNotice({
  arrival,
  onKeep,
  onDismiss,
}: {
  arrival: Arrival
  /** Takes the request over as it was sent. */
  onKeep: () => void
  onDismiss: () => void
}) {
  const isUnreadable = arrival === 'unreadable'
  return (
    <section role="alert" className="m-3 rounded-lg border border-edge bg-sunken p-3 text-[13.5px] text-soft">
      <p className="font-medium text-ink">
        {isUnreadable
          ? 'The request in this link could not be read'
          : 'A part of the request in this link was left out'}
      </p>
      {isUnreadable ? (
        <p>The link is cut off or damaged. What is below is an example.</p>
      ) : (
        <ul className="mt-1 space-y-1">
          {arrival.leftOut.slice(0, SHOWN).map(({ path, value, reason }) => (
            <li key={pathInWords(path)} className="wrap-anywhere">
              <code className="font-mono text-[12.5px] text-ink">{pathInWords(path)}</code>{' '}
              <code className="font-mono text-[12.5px]">{inShort(value)}</code>: {reason}
            </li>
          ))}
          {arrival.leftOut.length > SHOWN && <li>And {arrival.leftOut.length - SHOWN} more.</li>}
        </ul>
      )}
      <div className="mt-2 flex flex-wrap gap-2">
        {!isUnreadable && (
          <button type="button" className="button min-h-8" onClick={onKeep}>
            Use it all the same
          </button>
        )}
        <button type="button" className="button min-h-8" onClick={onDismiss}>
          Dismiss
        </button>
      </div>
    </section>
  )
}

function inShort(value: unknown): string {
  const text = JSON.stringify(value) ?? ''
  return text.length > 60 ? `${text.slice(0, 60)} …` : text
}
