/** A few options in a row, one of them chosen. */
export function RadioRow<Key extends string>({
  label,
  name,
  options,
  chosen,
  onChoose,
}: {
  label: string
  /** Of the group, unlike that of any other on the page. */
  name: string
  options: readonly { key: Key; name: string }[]
  chosen: Key | undefined
  onChoose: (key: Key) => void
}) {
  return (
    <fieldset className="flex w-fit max-w-full flex-wrap rounded-lg border border-line p-0.5">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.key}
          className="rounded-md px-2 py-0.5 text-[13px] text-soft wrap-anywhere select-none hover:text-ink has-checked:bg-sunken has-checked:font-medium has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-focus pointer-coarse:content-center pointer-coarse:min-h-10"
        >
          <input
            type="radio"
            name={name}
            value={option.key}
            checked={option.key === chosen}
            onChange={() => onChoose(option.key)}
            className="sr-only"
          />
          {option.name}
        </label>
      ))}
    </fieldset>
  )
}
