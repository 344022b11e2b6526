import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { memo, Suspense, useDeferredValue, useEffect, useInsertionEffect, useMemo } from 'react'
import { Navigate } from 'react-router-dom'
import { ApiError } from '#contract/apiError.ts'
import type { Model, ModelsPage } from '#contract/models.ts'
import { FailureNotice } from '#app/FailureNotice.tsx'
import { modelQueries } from '#app/queries.ts'
import { addToCollection, keptNow } from '#app/yours/collection.ts'
import { readModelSchema } from '#schema/readModelSchema.ts'
import { Alternatives } from './Alternatives.tsx'
import { AtItsAddress } from './AtItsAddress.tsx'
import { DeprecationNotice } from './DeprecationNotice.tsx'
import { IsShownContext } from '#app/IsShownContext.ts'
import { layOutAhead } from './layOutAhead.ts'
import { ModelHead } from './ModelHead.tsx'
import { ModelTitle } from './ModelTitle.tsx'
import { PanelSkeleton } from './PanelSkeleton.tsx'
import { CallPanels } from './parts.ts'
import { Relatives } from './Relatives.tsx'
import { SchemaTabs } from './SchemaTabs.tsx'
import { UnknownModel } from './UnknownModel.tsx'
import { useHasComeUp } from './useHasComeUp.ts'

// Needed where this page is, and nowhere else: in its chunk.
export { takeAnswer } from './takeAnswer.ts'
export { loadParts } from './parts.ts'

export type ModelPageProps = {
  path: string
  endpointId: string
  /** False while the page is drawn ahead. */
  isShown: boolean
}

/** Everything about one model: what it is, what it takes and returns, and the code to call it. */
export function ModelPage({ path, endpointId, isShown }: ModelPageProps) {
  const hasComeUp = useHasComeUp(isShown)
  // Of the effects of what is not shown, React runs only these.
  useInsertionEffect(() => (isShown ? undefined : layOutAhead()), [isShown])
  return (
    <AtItsAddress path={path} isShown={isShown}>
      <IsShownContext value={hasComeUp}>
        <ModelById endpointId={endpointId} />
      </IsShownContext>
    </AtItsAddress>
  )
}

const ModelById = memo(function ModelById({ endpointId }: { endpointId: string }) {
  const queryClient = useQueryClient()
  const {
    data: model,
    isPlaceholderData,
    error,
    refetch,
  } = useQuery({
    ...modelQueries.detail(endpointId),
    enabled: endpointId !== '',
    placeholderData: () => findInLists(queryClient, endpointId),
  })

  if (endpointId === '') return <Navigate to="/" replace />
  if (error instanceof ApiError && error.type === 'not_found') return <UnknownModel endpointId={endpointId} />
  return (
    <main
      id="content"
      tabIndex={-1}
      className="mx-auto max-w-336 px-4 pt-6 pb-24 sm:px-6 lg:px-16 min-[100rem]:max-w-452"
    >
      <ModelTitle name={model?.metadata?.display_name ?? endpointId} />
      {error && <FailureNotice error={error} onRetry={() => void refetch()} />}
      {!error && !model && <ModelSkeleton />}
      {!error && model && (
        <KnownModel model={model} isWhole={!isPlaceholderData} onRetry={() => void refetch()} />
      )}
    </main>
  )
})

function KnownModel({
  model,
  isWhole,
  onRetry,
}: {
  model: Model
  /** Whether its document, if it has one, is there. */
  isWhole: boolean
  onRetry: () => void
}) {
  useEffect(() => addToCollection('recent', [keptNow(model.endpoint_id)]), [model.endpoint_id])
  const { openapi } = model
  const schema = useMemo(() => (isWhole ? readModelSchema(openapi) : undefined), [isWhole, openapi])
  // First what people come for.
  const isSchemaDrawn = useDeferredValue(schema !== undefined, false)
  return (
    <>
      <ModelHead model={model} schema={schema} />
      {model.metadata?.status === 'deprecated' && (
        <DeprecationNotice endpointId={model.endpoint_id} category={model.metadata.category} />
      )}
      <div className="mt-8 grid grid-cols-1 gap-x-9 gap-y-10 lg:grid-cols-[minmax(0,1fr)_29.5rem] min-[100rem]:grid-cols-[minmax(0,1fr)_57.75rem]">
        <div className="min-w-0">
          {schema ? <SchemaTabs model={model} schema={schema} onRetry={onRetry} /> : <SchemaSkeleton />}
        </div>
        <div className="grid min-w-0 grid-cols-1 content-start gap-8 lg:sticky lg:top-[calc(var(--header-height)+1.5rem)] lg:max-h-[calc(100dvh-var(--header-height)-3rem)] lg:scroll-pt-[calc(34dvh+9rem)] lg:self-start lg:overflow-y-auto lg:p-0.5 min-[100rem]:grid-cols-[27rem_minmax(0,1fr)] min-[100rem]:gap-x-5 min-[100rem]:scroll-pt-2">
          <Suspense fallback={<PanelSkeleton />}>
            {isSchemaDrawn && schema ? <CallPanels model={model} schema={schema} /> : <PanelSkeleton />}
          </Suspense>
          {isSchemaDrawn && (
            <>
              <Alternatives model={model} />
              <Relatives model={model} />
            </>
          )}
        </div>
      </div>
    </>
  )
}

function ModelSkeleton() {
  return (
    <div className="animate-pulse">
      <output className="sr-only">Loading the model</output>
      <div className="mt-9 flex gap-7">
        <div className="aspect-16/10 w-75 shrink-0 rounded-card bg-sunken max-md:w-full" />
        <div className="grow space-y-3 pt-3 max-md:hidden">
          <div className="h-8 w-1/2 rounded bg-sunken" />
          <div className="h-4 w-1/3 rounded bg-sunken" />
          <div className="h-4 w-2/3 rounded bg-sunken" />
        </div>
      </div>
      <SchemaSkeleton />
    </div>
  )
}

function SchemaSkeleton() {
  return (
    <div className="animate-pulse space-y-6 pt-12" aria-hidden="true">
      {['a', 'b', 'c', 'd', 'e'].map((key) => (
        <div key={key} className="space-y-2.5 border-b border-line pb-5">
          <div className="h-4 w-2/5 rounded bg-sunken" />
          <div className="h-3.5 w-4/5 rounded bg-sunken" />
        </div>
      ))}
    </div>
  )
}

/** The model as some list already showed it, so that its page stands before its schema arrives. */
function findInLists(queryClient: QueryClient, endpointId: string): Model | undefined {
  for (const [, list] of queryClient.getQueriesData<{ pages: ModelsPage[] }>({
    queryKey: ['models', 'search'],
  })) {
    for (const { models } of list?.pages ?? []) {
      const model = models.find(({ endpoint_id }) => endpoint_id === endpointId)
      if (model) return model
    }
  }
  return undefined
}
