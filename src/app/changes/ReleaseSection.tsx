import { Link } from 'react-router-dom'
import type { ChangesFilter } from '#contract/changesQuery.ts'
import { type ModelChange, ModelEvent } from '#contract/history.ts'
import { changesPath } from '#contract/changesQuery.ts'
import { EVENT_NAMES } from '#app/eventInWords.ts'
import { countOf, formatDate } from '#app/format.ts'
import { ChangeEntry } from './ChangeEntry.tsx'

/** What one release did, in the order in which it came. */
export function ReleaseSection({
  release,
  total,
  changes,
  filter,
}: {
  release: ModelChange['release']
  /** With those that are not loaded yet. */
  total: number
  changes: ModelChange[]
  filter: ChangesFilter
}) {
  return (
    <section className="mt-10" aria-labelledby={`release-${release.version}`}>
      <h2
        id={`release-${release.version}`}
        className="flex flex-wrap items-baseline gap-x-3 border-b border-edge pb-2 text-[17px] font-semibold"
      >
        <Link
          to={changesPath({ ...filter, release: release.version })}
          className="hover:underline pointer-coarse:inline-flex pointer-coarse:min-h-11 pointer-coarse:items-center"
        >
          <time dateTime={release.date}>{formatDate(release.date)}</time>
        </Link>
        <span className="text-[13.5px] font-normal text-soft">
          release <span className="font-mono text-[12.5px]">{release.version}</span> ·{' '}
          {countOf(total, 'change')}
        </span>
      </h2>
      {ModelEvent.options.map((event) => {
        const own = changes.filter((change) => change.event === event)
        return own.length === 0 ? null : (
          <div key={event} className="mt-4">
            <h3 className="text-[14px] font-medium text-soft">{EVENT_NAMES[event]}</h3>
            <ul className="mt-1">
              {own.map((change) => (
                <ChangeEntry key={change.endpoint_id} change={change} />
              ))}
            </ul>
          </div>
        )
      })}
    </section>
  )
}
