import { useState } from 'react'
import { valueInWords } from '#schema/valueInWords.ts'
import { CopyButton } from '#ui/CopyButton.tsx'

const AT_FIRST = 3
const STEP = 20
const LETTERS_SHOWN = 160

/** Example values; a press copies one. Some authors give hundreds. */
export function Examples({ values }: { values: unknown[] }) {
  const [shown, setShown] = useState(AT_FIRST)
  const examples = [...new Map(values.map((value) => [JSON.stringify(value), value]))]
  const left = examples.length - shown
  return (
    <div className="flex flex-wrap items-baseline gap-1.5 text-[13px] text-quiet">
      {examples.length === 1 ? 'Example' : 'Examples'}
      {examples.slice(0, shown).map(([json, value]) => (
        <CopyButton
          key={json}
          text={typeof value === 'string' ? value : json}
          name={`Copy example ${shorten(valueInWords(value))}`}
          className="code-chip inline-flex max-w-full items-center gap-1.5 text-left hover:text-ink pointer-coarse:min-h-11"
        >
          {shorten(valueInWords(value))}
        </CopyButton>
      ))}
      {left > 0 && (
        <button type="button" className="text-button" onClick={() => setShown(shown + STEP)}>
          Show {Math.min(left, STEP)} more{left > STEP && ` of ${left}`}
        </button>
      )}
    </div>
  )
}

function shorten(text: string): string {
  return text.length > LETTERS_SHOWN ? `${text.slice(0, LETTERS_SHOWN)}…` : text
}
