import { useState } from 'react'
import { isChoiceWith, wordsOf } from '#schema/searchFields.ts'
import { formatNumber } from '#app/format.ts'
import { useExplorerAround } from './ExplorerContext.ts'
import { Value } from './Value.tsx'

const FOLDED = 12
const MANY = 40
const STEP = 200

/** What may be chosen, the default marked; folded when there are many, and then to be searched. */
export function Choices({ values, byDefault }: { values: unknown[]; byDefault?: { value: unknown } }) {
  const { query } = useExplorerAround()
  const [isOpen, setIsOpen] = useState(false)
  const [wanted, setWanted] = useState('')
  const [shownAtMost, setShownAtMost] = useState(STEP)

  const sought = wordsOf(query)
  const matches = sought.length === 0 ? [] : values.filter((value) => isChoiceWith(sought, value))
  const found =
    wanted.trim() === ''
      ? values
      : values.filter((value) => isChoiceWith([wanted.trim().toLowerCase()], value))
  const first = matches.length > 0 ? matches : values
  const shown = isOpen ? found.slice(0, shownAtMost) : first.slice(0, FOLDED)
  const isDefault = (value: unknown) =>
    byDefault !== undefined && JSON.stringify(value) === JSON.stringify(byDefault.value)
  // The default is always in sight.
  const hiddenDefault = isOpen || shown.some(isDefault) ? undefined : values.find(isDefault)
  const left = found.length - shown.length
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {isOpen && values.length > MANY && (
        <input
          type="search"
          aria-label="Find a choice"
          placeholder={`Find in ${formatNumber(values.length)}`}
          autoComplete="off"
          spellCheck={false}
          className="h-8 w-full max-w-72 rounded-lg border border-edge bg-raised px-2.5 text-[13.5px] placeholder:text-quiet pointer-coarse:h-11 pointer-coarse:text-[16px]"
          value={wanted}
          onChange={({ target }) => {
            setWanted(target.value)
            setShownAtMost(STEP)
          }}
        />
      )}
      {isOpen && values.length > MANY && (
        <output className="w-full text-[12.5px] text-quiet">
          {wanted.trim() !== '' && `${formatNumber(found.length)} of ${formatNumber(values.length)}`}
        </output>
      )}
      <ul className="contents" aria-label="Choices">
        {[...shown, ...(hiddenDefault === undefined ? [] : [hiddenDefault])].map((value) => (
          <li
            key={JSON.stringify(value)}
            className={`code-chip ${isDefault(value) ? 'text-ink outline-1 -outline-offset-1 outline-edge' : ''}`}
          >
            {isDefault(value) && <span className="sr-only">default: </span>}
            <Value value={value} />
            {isDefault(value) && <span aria-hidden="true"> · default</span>}
          </li>
        ))}
      </ul>
      {isOpen && left > 0 && (
        <button type="button" className="text-button" onClick={() => setShownAtMost(shownAtMost + STEP)}>
          Show {Math.min(left, STEP)} more of {formatNumber(left)}
        </button>
      )}
      {values.length > FOLDED && (
        <button
          type="button"
          aria-expanded={isOpen}
          className="text-button"
          onClick={() => {
            setIsOpen(!isOpen)
            setWanted('')
          }}
        >
          {isOpen ? 'Show fewer' : `Show all ${formatNumber(values.length)}`}
        </button>
      )}
    </div>
  )
}
