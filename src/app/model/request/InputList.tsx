import { useCallback, useState } from 'react'
import { blankValue } from '#request/blankValue.ts'
import { pathInWords, type JsonObject, type Path } from '#request/payload.ts'
import type { Problem } from '#request/validatePayload.ts'
import type { Field } from '#schema/field.ts'
import { requiredFirst } from '#schema/readModelSchema.ts'
import { Icon } from '#ui/Icon.tsx'
import { AddInput } from './AddInput.tsx'
import { focusSoon } from './focusSoon.ts'
import { idOf } from './idOf.ts'
import { InputRow } from './InputRow.tsx'

/** More are drawn when asked for: a hostile schema has thousands. */
const ROWS_AT_FIRST = 60

/** The required inputs and the optional ones in use, in their authors' order; what else could be used is folded. */
export function InputList({
  fields,
  isOpen,
  value,
  path,
  problemsAt,
  onChange,
  onRemove,
}: {
  fields: readonly Field[]
  /** Whether properties may be there that the schema does not name. */
  isOpen: boolean
  value: JsonObject
  path: Path
  problemsAt: (name: string) => readonly Problem[]
  onChange: (path: Path, value: unknown) => void
  onRemove: (path: Path) => void
}) {
  const [rows, setRows] = useState(ROWS_AT_FIRST)
  const [added, setAdded] = useState<readonly string[]>([])
  const isUsed = ({ name }: Field) => Object.hasOwn(value, name)
  const used = fields.filter((field) => field.isRequired || isUsed(field))
  const shown = requiredFirst(used).filter(({ name }, place) => place < rows || added.includes(name))
  const unused = fields.filter((field) => !field.isRequired && !isUsed(field))
  const names = new Set(fields.map(({ name }) => name))
  const unknown = Object.keys(value).filter((name) => !names.has(name))
  const at = (name: string) => [...path, name]

  const remove = useCallback(
    (place: Path) => {
      onRemove(place)
      focusSoon(`${idOf(path)}:add`)
    },
    [onRemove, path],
  )
  return (
    <>
      {shown.map((field) => (
        <InputRow
          key={field.name}
          field={field}
          value={Object.hasOwn(value, field.name) ? value[field.name] : undefined}
          path={pathTo(field, path)}
          problems={problemsAt(field.name)}
          onChange={onChange}
          {...(!field.isRequired && { onRemove: remove })}
        />
      ))}
      {used.length > shown.length && (
        <button type="button" className="button my-2" onClick={() => setRows(rows + ROWS_AT_FIRST)}>
          Show more of {used.length - shown.length} others
        </button>
      )}
      {unknown.map((name) => (
        <div key={name} className="flex min-h-7 flex-wrap items-center gap-x-2 py-2.5 text-[13.5px]">
          <span id={idOf(at(name))} tabIndex={-1} className="min-w-0 font-mono font-semibold wrap-anywhere">
            {name}
          </span>
          <span className="code-chip max-w-full truncate">{JSON.stringify(value[name])}</span>
          <button
            type="button"
            aria-label={`Remove ${pathInWords(at(name))}`}
            className="icon-button -mr-1.5 ml-auto"
            onClick={() => remove(at(name))}
          >
            <Icon name="close" />
          </button>
          {!isOpen && <p className="w-full text-[12.5px] text-alarm">The schema has no such property</p>}
        </div>
      ))}
      {unused.length > 0 && (
        <AddInput
          id={`${idOf(path)}:add`}
          fields={unused}
          onAdd={(field) => {
            setAdded([...added, field.name])
            onChange(at(field.name), blankValue(field))
            focusSoon(idOf(at(field.name)))
          }}
        />
      )}
    </>
  )
}

/** The same array for the same place, so that rows that did not change are not drawn anew. */
function pathTo(field: Field, path: Path): Path {
  const known = paths.get(field)
  if (known && known.length === path.length + 1 && path.every((key, place) => key === known[place]))
    return known
  const made = [...path, field.name]
  paths.set(field, made)
  return made
}

const paths = new WeakMap<Field, Path>()
