import { chosenOption, type Choice } from '#code/languages.ts'
import { RadioRow } from '#ui/RadioRow.tsx'

/** The options of a choice about code in a row, one of them chosen. */
export function CodeChoice({
  choice: { key, name, options },
  chosen,
  onChoose,
}: {
  choice: Choice
  chosen: ReadonlyMap<string, string>
  onChoose: (choice: string, option: string) => void
}) {
  return (
    <RadioRow
      label={name}
      name={`code-${key}`}
      options={options}
      chosen={chosenOption({ key, name, options }, chosen)?.key}
      onChoose={(option) => onChoose(key, option)}
    />
  )
}
