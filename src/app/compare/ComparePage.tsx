import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useLocation, useSearchParams } from 'react-router-dom'
import { COMPARED_AT_MOST } from '#contract/comparePath.ts'
import { EndpointId } from '#app/EndpointId.tsx'
import { FailureNotice } from '#app/FailureNotice.tsx'
import { readFragment } from '#app/fragment.ts'
import { AddModel } from './AddModel.tsx'
import { ComparedModels } from './ComparedModels.tsx'
import { compareModels } from './compareModels.ts'
import { comparisonQueries } from './comparisonQueries.ts'
import { ComparisonTools } from './ComparisonTools.tsx'
import { HowAligned } from './HowAligned.tsx'
import { RequestCheck } from './RequestCheck.tsx'
import { useComparedIds } from './useComparedIds.ts'

/** Up to six models side by side: what each takes and returns, property by property. The URL is the comparison. */
export function ComparePage() {
  const [params] = useSearchParams()
  const { hash } = useLocation()
  const { ids, change } = useComparedIds()
  const { data: models, error, refetch, isPlaceholderData } = useQuery(comparisonQueries.models(ids))
  const comparison = useMemo(
    () => models && compareModels(models.filter(({ endpoint_id }) => ids.includes(endpoint_id))),
    [models, ids],
  )
  const compared = comparison?.models ?? []
  const unknown =
    isPlaceholderData || !models ? [] : ids.filter((id) => !compared.some((one) => one.id === id))
  const request = readFragment(hash).parts.get('request')
  const isComparison = compared.length > 1
  const onlyDifferences = params.get('show') === 'differences'

  return (
    <main
      id="content"
      tabIndex={-1}
      className="mx-auto max-w-452 px-4 pt-8 pb-24 sm:px-6 lg:px-16"
      aria-busy={isPlaceholderData || (!models && !error)}
    >
      <title>{`${titleOf(compared.map(({ name }) => name))} · Model browser`}</title>
      <h1 className="text-[30px] leading-9 font-semibold tracking-tight">
        {isComparison ? `${compared.length} models compared` : 'Compare models'}
      </h1>
      <p className="mt-1 text-soft">
        What each takes and returns, side by side. The address of this page is the comparison.
      </p>
      <div className="mt-5 flex flex-wrap items-center gap-x-6 gap-y-3">
        {ids.length < COMPARED_AT_MOST ? (
          <AddModel ids={ids} onAdd={(id) => change([...ids, id])} />
        ) : (
          <p className="py-2 text-[14px] text-soft">Six models are as many as stand beside each other.</p>
        )}
        {comparison && isComparison && <ComparisonTools comparison={comparison} />}
      </div>
      {error && <FailureNotice error={error} onRetry={() => void refetch()} />}
      {!models && !error && <output className="block py-16 text-soft">Loading the models …</output>}
      {unknown.length > 0 && (
        <ul className="mt-5 space-y-1 rounded-card border border-edge p-4 text-[14px]">
          {unknown.map((id) => (
            <li key={id}>
              Not in this catalogue:{' '}
              <span className="font-mono text-[13px]">
                <EndpointId id={id} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {comparison && compared.length > 0 && (
        <>
          {request !== undefined && <RequestCheck packed={request} models={compared} />}
          <ComparedModels
            comparison={comparison}
            onlyDifferences={onlyDifferences && isComparison}
            onRemove={(id) => change(ids.filter((one) => one !== id))}
          />
        </>
      )}
      {isComparison && <HowAligned />}
      {models?.length === 0 && unknown.length === 0 && (
        <p className="py-12 text-soft">
          Add two or more models: here, or with “Compare” on their cards and pages, or with the key C.
        </p>
      )}
    </main>
  )
}

function titleOf(names: string[]): string {
  return names.length === 0 ? 'Compare models' : names.join(' · ')
}
