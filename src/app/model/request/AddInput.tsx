import { useState } from 'react'
import type { Field } from '#schema/field.ts'
import { typeInWords } from '#schema/typeInWords.ts'
import { Announcement } from '#ui/Announcement.tsx'
import { Icon } from '#ui/Icon.tsx'

/** From so many on, they are searched. */
const MANY = 8
const SHOWN = 50

/** The inputs that are not in use: folded, searched where there are many, added one by one. */
export function AddInput({
  id,
  fields,
  onAdd,
}: {
  id: string
  fields: readonly Field[]
  onAdd: (field: Field) => void
}) {
  const [isOpen, setIsOpen] = useState(false)
  const [words, setWords] = useState('')
  const found = isOpen ? search(fields, words) : []
  const shown = found.slice(0, SHOWN)

  return (
    <div className="py-2">
      <button
        type="button"
        id={id}
        aria-expanded={isOpen}
        className="inline-flex min-h-8 items-center gap-1.5 rounded-md text-[13.5px] text-soft hover:text-ink pointer-coarse:min-h-11"
        onClick={() => setIsOpen(!isOpen)}
      >
        <Icon name="chevron" className={`transition-transform ${isOpen ? 'rotate-90' : ''}`} />
        Add an optional input
        <span className="font-mono text-[12px] text-quiet">{fields.length}</span>
      </button>
      {isOpen && (
        <fieldset
          className="mt-1 min-w-0 rounded-lg border border-line p-1"
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            setIsOpen(false)
            document.getElementById(id)?.focus()
          }}
        >
          <legend className="sr-only">Optional inputs</legend>
          {fields.length >= MANY && (
            <input
              type="search"
              aria-label="Search the optional inputs"
              placeholder="Search"
              value={words}
              className="input mb-1"
              onChange={({ target }) => setWords(target.value)}
            />
          )}
          <ul aria-label="Optional inputs" className="max-h-72 overflow-y-auto">
            {shown.map((field) => (
              <li key={field.name}>
                <button
                  type="button"
                  className="flex min-h-8 w-full flex-wrap items-baseline gap-x-2 rounded-md px-2 py-1 text-left hover:bg-sunken focus-visible:-outline-offset-2 pointer-coarse:min-h-11"
                  onClick={() => {
                    setIsOpen(false)
                    setWords('')
                    onAdd(field)
                  }}
                >
                  <span
                    className={`font-mono text-[13px] wrap-anywhere ${field.isDeprecated ? 'line-through' : ''}`}
                  >
                    {field.name}
                  </span>
                  <span className="text-[12.5px] text-quiet">{typeInWords(field)}</span>
                </button>
              </li>
            ))}
          </ul>
          {found.length === 0 && (
            <p className="px-2 py-1 text-[13px] text-quiet">No optional input is called that.</p>
          )}
          {found.length > SHOWN && (
            <p className="px-2 py-1 text-[12.5px] text-quiet">
              {found.length - SHOWN} more: write a part of the name.
            </p>
          )}
          <Announcement>
            {words === '' ? '' : `${found.length} of ${fields.length} optional inputs`}
          </Announcement>
        </fieldset>
      )}
    </div>
  )
}

function search(fields: readonly Field[], text: string): readonly Field[] {
  const words = text
    .toLowerCase()
    .split(/[\s_]+/)
    .filter(Boolean)
  return fields.filter(({ name, title = '', description = '' }) => {
    const prose = `${name} ${title} ${description}`.toLowerCase()
    return words.every((word) => prose.includes(word))
  })
}
