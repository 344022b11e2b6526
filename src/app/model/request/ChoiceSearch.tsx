import { useMemo, useState } from 'react'
import { formatNumber } from '#app/format.ts'
import { canonicalJson } from '#schema/canonicalJson.ts'
import { Announcement } from '#ui/Announcement.tsx'
import { choiceText } from './choiceText.ts'
import { attributesOf, type ControlProps } from './ControlProps.ts'
import { idOf } from './idOf.ts'

const SHOWN = 100

/** Many choices, narrowed by what is typed: a combobox with a list below it. */
export function ChoiceSearch(props: ControlProps & { values: readonly unknown[] }) {
  const { field, value, values, path, onChange } = props
  const [words, setWords] = useState('')
  const [isOpen, setIsOpen] = useState(false)
  const [active, setActive] = useState(0)
  const id = idOf(path)
  const found = useMemo(() => (isOpen ? search(values, words) : []), [isOpen, values, words])
  const shown = found.slice(0, SHOWN)
  const place = Math.min(active, shown.length - 1)
  const current = canonicalJson(value)

  function open() {
    if (isOpen) return
    setIsOpen(true)
    setWords('')
    setActive(
      Math.max(
        0,
        values.slice(0, SHOWN).findIndex((choice) => canonicalJson(choice) === current),
      ),
    )
  }
  function choose(choice: unknown) {
    onChange(choice)
    setIsOpen(false)
  }
  return (
    <div>
      <input
        {...attributesOf(props, id)}
        type="text"
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={`${id}:list`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && place >= 0 ? `${id}:option-${place}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={
          value === undefined ? `Search ${formatNumber(values.length)} choices` : choiceText(value)
        }
        value={isOpen || value === undefined ? words : choiceText(value)}
        className="input"
        onClick={open}
        onBlur={() => setIsOpen(false)}
        onChange={({ target }) => {
          setIsOpen(true)
          setWords(target.value)
          setActive(0)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && isOpen) {
            event.stopPropagation()
            setIsOpen(false)
          } else if (event.key === 'Enter' && isOpen && shown[place] !== undefined) {
            event.preventDefault()
            choose(shown[place])
          } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault()
            if (!isOpen) open()
            else
              setActive(Math.min(Math.max(place + (event.key === 'ArrowDown' ? 1 : -1), 0), shown.length - 1))
          }
        }}
      />
      {isOpen && (
        <div
          id={`${id}:list`}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no element opens from a text box like this
          role="listbox"
          aria-labelledby={props.labelledBy}
          className="mt-1 max-h-60 overflow-y-auto rounded-lg border border-line bg-raised p-1 text-[13.5px]"
        >
          {shown.map((choice, index) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the box has the keys
            <div
              key={canonicalJson(choice)}
              ref={index === place ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined}
              id={`${id}:option-${index}`}
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as above
              role="option"
              aria-selected={canonicalJson(choice) === current}
              className={`flex min-h-7 cursor-pointer items-center justify-between gap-2 rounded-md px-2 wrap-anywhere pointer-coarse:min-h-11 ${index === place ? 'bg-sunken text-ink' : 'text-soft'}`}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(choice)}
            >
              {choiceText(choice)}
              {canonicalJson(choice) === current && <span className="text-[12px] text-quiet">chosen</span>}
            </div>
          ))}
        </div>
      )}
      {isOpen && found.length !== shown.length && (
        <p className="mt-1 text-[12.5px] text-quiet">
          {formatNumber(found.length - SHOWN)} more: write a part of the name.
        </p>
      )}
      {isOpen && found.length === 0 && (
        <p className="mt-1 text-[12.5px] text-quiet">
          None of {formatNumber(values.length)} choices matches.
        </p>
      )}
      <Announcement>
        {isOpen
          ? `${formatNumber(found.length)} of ${formatNumber(values.length)} choices of ${field.name}`
          : ''}
      </Announcement>
    </div>
  )
}

function search(values: readonly unknown[], text: string): unknown[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return [...values]
  return values.filter((choice) => {
    const name = choiceText(choice).toLowerCase()
    return words.every((word) => name.includes(word))
  })
}
