import { changeAt } from '#request/payload.ts'
import type { FieldType } from '#schema/field.ts'
import type { ControlProps } from './ControlProps.ts'
import { InputRow } from './InputRow.tsx'

/** As many items as the schema says, each of its own type. */
export function TupleControl({
  type,
  value,
  path,
  problems,
  onChange,
}: ControlProps & { type: FieldType & { kind: 'tuple' } }) {
  const items: unknown[] = Array.isArray(value) ? value : []
  return (
    <ol className="border-l-2 border-line pl-3">
      {type.items.map((item, index) => (
        <li key={item.path}>
          <InputRow
            field={item}
            label={String(index + 1)}
            value={items[index]}
            path={[...path, index]}
            problems={problems.filter((problem) => problem.path[path.length] === index)}
            onChange={(changed, next) => onChange(changeAt(items, changed.slice(path.length), next))}
          />
        </li>
      ))}
    </ol>
  )
}
