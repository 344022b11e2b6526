import { useState } from 'react'
import { blankValue } from '#request/blankValue.ts'
import { changeAt, isJsonObject, pathInWords, removeAt } from '#request/payload.ts'
import type { FieldType } from '#schema/field.ts'
import type { ControlProps } from './ControlProps.ts'
import { focusSoon } from './focusSoon.ts'
import { idOf } from './idOf.ts'
import { InputRow } from './InputRow.tsx'

/** Values under names that are free. */
export function MapControl({
  type,
  value,
  path,
  problems,
  onChange,
}: ControlProps & { type: FieldType & { kind: 'map' } }) {
  const [draft, setDraft] = useState('')
  const object = isJsonObject(value) ? value : {}
  const id = idOf(path)
  const isTaken = Object.hasOwn(object, draft)

  function add() {
    if (isTaken || draft === '') return
    onChange(changeAt(object, [draft], blankValue(type.value)))
    focusSoon(idOf([...path, draft]))
    setDraft('')
  }
  return (
    <div className="border-l-2 border-line pl-3">
      {Object.keys(object).map((name) => (
        <InputRow
          key={name}
          field={type.value}
          label={name}
          value={object[name]}
          path={[...path, name]}
          problems={problems.filter((problem) => problem.path[path.length] === name)}
          onChange={(changed, next) => onChange(changeAt(object, changed.slice(path.length), next))}
          onRemove={(removed) => {
            onChange(removeAt(object, removed.slice(path.length)))
            focusSoon(`${id}:new-name`)
          }}
        />
      ))}
      <div className="flex gap-2 py-2">
        <input
          type="text"
          id={`${id}:new-name`}
          aria-label={`Name of a new value of ${pathInWords(path)}`}
          aria-describedby={isTaken ? `${id}:taken` : undefined}
          placeholder="Name"
          value={draft}
          className="input"
          onChange={({ target }) => setDraft(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            add()
          }}
        />
        <button type="button" className="button shrink-0" onClick={add}>
          Add
        </button>
      </div>
      {isTaken && (
        <p id={`${id}:taken`} className="pb-2 text-[12.5px] text-alarm">
          There is a value of this name
        </p>
      )}
    </div>
  )
}
