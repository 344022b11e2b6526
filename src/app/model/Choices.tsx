import { useState } from 'react'
import { Value } from './Value.tsx'

const FOLDED = 12

/** What may be chosen, the default marked; folded when there are many. */
export function Choices({ values, byDefault }: { values: unknown[]; byDefault?: { value: unknown } }) {
  const [isOpen, setIsOpen] = useState(false)
  const shown = isOpen ? values : values.slice(0, FOLDED)
  const isDefault = (value: unknown) =>
    byDefault !== undefined && JSON.stringify(value) === JSON.stringify(byDefault.value)
  // The default is always in sight.
  const hiddenDefault = values.slice(shown.length).find(isDefault)
  return (
    <div className="flex flex-wrap gap-1.5">
      <ul className="contents" aria-label="Choices">
        {[...shown, ...(hiddenDefault === undefined ? [] : [hiddenDefault])].map((value) => (
          <li
            key={JSON.stringify(value)}
            className={`code-chip ${isDefault(value) ? 'text-ink outline-1 -outline-offset-1 outline-edge' : ''}`}
          >
            <Value value={value} />
            {isDefault(value) && ' · default'}
          </li>
        ))}
      </ul>
      {values.length > FOLDED && (
        <button
          type="button"
          aria-expanded={isOpen}
          className="rounded-md px-1.5 text-[12.5px] leading-6 text-soft underline underline-offset-2 hover:text-ink pointer-coarse:min-h-11"
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen ? 'Show fewer' : `Show all ${values.length}`}
        </button>
      )}
    </div>
  )
}
