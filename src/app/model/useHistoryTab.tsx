import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, use } from 'react'
import type { ModelSchema } from '#schema/readModelSchema.ts'
import { FailureNotice } from '#app/FailureNotice.tsx'
import { historyQueries, isWithoutHistory } from '#app/historyQueries.ts'
import type { Tab } from '#ui/Tabs.tsx'
import { IsShownContext } from '#app/IsShownContext.ts'

const HistoryList = lazy(async () => ({ default: (await import('./HistoryList.tsx')).HistoryList }))

/** The tab of the model's history; none where none is kept. One that is asked for by a link is there while it loads. */
export function useHistoryTab(endpointId: string, schema: ModelSchema, isOpen: boolean): Tab[] {
  const {
    data: history,
    error,
    refetch,
  } = useQuery({
    ...historyQueries.model(endpointId),
    enabled: use(IsShownContext),
  })
  if (isWithoutHistory(error) || (!history && !isOpen)) return []
  return [
    {
      key: 'history',
      label: (
        <>
          History
          {history && (
            <span className="font-mono text-[12px] font-normal text-quiet">{history.releases.length}</span>
          )}
        </>
      ),
      content: (
        <>
          {error && <FailureNotice error={error} onRetry={() => void refetch()} />}
          {!history && !error && <output className="block py-6 text-soft">Loading the history …</output>}
          {history && (
            <Suspense>
              <HistoryList history={history} schema={schema} />
            </Suspense>
          )}
        </>
      ),
    },
  ]
}
