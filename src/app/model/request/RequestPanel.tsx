import { useCallback, useState } from 'react'
import { changeAt, isJsonObject, removeAt, type JsonObject, type Path } from '#request/payload.ts'
import type { Field } from '#schema/field.ts'
import { CopyButton } from '#ui/CopyButton.tsx'
import { Tabs } from '#ui/Tabs.tsx'
import { ArrivalNotice } from './ArrivalNotice.tsx'
import { Control } from './Control.tsx'
import { ControlContext } from './ControlContext.ts'
import type { ControlProps } from './ControlProps.ts'
import { focusSoon } from './focusSoon.ts'
import { InputList } from './InputList.tsx'
import { JsonEditor, readDraft, type JsonDraft } from './JsonEditor.tsx'
import { RequestStatus } from './RequestStatus.tsx'
import { StartMenu } from './StartMenu.tsx'
import { useProblems } from './useProblems.ts'
import { useRequestLink } from './useRequestLink.ts'

const BUTTON = 'button min-h-8 px-2.5 pointer-coarse:min-h-11'
const TOP: Path = []

export type RequestPanelProps = {
  input: Field | undefined
  suggested: JsonObject
  payload: JsonObject
  /** Stays the same function. */
  onChange: (change: (payload: JsonObject) => JsonObject) => void
}

/** The request that a call sends: a form made from the schema, the same as JSON, and a link to exactly this call. */
export function RequestPanel({ input, suggested, payload, onChange }: RequestPanelProps) {
  const [tab, setTab] = useState('form')
  const [draft, setDraft] = useState<JsonDraft>()
  const [before, setBefore] = useState<JsonObject>()
  const { problems, problemsAt } = useProblems(input, payload)
  const link = useRequestLink({
    input,
    suggested,
    payload,
    onChange: (arrived) => onChange(() => arrived),
  })

  const edit = useCallback(
    (change: (payload: JsonObject) => unknown) => {
      setBefore(undefined)
      setDraft(undefined)
      onChange((current) => {
        const changed = change(current)
        return isJsonObject(changed) ? changed : current
      })
    },
    [onChange],
  )
  const changeInput = useCallback(
    (path: Path, value: unknown) => edit((current) => changeAt(current, path, value)),
    [edit],
  )
  const removeInput = useCallback((path: Path) => edit((current) => removeAt(current, path)), [edit])

  /** Another request in place of this one, which can be taken back. */
  function replace(next: JsonObject) {
    edit(() => next)
    setBefore(payload)
  }
  function write(next: JsonDraft) {
    setDraft(next)
    setBefore(undefined)
    if ('payload' in next) onChange(() => next.payload)
  }
  async function paste() {
    // Browsers ask first, and some never allow it: then the editor stands ready to paste into.
    const text = await navigator.clipboard?.readText().catch(() => '')
    const pasted = readDraft(text ?? '')
    if ('payload' in pasted) return replace(pasted.payload)
    setTab('json')
    if (text) setDraft(pasted)
    return focusSoon('request:json')
  }

  const fields = input?.type.kind === 'object' ? input.type.readFields() : undefined
  const form = fields && {
    key: 'form',
    label: 'Form',
    content: (
      <div className="px-3 pb-1">
        {draft && 'problem' in draft && (
          <p className="pt-3 text-[13px] text-soft">
            The JSON has a mistake in line {draft.problem.line}: this is the last request that was whole.
          </p>
        )}
        {fields.length === 0 && <p className="py-3 text-soft">The model takes no inputs.</p>}
        <ControlContext value={drawControl}>
          <InputList
            fields={fields}
            isOpen={input?.type.kind === 'object' && input.type.isOpen === true}
            value={payload}
            path={TOP}
            problemsAt={problemsAt}
            onChange={changeInput}
            onRemove={removeInput}
          />
        </ControlContext>
      </div>
    ),
  }
  const json = {
    key: 'json',
    label: 'JSON',
    content: <JsonEditor draft={draft} payload={payload} onWrite={write} />,
  }
  return (
    <section aria-labelledby="request-title" className="rounded-card border border-line bg-raised">
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-3 px-3.5 pt-1.5">
        <h2 id="request-title" className="text-[15px] font-semibold">
          Request
        </h2>
        <RequestStatus problems={problems} onShow={() => setTab('form')} />
      </div>
      {link.arrival && (
        <ArrivalNotice
          arrival={link.arrival}
          onKeep={() => {
            if (link.arrival !== undefined && link.arrival !== 'unreadable') replace(link.arrival.sent)
            link.dismissArrival()
          }}
          onDismiss={link.dismissArrival}
        />
      )}
      <Tabs
        variant="boxed"
        label="Edit the request as"
        selected={tab}
        onSelect={setTab}
        tabs={form ? [form, json] : [json]}
        aside={
          <>
            <span className="ml-auto flex gap-2">
              {before && (
                <button
                  type="button"
                  className={BUTTON}
                  onClick={() => {
                    edit(() => before)
                  }}
                >
                  Undo
                </button>
              )}
              {payload !== suggested && (
                <button type="button" className={BUTTON} onClick={() => replace(suggested)}>
                  Reset
                </button>
              )}
            </span>
            <StartMenu input={input} suggested={suggested} onStart={replace} />
          </>
        }
      />
      <div className="flex flex-wrap items-center gap-2 border-t border-line p-2">
        {link.isTooLong ? (
          <p className="px-1.5 text-[13px] text-soft">This request is too long for a link.</p>
        ) : (
          <CopyButton text={link.linkToCall} icon="link" className={BUTTON}>
            Copy link to this call
          </CopyButton>
        )}
        <button type="button" className={BUTTON} onClick={() => void paste()}>
          Paste JSON
        </button>
      </div>
    </section>
  )
}

function drawControl(props: ControlProps) {
  return <Control {...props} />
}
