import { chosenOption, type Choice } from '#code/languages.ts'

/** The options of a choice in a row, one of them chosen. */
export function CodeChoice({
  choice,
  chosen,
  onChoose,
}: {
  choice: Choice
  chosen: ReadonlyMap<string, string>
  onChoose: (choice: string, option: string) => void
}) {
  const current = chosenOption(choice, chosen)
  return (
    <fieldset className="flex rounded-lg border border-line p-0.5">
      <legend className="sr-only">{choice.name}</legend>
      {choice.options.map(({ key, name }) => (
        <label
          key={key}
          className="rounded-md px-2 py-0.5 text-[13px] text-soft select-none hover:text-ink has-checked:bg-sunken has-checked:font-medium has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-focus pointer-coarse:content-center pointer-coarse:min-h-10"
        >
          <input
            type="radio"
            name={`code-${choice.key}`}
            value={key}
            checked={key === current?.key}
            onChange={() => onChoose(choice.key, key)}
            className="sr-only"
          />
          {name}
        </label>
      ))}
    </fieldset>
  )
}
