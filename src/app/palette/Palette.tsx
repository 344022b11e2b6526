/* oxlint-disable jsx-a11y/prefer-tag-over-role -- the list of a combobox has no tags of its own */
import { Fragment, useEffect, useId, useMemo, useRef, useState } from 'react'
import { KindDot } from '#app/KindDot.tsx'
import { countOf } from '#app/format.ts'
import { Announcement } from '#ui/Announcement.tsx'
import { ModalDialog } from '#ui/Dialog.tsx'
import { Icon } from '#ui/Icon.tsx'
import { type RankedEntry, rankEntries } from './rankEntries.ts'
import { usePaletteEntries } from './usePaletteEntries.ts'
import { type EnterKey, useRunEntry } from './useRunEntry.ts'

/** Leads to any model, category or action by a few letters of its name: a combobox over one list in groups. */
export function Palette({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(0)
  const [outcome, setOutcome] = useState('')
  const { entries, isLoading, failure } = usePaletteEntries(typed)
  const run = useRunEntry(onClose, setOutcome)
  const groups = useMemo(() => rankEntries(typed, entries), [typed, entries])
  const ranked = groups.flatMap((group) => group.entries)
  const active = Math.min(chosen, ranked.length - 1)
  const id = useId()
  const optionId = (place: number) => `${id}-option-${place}`
  const entry = ranked[active]?.entry
  /** The Enter that came before there was anything to go to. */
  const [early, setEarly] = useState<EnterKey>()

  useEffect(() => {
    if (!early || isLoading || !entry) return undefined
    const timer = setTimeout(() => {
      setEarly(undefined)
      run(entry, early)
    })
    return () => clearTimeout(timer)
  })

  function onKeyDown(event: React.KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      if (entry) run(entry, event)
      else if (isLoading) setEarly({ ctrlKey: event.ctrlKey, metaKey: event.metaKey })
      return
    }
    const next = placeAfter(event.key, active, ranked.length)
    if (next === undefined) return
    event.preventDefault()
    setChosen(next)
  }

  return (
    <ModalDialog
      label="Go to a model, category or action"
      onClose={onClose}
      className="mt-4 w-[calc(100%-2rem)] max-w-160 overflow-hidden sm:mt-[12vh]"
    >
      <div className="flex max-h-[min(32rem,calc(100dvh-2rem))] flex-col">
        <div className="relative border-b border-line">
          <Icon
            name="search"
            className="pointer-events-none absolute top-1/2 left-4 -translate-y-1/2 text-quiet"
          />
          <input
            type="text"
            role="combobox"
            aria-label="Model, category or action"
            aria-expanded="true"
            aria-controls={`${id}-list`}
            aria-activedescendant={ranked.length > 0 ? optionId(active) : undefined}
            aria-autocomplete="list"
            placeholder="Model, category or action"
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            className="h-13 w-full bg-transparent pr-4 pl-10.5 text-[16px] outline-none placeholder:text-quiet"
            value={typed}
            onChange={({ target }) => {
              setTyped(target.value)
              setChosen(0)
              setOutcome('')
              setEarly(undefined)
            }}
            onKeyDown={onKeyDown}
          />
        </div>
        <div
          id={`${id}-list`}
          role="listbox"
          aria-label="Models, categories and actions"
          tabIndex={-1}
          className="grow overflow-y-auto overscroll-contain p-2"
        >
          {groups.map(({ group, entries: ofGroup }) => (
            <div key={group} role="group" aria-labelledby={`${id}-${group}`} className="pb-2">
              <div id={`${id}-${group}`} className="px-2.5 pt-1.5 pb-1 text-[12.5px] font-medium text-quiet">
                {group}
              </div>
              {ofGroup.map((one) => {
                const place = ranked.indexOf(one)
                return (
                  <Option
                    key={one.entry.key}
                    id={optionId(place)}
                    ranked={one}
                    isActive={place === active}
                    onPoint={() => setChosen(place)}
                    onChoose={(event) => run(one.entry, event)}
                  />
                )
              })}
            </div>
          ))}
        </div>
        <Foot
          message={
            outcome ||
            failure ||
            (ranked.length === 0 && !isLoading ? `Nothing is called “${typed.trim()}”` : '')
          }
        />
        <Announcement>
          {typed === '' || isLoading ? '' : `${countOf(ranked.length, 'entry')} found`}
        </Announcement>
      </div>
    </ModalDialog>
  )
}

function placeAfter(key: string, from: number, count: number): number | undefined {
  if (count === 0) return undefined
  if (key === 'ArrowDown') return (from + 1) % count
  if (key === 'ArrowUp') return (from - 1 + count) % count
  if (key === 'PageDown') return Math.min(from + 8, count - 1)
  if (key === 'PageUp') return Math.max(from - 8, 0)
  return undefined
}

function Option({
  id,
  ranked: { entry, namePlaces, detailPlaces },
  isActive,
  onPoint,
  onChoose,
}: {
  id: string
  ranked: RankedEntry
  isActive: boolean
  onPoint: () => void
  onChoose: (event: React.MouseEvent) => void
}) {
  const option = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isActive) option.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])
  return (
    // The keyboard's part is done by the box that names this option as the active one.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      ref={option}
      id={id}
      role="option"
      aria-selected={isActive}
      className={`flex min-h-9 cursor-pointer items-center gap-2.5 rounded-lg px-2.5 py-1 pointer-coarse:min-h-11 ${
        isActive ? 'bg-sunken forced-colors:outline-2' : ''
      }`}
      // Moving, not entering: the list also scrolls under a pointer that rests.
      onPointerMove={onPoint}
      onClick={onChoose}
    >
      {entry.category !== undefined && <KindDot category={entry.category} />}
      <div className="flex min-w-0 grow items-baseline gap-x-3 max-sm:flex-col">
        <span className="sm:shrink-0">
          <Marked text={entry.name} places={namePlaces} />
        </span>
        {entry.detail !== undefined && (
          <span className="max-w-full truncate font-mono text-[12.5px] text-quiet sm:ml-auto">
            <Marked text={entry.detail} places={detailPlaces} />
          </span>
        )}
      </div>
    </div>
  )
}

/** A text with the letters that were typed in bold. */
function Marked({ text, places }: { text: string; places: number[] }) {
  const typed = new Set(places)
  const pieces: { text: string; isTyped: boolean }[] = []
  for (const [place, letter] of text.split('').entries()) {
    const last = pieces.at(-1)
    if (last?.isTyped === typed.has(place)) last.text += letter
    else pieces.push({ text: letter, isTyped: typed.has(place) })
  }
  return pieces.map((piece, nth) =>
    piece.isTyped ? (
      // oxlint-disable-next-line react/no-array-index-key -- the pieces of one text, drawn anew together
      <b key={nth} className="font-semibold text-ink underline decoration-edge underline-offset-3">
        {piece.text}
      </b>
    ) : (
      // oxlint-disable-next-line react/no-array-index-key
      <Fragment key={nth}>{piece.text}</Fragment>
    ),
  )
}

/** What came of it, or how to go on. */
function Foot({ message }: { message: string }) {
  return (
    <p className="flex min-h-9 flex-wrap items-center gap-x-4 border-t border-line px-4 text-[12.5px] text-quiet">
      <output className={message === '' ? 'sr-only' : 'text-soft'}>{message}</output>
      {message === '' && (
        <>
          <span>↑ ↓ to choose</span>
          <span>Enter to go</span>
          <span>Esc to close</span>
        </>
      )}
    </p>
  )
}
