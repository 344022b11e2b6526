import { useMemo, useState } from 'react'
import { startPayloads, type Start } from '#request/startPayloads.ts'
import type { JsonObject } from '#request/payload.ts'
import type { Field } from '#schema/field.ts'
import { Icon } from '#ui/Icon.tsx'

/** What a request may begin with, unfolded when wanted. */
export function StartMenu({
  input,
  suggested,
  onStart,
}: {
  input: Field | undefined
  suggested: JsonObject
  onStart: (payload: JsonObject) => void
}) {
  const [isOpen, setIsOpen] = useState(false)
  const starts = useMemo<Start[]>(
    () => (isOpen ? [{ name: 'Suggested', payload: suggested }, ...startPayloads(input)] : []),
    [isOpen, input, suggested],
  )
  return (
    <>
      <button
        type="button"
        aria-expanded={isOpen}
        className="button min-h-8 px-2.5 pointer-coarse:min-h-11"
        onClick={() => setIsOpen(!isOpen)}
      >
        Start from
        <Icon name="chevron" className={`transition-transform ${isOpen ? '-rotate-90' : 'rotate-90'}`} />
      </button>
      {isOpen && (
        <ul aria-label="Start from" className="flex w-full flex-wrap gap-1.5 pt-1">
          {starts.map(({ name, payload }) => (
            <li key={name}>
              <button
                type="button"
                className="badge min-h-7 hover:border-edge hover:text-ink pointer-coarse:min-h-11"
                onClick={() => {
                  setIsOpen(false)
                  onStart(payload)
                }}
              >
                {name}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
