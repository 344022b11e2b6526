import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router-dom'
import { categoryInWords } from '#app/categoryName.ts'
import { changesPath } from '#contract/changesQuery.ts'
import { formatDate } from '#app/format.ts'
import { historyQueries } from '#app/historyQueries.ts'
import { browsePath, modelPath } from '#app/links.ts'
import { AlternativeList } from './AlternativeList.tsx'
import { alternativesQueries } from './alternativesQueries.ts'
import { NamedModel } from './NamedModel.tsx'

const SHOWN = 5

/** Since when a deprecated model is gone, and what to take instead; nothing where no history is kept. */
export function DeprecationNotice({ endpointId, category }: { endpointId: string; category: string }) {
  const { data: history } = useQuery(historyQueries.model(endpointId))
  const { data: alternatives, isPending } = useQuery(alternativesQueries.model(endpointId))
  if (!history || isPending) return null
  const { releases } = history
  // Where it is not known what the model takes, its relatives are the next best.
  const nearest = alternatives?.length ? [] : history.nearest_active
  const gone = releases.find(({ event }) => event === 'removed')?.release
  return (
    <section aria-labelledby="deprecated" className="mt-6 rounded-card border border-edge p-4 sm:px-5">
      <h2 id="deprecated" className="font-semibold">
        Deprecated{gone && ` since ${formatDate(gone.date)}`}
      </h2>
      <p className="mt-0.5 text-[14px] text-soft">
        {gone && (
          <>
            Release{' '}
            <Link
              to={changesPath({ release: gone.version, event: 'removed' })}
              className="font-mono text-[13px] text-ink underline underline-offset-3"
            >
              {gone.version}
            </Link>{' '}
            no longer has it. What is shown here is the last that was known of it.{' '}
          </>
        )}
        {alternatives && alternatives.length > 0 ? (
          'Models that accept the same call, and what to change in it:'
        ) : nearest.length > 0 ? (
          'The nearest active models, of its family and category first:'
        ) : (
          <>
            None of its relatives is active; see other models for{' '}
            <Link
              to={browsePath({ category: [category], status: 'active' })}
              className="text-ink underline underline-offset-3"
            >
              {categoryInWords(category)}
            </Link>
            .
          </>
        )}
      </p>
      {alternatives && alternatives.length > 0 && (
        <div className="mt-2">
          <AlternativeList
            endpointId={endpointId}
            category={category}
            alternatives={alternatives.slice(0, SHOWN)}
          />
        </div>
      )}
      {nearest.length > 0 && (
        <ul className="mt-2 divide-y divide-line">
          {nearest.map(({ endpoint_id, display_name, category: other }) => (
            <li key={endpoint_id}>
              <Link
                to={modelPath(endpoint_id)}
                className="flex flex-wrap items-baseline gap-x-3 py-1.5 text-[14px] hover:bg-sunken pointer-coarse:py-3"
              >
                <NamedModel
                  endpointId={endpoint_id}
                  name={display_name}
                  category={other}
                  besides={category}
                />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
