import { Fragment, useContext, useState } from 'react'
import { blankValue } from '#request/blankValue.ts'
import { pathInWords } from '#request/payload.ts'
import { fittingBranch, validatePayload } from '#request/validatePayload.ts'
import type { Field, FieldType } from '#schema/field.ts'
import { RadioRow } from '#ui/RadioRow.tsx'
import { ControlContext } from './ControlContext.ts'
import type { ControlProps } from './ControlProps.ts'
import { idOf } from './idOf.ts'

/** Up to so many branches stand in a row. */
const FEW = 3

/** One of several kinds of value: a choice of the kind, and its control. */
export function UnionControl({ type, ...props }: ControlProps & { type: FieldType & { kind: 'union' } }) {
  const { value, path, onChange } = props
  const drawControl = useContext(ControlContext)
  const [chosen, setChosen] = useState<string>()
  const [left, setLeft] = useState<ReadonlyMap<string, unknown>>(new Map())
  const byName = type.branches.find(({ name }) => name === chosen)
  const branch = byName && isOf(byName, value) ? byName : fittingBranch(type, value)
  if (branch === undefined) return null

  function choose(name: string) {
    const next = type.branches.find((each) => each.name === name)
    if (next === undefined || branch === undefined) return
    setChosen(name)
    // Whoever looks at another branch comes back to what they had.
    setLeft(new Map(left).set(branch.name, value))
    onChange(left.has(name) ? left.get(name) : blankValue(next))
  }
  const label = `Kind of ${pathInWords(path)}`
  return (
    <div className="space-y-2">
      {type.branches.length <= FEW ? (
        <RadioRow
          label={label}
          name={`${idOf(path)}:kind`}
          options={type.branches.map(({ name }) => ({ key: name, name }))}
          chosen={branch.name}
          onChoose={choose}
        />
      ) : (
        <select
          aria-label={label}
          value={branch.name}
          className="input w-auto max-w-full"
          onChange={({ target }) => choose(target.value)}
        >
          {type.branches.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      )}
      <Fragment key={branch.name}>{drawControl({ ...props, field: branch })}</Fragment>
    </div>
  )
}

/** Whether the value is of the branch's kind, whatever else is wrong with it. */
function isOf(branch: Field, value: unknown): boolean {
  return !validatePayload(branch, value).some(({ path, kind }) => path.length === 0 && kind === 'type')
}
