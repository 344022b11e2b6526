import { memo, useContext, type ReactNode } from 'react'
import { blankValue } from '#request/blankValue.ts'
import { pathInWords, type Path } from '#request/payload.ts'
import type { Problem } from '#request/validatePayload.ts'
import type { Field } from '#schema/field.ts'
import { Icon } from '#ui/Icon.tsx'
import { AboutLink } from './AboutLink.tsx'
import { ControlContext } from './ControlContext.ts'
import { groupIdOf, idOf } from './idOf.ts'
import { isGroup } from './isGroup.ts'

/** One input: its name, its control, what is wrong with its value, and how to be rid of it. */
export const InputRow = memo(function InputRow({
  field,
  label,
  value,
  path,
  problems,
  onChange,
  onRemove,
  actions,
}: {
  field: Field
  /** Where the field's name says nothing: an item of a list. */
  label?: string
  /** Undefined while it is missing. */
  value: unknown
  path: Path
  problems: readonly Problem[]
  onChange: (path: Path, value: unknown) => void
  /** Absent where it has to be there. */
  onRemove?: (path: Path) => void
  /** More buttons beside that of removing. */
  actions?: ReactNode
}) {
  const drawControl = useContext(ControlContext)
  const id = idOf(path)
  const problem = problems
    .filter((each) => each.path.length === path.length)
    .map(({ message }) => message)
    .join('; ')
  const name = pathInWords(path)
  const limits = field.limits.join(', ')
  const describedBy =
    [problem !== '' && `${id}:problem`, limits !== '' && `${id}:limits`].filter(Boolean).join(' ') ||
    undefined
  const isNull = value === null && field.type.kind !== 'null'
  const group = isGroup(field) && {
    role: 'group',
    id: groupIdOf(path),
    tabIndex: -1,
    'aria-labelledby': `${id}:label`,
    'aria-describedby': describedBy,
  }

  return (
    <div className="min-w-0 py-2.5" {...group}>
      <div className="flex min-h-7 items-start justify-between gap-x-2">
        <div className="flex min-h-7 min-w-0 flex-wrap items-center gap-x-2">
          <label
            id={`${id}:label`}
            htmlFor={isGroup(field) && !isNull ? undefined : id}
            className={`min-w-0 font-mono text-[13.5px] font-semibold wrap-anywhere ${field.isDeprecated ? 'line-through' : ''}`}
          >
            {label ?? field.name}
          </label>
          {field.isRequired && label === undefined && (
            <span className="text-[12px] font-medium text-soft">required</span>
          )}
          <AboutLink field={field} />
          {limits !== '' && (
            <span id={`${id}:limits`} className="text-[12px] text-quiet wrap-anywhere">
              {limits}
            </span>
          )}
        </div>
        <span className="-mr-1.5 flex shrink-0 items-center">
          {field.isNullable && (
            <button
              type="button"
              id={isNull ? id : undefined}
              aria-pressed={isNull}
              aria-describedby={isNull ? describedBy : undefined}
              aria-label={`${name}: null`}
              className={`min-h-6 rounded-md px-1.5 font-mono text-[12px] pointer-coarse:min-h-11 ${isNull ? 'bg-sunken text-ink ring-1 ring-edge' : 'text-quiet hover:text-ink'}`}
              onClick={() => onChange(path, isNull ? (blankValue(field) ?? '') : null)}
            >
              null
            </button>
          )}
          {actions}
          {onRemove && (
            <button
              type="button"
              aria-label={`Remove ${name}`}
              className="icon-button"
              onClick={() => onRemove(path)}
            >
              <Icon name="close" />
            </button>
          )}
        </span>
      </div>
      {!isNull &&
        drawControl({
          field,
          value,
          path,
          problems,
          onChange: (next) => onChange(path, next),
          labelledBy: `${id}:label`,
          describedBy,
          isInvalid: problem !== '',
        })}
      {problem !== '' && (
        <p id={`${id}:problem`} className="mt-1 text-[12.5px] text-alarm wrap-anywhere">
          {problem}
        </p>
      )}
    </div>
  )
})
