import { Link } from 'react-router-dom'
import type { ModelChange } from '#contract/history.ts'
import { categoryName } from '#app/categoryName.ts'
import { changesPath } from '#contract/changesQuery.ts'
import { EndpointId } from '#app/EndpointId.tsx'
import { KindDot } from '#app/KindDot.tsx'
import { modelPath } from '#app/links.ts'
import { SchemaChanges } from '#app/SchemaChanges.tsx'
import { Icon } from '#ui/Icon.tsx'

/** The rest is one link away, in the model's own history. */
const SHOWN = 5

/** What one release did to one model, with a link to just this. */
export function ChangeEntry({ change }: { change: ModelChange }) {
  const { endpoint_id, display_name, category, release, changes } = change
  return (
    <li className="border-b border-line py-2.5" data-place={`${release.version} ${endpoint_id}`}>
      <div className="flex items-start gap-3">
        <Link
          to={modelPath(endpoint_id)}
          className="flex min-w-0 grow flex-wrap items-baseline gap-x-3 hover:underline pointer-coarse:min-h-11"
        >
          {display_name !== undefined && <span className="font-medium">{display_name}</span>}
          <span className="font-mono text-[12.5px] text-quiet">
            <EndpointId id={endpoint_id} />
          </span>
        </Link>
        {category !== undefined && (
          <span className="flex shrink-0 items-center gap-2 pt-0.5 text-[13px] text-soft max-sm:hidden">
            <KindDot category={category} />
            {categoryName(category)}
          </span>
        )}
        <Link
          to={changesPath({ release: release.version, endpoint_id })}
          aria-label={`Link to this change of ${display_name ?? endpoint_id}`}
          className="flex size-6 shrink-0 items-center justify-center rounded-md text-quiet hover:bg-sunken hover:text-ink pointer-coarse:size-11"
        >
          <Icon name="link" />
        </Link>
      </div>
      {changes.length > 0 && (
        <div className="mt-1 border-l-2 border-line pl-3 sm:pl-4">
          <SchemaChanges changes={changes.slice(0, SHOWN)} />
          {changes.length > SHOWN && (
            <Link
              to={`${modelPath(endpoint_id)}#history`}
              className="inline-block py-1 text-[13px] text-soft underline underline-offset-3 hover:text-ink pointer-coarse:py-3"
            >
              {changes.length - SHOWN} more
              <span className="sr-only"> in the history of {display_name ?? endpoint_id}</span>
            </Link>
          )}
        </div>
      )}
    </li>
  )
}
