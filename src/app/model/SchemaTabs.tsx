import { useLocation, useNavigate } from 'react-router-dom'
import type { Model } from '#contract/models.ts'
import type { Field } from '#schema/field.ts'
import type { ModelSchema } from '#schema/readModelSchema.ts'
import { Tabs } from '#ui/Tabs.tsx'
import { changeFragment, readFragment } from '#app/fragment.ts'
import { useIsHydrated } from '#app/useIsHydrated.ts'
import { QueueCalls } from './QueueCalls.tsx'
import { RawDocument } from './RawDocument.tsx'
import { SchemaExplorer } from './SchemaExplorer.tsx'
import { useExplorer } from './useExplorer.ts'
import { useHistoryTab } from './useHistoryTab.tsx'

/** Input, output, queue calls, the raw document and the history. The open one is the URL's fragment, so it can be linked. */
export function SchemaTabs({
  model,
  schema,
  onRetry,
}: {
  model: Model
  schema: ModelSchema
  onRetry: () => void
}) {
  const { hash, pathname, state } = useLocation()
  const navigate = useNavigate()
  const isHydrated = useIsHydrated()
  const [tab = ''] = isHydrated ? readFragment(hash).place.split('.') : []
  const historyTab = useHistoryTab(model.endpoint_id, schema, tab === 'history')
  // What is missing is said above the tabs, among the problems.
  const input = useExplorer(schema.input)
  const output = useExplorer(schema.output)
  const error = expansionError(model.openapi)
  if (error !== undefined) return <MissingSchema reason={error} onRetry={onRetry} />

  return (
    <>
      {schema.problems.length > 0 && (
        <ul className="mb-4 space-y-1 rounded-card border border-edge p-4 text-[14px] text-soft">
          {schema.problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      <Tabs
        variant="underlined"
        label="Schema"
        selected={tab || 'input'}
        onSelect={(place) =>
          void navigate(
            { pathname, hash: changeFragment(window.location.hash, { place }) },
            { replace: true, state },
          )
        }
        tabs={[
          {
            key: 'input',
            label: <Label name="Input" count={countFields(schema.input)} />,
            content: input && <SchemaExplorer key="input" explorer={input} />,
          },
          {
            key: 'output',
            label: <Label name="Output" count={countFields(schema.output)} />,
            content: output && <SchemaExplorer key="output" explorer={output} />,
          },
          {
            key: 'queue',
            label: <Label name="Queue" count={schema.calls.length} />,
            content: <QueueCalls calls={schema.calls} />,
          },
          { key: 'openapi', label: 'OpenAPI', content: <RawDocument model={model} /> },
          ...historyTab,
        ]}
      />
    </>
  )
}

function Label({ name, count }: { name: string; count: number | undefined }) {
  return (
    <>
      {name}
      {count !== undefined && <span className="font-mono text-[12px] font-normal text-quiet">{count}</span>}
    </>
  )
}

function MissingSchema({ reason, onRetry }: { reason: string; onRetry: () => void }) {
  return (
    <section role="alert" className="rounded-card border border-edge p-5 text-soft">
      <h2 className="mb-1 font-semibold text-ink">The schema is not available</h2>
      <p>{reason}</p>
      <button type="button" className="button mt-4" onClick={onRetry}>
        Try again
      </button>
    </section>
  )
}

function countFields(field: Field | undefined): number | undefined {
  return field?.type.kind === 'object' ? field.type.readFields().length : undefined
}

function expansionError(openapi: Model['openapi']): string | undefined {
  if (openapi === undefined) return 'The endpoint sent none for this model.'
  const { error } = openapi
  if (typeof error !== 'object' || error === null) return undefined
  return 'message' in error && typeof error.message === 'string'
    ? error.message
    : 'The endpoint does not say why.'
}
