import { Link } from 'react-router-dom'
import type { ModelHistory } from '#contract/history.ts'
import { changesPath } from '#contract/changesQuery.ts'
import { EVENT_NAMES } from '#app/eventInWords.ts'
import { countOf, formatDate } from '#app/format.ts'
import { modelPath } from '#app/links.ts'
import { SchemaChanges } from '#app/SchemaChanges.tsx'
import { locateField } from '#schema/locateField.ts'
import type { ModelSchema } from '#schema/readModelSchema.ts'

/** What each release changed in what a model takes and returns, newest first, with links to what is still there. */
export function HistoryList({ history, schema }: { history: ModelHistory; schema: ModelSchema }) {
  const { endpoint_id, releases } = history
  function linkTo(path: string): string | undefined {
    const root = path.startsWith('output') ? schema.output : schema.input
    return root && locateField(root, path).isThere ? `${modelPath(endpoint_id)}#${path}` : undefined
  }
  return (
    <>
      <p className="pt-4 text-[13.5px] text-soft">
        By the dated releases that the catalogue is made of. What is only worded or ordered in another way
        does not count as a change.
      </p>
      <ol>
        {releases.map(({ release, event, changes }) => (
          <li key={release.version} className="border-b border-line py-4.5">
            <h2 className="flex flex-wrap items-baseline gap-x-2.5">
              <span className="font-medium">{EVENT_NAMES[event]}</span>
              <span className="text-[13.5px] text-soft">
                {changes.length > 0 && `${countOf(changes.length, 'difference')} · `}
                <time dateTime={release.date}>{formatDate(release.date)}</time>
              </span>
              <Link
                to={changesPath({ release: release.version })}
                className="ml-auto font-mono text-[12.5px] text-quiet underline-offset-3 hover:text-ink hover:underline pointer-coarse:inline-flex pointer-coarse:min-h-11 pointer-coarse:items-center"
              >
                <span className="sr-only">All changes of release </span>
                {release.version}
              </Link>
            </h2>
            {changes.length > 0 && (
              <div className="mt-2">
                <SchemaChanges changes={changes} linkTo={linkTo} />
              </div>
            )}
          </li>
        ))}
      </ol>
    </>
  )
}
