import { useDeferredValue, useEffect, useMemo, useRef } from 'react'
import { store, useStored } from '#app/storage.ts'
import { useIsHydrated } from '#app/useIsHydrated.ts'
import { formatNumber } from '#app/format.ts'
import type { Field } from '#schema/field.ts'
import { walkFields } from '#schema/partsWithin.ts'
import { wordsOf } from '#schema/searchFields.ts'
import { Announcement } from '#ui/Announcement.tsx'
import { Icon } from '#ui/Icon.tsx'
import { type Explorer, ExplorerContext } from './ExplorerContext.ts'
import { FieldList, OthersToo } from './FieldList.tsx'
import { GoneNote } from './GoneNote.tsx'
import { markWords } from './markWords.ts'

/** The fields of what a model takes or returns: to read, search, open and link to. */
export function SchemaExplorer({ explorer }: { explorer: Explorer }) {
  const { root, query, matches, gone, leadsSomewhere } = explorer
  const list = useRef<HTMLDivElement>(null)
  const { type } = root
  const fields = type.kind === 'object' ? type.readFields() : [root]
  const within = useMemo(() => walkFields(root, SEVERAL + 2), [root])
  const isHydrated = useIsHydrated()
  // First what fits on the screen, unless the reader is led to a place further down, or the server drew it already.
  const isWhole = useDeferredValue(true, leadsSomewhere || !isHydrated)

  useEffect(() => (list.current ? markWords(list.current, wordsOf(query)) : undefined))

  return (
    <ExplorerContext value={explorer}>
      {within.length > SEVERAL && <ExplorerTools explorer={explorer} fields={fields} />}
      {gone && (
        <Announcement>{`The link leads to ${gone.path}, which is not here any more. The nearest place is ${gone.nearest}.`}</Announcement>
      )}
      {gone?.nearest === root.path && type.kind === 'object' && (
        <div id={root.path} tabIndex={-1} className="field-place">
          <GoneNote path={gone.path} />
        </div>
      )}
      {query !== '' && matches.length === 0 ? (
        <p className="py-6 text-soft">
          Nothing in the {root.name} has “{query.trim()}” in its name, description or choices.
        </p>
      ) : (
        <div ref={list}>
          <FieldList fields={fields} most={isWhole || leadsSomewhere ? undefined : AT_FIRST} />
        </div>
      )}
      {query === '' && type.kind === 'object' && type.isOpen && <OthersToo />}
    </ExplorerContext>
  )
}

/** More do not fit under the head of the page. */
const AT_FIRST = 6

/** With fewer fields there is nothing to search. */
const SEVERAL = 4

function ExplorerTools({ explorer, fields }: { explorer: Explorer; fields: Field[] }) {
  const { root, query, search, matches, current, goToMatch } = explorer
  const isSearching = query.trim() !== ''
  const found = matchesInWords(matches.length)
  return (
    <div
      className={`flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line bg-paper py-2.5 ${
        isSearching ? 'sticky top-(--header-height) z-10' : ''
      }`}
      data-searching={isSearching || undefined}
    >
      <div className={`relative grow ${isSearching ? 'min-w-28 basis-28' : 'min-w-56 basis-56'}`}>
        <Icon
          name="search"
          className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-quiet"
        />
        <input
          type="search"
          aria-label={`Search the ${root.name}`}
          placeholder="Names, descriptions, choices"
          autoComplete="off"
          spellCheck={false}
          // 16 px, or phones zoom the page when the box is touched.
          className="h-9 w-full rounded-lg border border-edge bg-raised pr-2 pl-8 text-[14px] placeholder:text-quiet pointer-coarse:h-11 pointer-coarse:text-[16px]"
          value={query}
          onChange={({ target }) => search(target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              event.preventDefault()
              goToMatch(event.shiftKey ? -1 : 1)
            }
            if (event.key === 'Escape' && query !== '') {
              event.preventDefault()
              search('')
            }
          }}
        />
      </div>
      {isSearching ? (
        <div className="flex items-center gap-1">
          <span className="px-1 text-[13px] text-soft tabular-nums">
            {current >= 0 ? `${formatNumber(current + 1)} of ${formatNumber(matches.length)}` : found}
          </span>
          <StepButton
            name="Previous match"
            icon="-rotate-90"
            isIdle={matches.length === 0}
            onClick={() => goToMatch(-1)}
          />
          <StepButton
            name="Next match"
            icon="rotate-90"
            isIdle={matches.length === 0}
            onClick={() => goToMatch(1)}
          />
        </div>
      ) : (
        <FoldTools explorer={explorer} fields={fields} />
      )}
      <Announcement>
        {!isSearching
          ? ''
          : current >= 0
            ? `${current + 1} of ${matches.length}: ${matches[current]}`
            : found}
      </Announcement>
    </div>
  )
}

function matchesInWords(count: number): string {
  if (count === 0) return 'No match'
  return count === 1 ? '1 match' : `${formatNumber(count)} matches`
}

function StepButton({
  name,
  icon,
  isIdle,
  onClick,
}: {
  name: string
  icon: string
  isIdle: boolean
  onClick: () => void
}) {
  return (
    <button
      type="button"
      aria-label={name}
      disabled={isIdle}
      className="inline-flex size-8 items-center justify-center rounded-lg text-soft hover:bg-sunken hover:text-ink disabled:opacity-40 pointer-coarse:size-11"
      onClick={onClick}
    >
      <Icon name="chevron" className={icon} />
    </button>
  )
}

/** What there is to fold: only what makes a difference here. */
function FoldTools({ explorer, fields }: { explorer: Explorer; fields: Field[] }) {
  const { root, isRequiredOnly, showRequiredOnly, openAll, closeAll } = explorer
  const isRequiredFirst = useStored('fields-order') === 'required-first'
  const hasParts = useMemo(() => hasFoldedParts(root), [root])
  const required = fields.filter(({ isRequired }) => isRequired).length
  const isMixed = required > 0 && required < fields.length
  return (
    <div className="-mr-2 flex flex-wrap items-center max-sm:-ml-1.5 sm:gap-x-1">
      {isMixed && (
        <>
          <Toggle isOn={isRequiredOnly} onClick={() => showRequiredOnly(!isRequiredOnly)}>
            Required only
          </Toggle>
          <Toggle
            isOn={isRequiredFirst}
            onClick={() => store('fields-order', isRequiredFirst ? undefined : 'required-first')}
          >
            Required first
          </Toggle>
        </>
      )}
      {hasParts && (
        <>
          <button type="button" className="quiet-button" onClick={openAll}>
            Expand all
          </button>
          <button type="button" className="quiet-button" onClick={closeAll}>
            Collapse all
          </button>
        </>
      )}
    </div>
  )
}

function Toggle({ isOn, onClick, children }: { isOn: boolean; onClick: () => void; children: string }) {
  return (
    <button type="button" aria-pressed={isOn} className="quiet-button" onClick={onClick}>
      {children}
    </button>
  )
}

const LOOKED_THROUGH = 400

function hasFoldedParts(root: Field): boolean {
  return walkFields(root, LOOKED_THROUGH).some(
    (field) =>
      field !== root &&
      field.type.kind === 'object' &&
      field.type.recursesTo === undefined &&
      field.type.readFields().length > 0,
  )
}
