import { Link } from 'react-router-dom'
import type { Alternative } from '#contract/alternatives.ts'
import { comparePath } from '#contract/comparePath.ts'
import { modelPath } from '#app/links.ts'
import { CallChanges } from './CallChanges.tsx'
import { NamedModel } from './NamedModel.tsx'
import { useComparisonLink } from './useComparisonLink.ts'

/** Models that can stand in for one, each with what to change, and a click from the comparison. */
export function AlternativeList({
  endpointId,
  category,
  alternatives,
}: {
  endpointId: string
  /** Of the model itself: other ones are named. */
  category: string | undefined
  alternatives: readonly Alternative[]
}) {
  const openComparison = useComparisonLink()
  return (
    <ul className="divide-y divide-line">
      {alternatives.map(({ endpoint_id, display_name, category: other, changes }) => (
        <li key={endpoint_id} className="flex items-start justify-between gap-x-4 py-2">
          <div className="min-w-0">
            <Link
              to={modelPath(endpoint_id)}
              className="group/link flex flex-wrap items-baseline gap-x-3 text-[14px] pointer-coarse:min-h-11 pointer-coarse:items-center"
            >
              <NamedModel endpointId={endpoint_id} name={display_name} category={other} besides={category} />
            </Link>
            <CallChanges changes={changes} />
          </div>
          <Link
            to={comparePath([endpointId, endpoint_id])}
            onClick={openComparison}
            aria-label={`Compare with ${display_name ?? endpoint_id}`}
            className="button min-h-8 shrink-0 px-2.5 text-[13px]"
          >
            Compare
          </Link>
        </li>
      ))}
    </ul>
  )
}
