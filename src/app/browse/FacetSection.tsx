import { useState } from 'react'
import type { FacetValue } from '#contract/facets.ts'
import type { FacetName } from '#contract/modelsFilter.ts'
import { capitalized } from '#app/categoryName.ts'
import { splitChoices } from '#app/filters.ts'
import { formatNumber } from '#app/format.ts'
import { KindDot } from '#app/KindDot.tsx'
import { Icon } from '#ui/Icon.tsx'
import { valueInWords } from './filtersInWords.ts'

const AT_FIRST = 7
const AT_MOST = 200

/**
 * The values of a facet, each with the number of models it would leave; models must have it, or where there is a `facet`,
 * must not. While the sheet is open they keep their order: what one reaches for must not move away.
 */
export function FacetSection({
  title,
  facet,
  values,
  choices,
  isOpen = false,
  onToggle,
}: {
  title: string
  facet?: FacetName
  values: FacetValue[]
  choices: string[]
  isOpen?: boolean | undefined
  onToggle: (choice: string) => void
}) {
  const { included, excluded } = splitChoices(choices)
  const [startsOpen] = useState(isOpen || choices.length > 0)
  const [order] = useState(() => orderValues(values, [...included, ...excluded]))
  const [showsAll, setShowsAll] = useState(false)
  const [wanted, setWanted] = useState('')

  const counts = new Map(values.map(({ value, count }) => [value, count]))
  const all = [...new Set([...order, ...included, ...excluded, ...counts.keys()])]
  const found = all.filter((value) =>
    inWords(value, facet).toLowerCase().includes(wanted.trim().toLowerCase()),
  )
  const isShort = wanted === '' && !showsAll && found.length > AT_FIRST + 1
  const shown = found.slice(0, isShort ? AT_FIRST : AT_MOST)

  return (
    <details open={startsOpen} className="group/section border-b border-line last:border-b-0">
      <summary className="-mx-2 flex min-h-11 items-center gap-2 rounded-md px-2 text-[14px] font-semibold">
        <h3>{title}</h3>
        {choices.length > 0 && (
          <span className="rounded-full bg-ink px-1.5 text-[11.5px] leading-4.5 font-medium text-paper">
            {choices.length}
            <span className="sr-only"> chosen</span>
          </span>
        )}
        <Icon name="chevron" className="ml-auto text-quiet group-open/section:rotate-90" />
      </summary>
      <div className="pb-3">
        {all.length > 2 * AT_FIRST && (
          <input
            type="search"
            aria-label={`Find in ${title}`}
            placeholder={`Find in ${formatNumber(all.length)}`}
            autoComplete="off"
            spellCheck={false}
            // 16 px, or phones zoom the page when the box is touched.
            className="mb-1.5 h-9 w-full rounded-lg border border-edge bg-raised px-2.5 text-[14px] placeholder:text-quiet pointer-coarse:h-11 pointer-coarse:text-[16px]"
            value={wanted}
            onChange={({ target }) => setWanted(target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || wanted === '') return
              event.preventDefault()
              setWanted('')
            }}
          />
        )}
        <ul aria-label={title}>
          {shown.map((value) => (
            <FacetRow
              key={value}
              value={value}
              facet={facet}
              count={counts.get(value) ?? 0}
              isIncluded={included.includes(value)}
              isExcluded={excluded.includes(value)}
              onToggle={onToggle}
            />
          ))}
        </ul>
        {shown.length === 0 && <p className="py-1.5 text-[13.5px] text-quiet">None like that.</p>}
        {isShort && (
          <button
            type="button"
            className="min-h-8 text-[13.5px] text-soft underline underline-offset-3 hover:text-ink pointer-coarse:min-h-11"
            onClick={() => setShowsAll(true)}
          >
            Show all {formatNumber(all.length)}
          </button>
        )}
        {found.length > shown.length && !isShort && (
          <p className="py-1.5 text-[13.5px] text-quiet">
            And {formatNumber(found.length - shown.length)} more: type a few letters of the one you look for.
          </p>
        )}
      </div>
    </details>
  )
}

function FacetRow({
  value,
  facet,
  count,
  isIncluded,
  isExcluded,
  onToggle,
}: {
  value: string
  facet: FacetName | undefined
  count: number
  isIncluded: boolean
  isExcluded: boolean
  onToggle: (choice: string) => void
}) {
  const words = inWords(value, facet)
  const isQuiet = count === 0 && !isIncluded && !isExcluded
  return (
    <li className="flex items-center gap-2">
      <label className="-ml-2 flex min-h-8 min-w-0 grow cursor-pointer items-center gap-2.5 rounded-md pr-2 pl-2 text-[13.5px] hover:bg-sunken has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-focus pointer-coarse:min-h-11">
        <input
          type="checkbox"
          className="size-4 shrink-0 accent-ink focus-visible:outline-none"
          checked={isIncluded}
          onChange={() => onToggle(value)}
        />
        {facet === 'category' && <KindDot category={value} />}
        <span className={`truncate ${isExcluded ? 'line-through' : ''} ${isQuiet ? 'text-quiet' : ''}`}>
          {words}
        </span>
        <span className="ml-auto font-mono text-[12px] text-quiet">
          {formatNumber(count)}
          <span className="sr-only"> models</span>
        </span>
      </label>
      {facet && (
        <button
          type="button"
          aria-pressed={isExcluded}
          aria-label={`Not ${words}`}
          className={`min-h-7 rounded-md border px-2 text-[12.5px] pointer-coarse:min-h-11 pointer-coarse:min-w-11 ${
            isExcluded
              ? 'border-ink bg-ink text-paper'
              : 'border-transparent text-quiet hover:border-edge hover:text-ink'
          }`}
          onClick={() => onToggle(`-${value}`)}
        >
          not
        </button>
      )}
    </li>
  )
}

/** What is chosen first, then what leaves most. */
function orderValues(values: FacetValue[], chosen: string[]): string[] {
  const byCount = values.toSorted((a, b) => b.count - a.count).map(({ value }) => value)
  return [...new Set([...chosen, ...byCount])]
}

function inWords(value: string, facet: FacetName | undefined): string {
  const words = facet ? valueInWords(facet, value) : value
  return facet === 'category' || facet === undefined ? capitalized(words) : words
}
