import { blankValue } from '#request/blankValue.ts'
import { changeAt, isJsonObject, pathInWords, removeAt, type Path } from '#request/payload.ts'
import type { FieldType, Medium } from '#schema/field.ts'
import type { ControlProps } from './ControlProps.ts'
import { focusSoon } from './focusSoon.ts'
import { idOf } from './idOf.ts'
import { InputList } from './InputList.tsx'

/** The properties of an object, one below the other. */
export function ObjectControl({
  field,
  type,
  value,
  path,
  problems,
  onChange,
  describedBy,
}: ControlProps & { type: FieldType & { kind: 'object' } }) {
  if (value === undefined) {
    // Drawn only once it is there: an object may require another of its kind, without end.
    return (
      <button
        type="button"
        aria-describedby={describedBy}
        className="button min-h-8 px-2.5 text-[13px] text-soft pointer-coarse:min-h-11"
        onClick={() => {
          onChange(blankValue(field))
          focusSoon(idOf(path))
        }}
      >
        Fill in
        <span className="sr-only"> {pathInWords(path)}</span>
      </button>
    )
  }
  const object = isJsonObject(value) ? value : {}
  const within = (place: Path) => place.slice(path.length)
  return (
    <div className="border-l-2 border-line pl-3">
      <InputList
        fields={type.readFields().map((part) => withMedium(part, field.medium))}
        isOpen={type.isOpen === true}
        value={object}
        path={path}
        problemsAt={(name) => problems.filter((problem) => problem.path[path.length] === name)}
        onChange={(place, next) => onChange(changeAt(object, within(place), next))}
        onRemove={(place) => onChange(removeAt(object, within(place)))}
      />
    </div>
  )
}

/** The address of a file is one of what the file is. */
function withMedium<Part extends { name: string; medium?: Medium }>(
  part: Part,
  medium: Medium | undefined,
): Part {
  return part.name === 'url' && part.medium === undefined && medium !== undefined ? { ...part, medium } : part
}
