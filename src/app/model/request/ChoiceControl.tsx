import { canonicalJson } from '#schema/canonicalJson.ts'
import { attributesOf, type ControlProps } from './ControlProps.ts'
import { ChoiceSearch } from './ChoiceSearch.tsx'
import { choiceText } from './choiceText.ts'
import { idOf } from './idOf.ts'

/** Above so many, a list is searched. */
const MANY = 12

/** One of several values: a list of them, with a search field where there are many. */
export function ChoiceControl(props: ControlProps & { values: readonly unknown[] }) {
  const { value, values, path, onChange } = props
  if (values.length > MANY) return <ChoiceSearch {...props} />
  const place = value === undefined ? -1 : placeOf(values, value)
  return (
    <select
      {...attributesOf(props, idOf(path))}
      value={place}
      className="input"
      onChange={({ target }) => onChange(values[Number(target.value)])}
    >
      {place === -1 && (
        <option value={-1} disabled>
          {value === undefined ? 'Choose …' : `${choiceText(value)} (no choice)`}
        </option>
      )}
      {values.map((choice, index) => (
        <option key={canonicalJson(choice)} value={index}>
          {choiceText(choice)}
        </option>
      ))}
    </select>
  )
}

function placeOf(values: readonly unknown[], value: unknown): number {
  const text = canonicalJson(value)
  return values.findIndex((choice) => canonicalJson(choice) === text)
}
