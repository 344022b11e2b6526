import { memo, Suspense, useCallback, useDeferredValue, useMemo, useState } from 'react'
import type { Model } from '#contract/models.ts'
import { examplePayload } from '#schema/examplePayload.ts'
import type { ModelSchema } from '#schema/readModelSchema.ts'
import { CodePanel } from './CodePanel.tsx'
import { PanelSkeleton } from './PanelSkeleton.tsx'
import { RequestPanel } from './parts.ts'

type Payload = Record<string, unknown>

type CallPanelsProps = { model: Model; schema: ModelSchema }

/** The code that calls the model, and the form in which the request that it sends is made. */
export function CallPanels({ model, schema }: CallPanelsProps) {
  const suggested = useMemo(
    () => examplePayload(schema.input, model.metadata?.category),
    [schema, model.metadata?.category],
  )
  const [edited, setEdited] = useState<{ from: Payload; payload: Payload }>()
  const payload = edited?.from === suggested ? edited.payload : suggested
  const change = useCallback(
    (edit: (payload: Payload) => Payload) =>
      setEdited((before) => ({
        from: suggested,
        payload: edit(before?.from === suggested ? before.payload : suggested),
      })),
    [suggested],
  )
  // Whoever types must not wait for the code.
  const shown = useDeferredValue(payload)
  return (
    <>
      <div className="z-1 min-w-0 self-start bg-paper lg:sticky lg:-top-0.5 lg:-mb-5 lg:pb-3 min-[100rem]:col-start-2 min-[100rem]:row-span-2 min-[100rem]:row-start-1">
        <Code model={model} schema={schema} payload={shown} />
      </div>
      <Suspense fallback={<PanelSkeleton />}>
        <RequestPanel
          key={model.endpoint_id}
          input={schema.input}
          suggested={suggested}
          payload={payload}
          onChange={change}
        />
      </Suspense>
    </>
  )
}

const Code = memo(CodePanel)
