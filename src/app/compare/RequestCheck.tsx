import { useEffect, useState } from 'react'
import { unpackPayload } from '#request/packPayload.ts'
import { type JsonObject, pathInWords } from '#request/payload.ts'
import type { Problem } from '#request/validatePayload.ts'
import { checkPayload } from './checkPayload.ts'
import type { ComparedModel } from './compareModels.ts'

/** What each model would make of the request that the address carries. */
export function RequestCheck({ packed, models }: { packed: string; models: readonly ComparedModel[] }) {
  const payload = usePayload(packed)
  if (payload === undefined) return null
  return (
    <section aria-labelledby="request" className="mt-6 rounded-card border border-edge p-4 sm:px-5">
      <h2 id="request" className="font-semibold">
        Your request
      </h2>
      {payload === 'unreadable' ? (
        <p className="mt-1 text-soft">The request in this link cannot be read.</p>
      ) : (
        <>
          <p className="mt-0.5 text-[14px] text-soft">
            {Object.keys(payload).length === 0 ? 'An empty request' : 'With '}
            {Object.keys(payload).map((name, place) => (
              <span key={name}>
                {place > 0 && ', '}
                <code className="font-mono text-[13px]">{name}</code>
              </span>
            ))}
            , as it was made in the request builder.
          </p>
          <ul className="mt-3 grid gap-x-6 gap-y-4 sm:grid-cols-2 xl:grid-cols-3">
            {models.map((model) => (
              <li key={model.id}>
                <ModelVerdict model={model} payload={payload} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function ModelVerdict({ model: { name, schema }, payload }: { model: ComparedModel; payload: JsonObject }) {
  const { refused, ignored } = checkPayload(schema.input, payload)
  return (
    <>
      <h3 className="text-[14px] font-medium">{name}</h3>
      <p className="text-[14px]">
        {schema.input === undefined
          ? 'It is not known what it takes.'
          : refused.length > 0
            ? '✕ Would refuse it'
            : ignored.length > 0
              ? '✓ Takes it, but not all of it'
              : '✓ Takes it as it is'}
      </p>
      <Problems title="Refused" problems={refused} />
      <Problems title="Ignored" problems={ignored} />
    </>
  )
}

const SHOWN = 6

function Problems({ title, problems }: { title: string; problems: Problem[] }) {
  if (problems.length === 0) return null
  return (
    <ul aria-label={title} className="mt-1 space-y-0.5 text-[13.5px] text-soft">
      {problems.slice(0, SHOWN).map(({ path, message }) => (
        <li key={`${pathInWords(path)} ${message}`} className="wrap-anywhere">
          <code className="font-mono text-[13px] text-ink">{pathInWords(path)}</code>{' '}
          {title === 'Ignored' ? 'would be ignored' : message}
        </li>
      ))}
      {problems.length > SHOWN && <li>and {problems.length - SHOWN} more</li>}
    </ul>
  )
}

/** Undefined before it is unpacked. */
function usePayload(packed: string): JsonObject | 'unreadable' | undefined {
  const [unpacked, setUnpacked] = useState<{ packed: string; payload: JsonObject | 'unreadable' }>()
  useEffect(() => {
    let isOver = false
    void unpackPayload(packed).then((payload) => {
      if (!isOver) setUnpacked({ packed, payload: payload ?? 'unreadable' })
    })
    return () => {
      isOver = true
    }
  }, [packed])
  return unpacked?.packed === packed ? unpacked.payload : undefined
}
