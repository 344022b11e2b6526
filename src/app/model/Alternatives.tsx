import { useQuery } from '@tanstack/react-query'
import { use } from 'react'
import { Link } from 'react-router-dom'
import type { Model } from '#contract/models.ts'
import { comparePath, COMPARED_AT_MOST } from '#contract/comparePath.ts'
import { Icon } from '#ui/Icon.tsx'
import { AlternativeList } from './AlternativeList.tsx'
import { alternativesQueries } from './alternativesQueries.ts'
import { IsShownContext } from '#app/IsShownContext.ts'
import { relativesQueries } from './relativesQueries.ts'
import { useComparisonLink } from './useComparisonLink.ts'

const SHOWN = 4

/** Beside an active model: what accepts the same call, and the ways to compare it. */
export function Alternatives({ model }: { model: Model }) {
  const { endpoint_id, metadata } = model
  const isShown = use(IsShownContext)
  const isActive = metadata?.status !== 'deprecated'
  // Those of a deprecated model lead its page.
  const { data: alternatives = [] } = useQuery({
    ...alternativesQueries.model(endpoint_id),
    enabled: isActive && isShown,
  })
  const { data: relatives } = useQuery({ ...relativesQueries.relatives(model), enabled: isShown })
  const openComparison = useComparisonLink()
  const family = relatives?.variants.map((variant) => variant.endpoint_id) ?? []
  return (
    <section aria-labelledby="alternatives">
      <h2 id="alternatives" className="border-b border-line pb-2 text-[14px] font-semibold">
        {alternatives.length > 0 ? 'Models that accept the same call' : 'Compare'}
      </h2>
      {alternatives.length > 0 && (
        <AlternativeList
          endpointId={endpoint_id}
          category={metadata?.category}
          alternatives={alternatives.slice(0, SHOWN)}
        />
      )}
      <p className="flex flex-wrap gap-2 pt-3">
        {family.length > 0 && (
          <Link to={comparePath([endpoint_id, ...family])} onClick={openComparison} className="button">
            <Icon name="columns" />
            {family.length < COMPARED_AT_MOST
              ? 'Compare with its family'
              : `Compare with ${COMPARED_AT_MOST - 1} of its family`}
          </Link>
        )}
        <Link to={comparePath([endpoint_id])} onClick={openComparison} className="button">
          Compare with …
        </Link>
      </p>
    </section>
  )
}
