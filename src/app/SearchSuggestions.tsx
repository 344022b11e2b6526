import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type Ref, useEffect, useImperativeHandle, useState } from 'react'
import type { FacetValue } from '#contract/facets.ts'
import { type BrowseFilters, narrowing } from './filters.ts'
import { countOf, formatNumber } from './format.ts'
import { modelQueries } from './queries.ts'
import { useAsked } from './yours/useAsked.ts'
import { readKey, SEARCH_KEYS } from './searchWords.ts'

/** Takes a key of the search box, if it is meant for the list. */
export type SuggestionList = { takeKey: (key: string) => boolean }
/** Whether the list is there, and the id of the suggestion that the arrow keys have come to. */
export type ShownSuggestions = { isShown: boolean; active?: string | undefined }

export type SuggestionProps = {
  ref: Ref<SuggestionList>
  id: string
  word: string
  filters: BrowseFilters
  onComplete: (replacement: string) => void
  onShow: (shown: ShownSuggestions) => void
}

type Suggestion = { text: string; hint?: string; count?: number }

const AT_MOST = 8
const ORDERS = ['relevance', 'newest', 'updated', 'name']

/** Completes the word that is being typed to a filter: its key, then its value, with how many models it would leave. */
export function SearchSuggestions({ ref, id, word, filters, onComplete, onShow }: SuggestionProps) {
  const suggestions = useSuggestions(word, filters)
  const [dismissed, setDismissed] = useState<string>()
  const [position, setPosition] = useState({ word, place: -1 })
  // Another word begins outside the list again.
  const place = position.word === word ? Math.min(position.place, suggestions.length - 1) : -1
  const isShown = suggestions.length > 0 && dismissed !== word
  const active = isShown && place >= 0 ? `${id}-${place}` : undefined

  useEffect(() => {
    onShow({ isShown, active })
    return () => onShow({ isShown: false })
  }, [isShown, active, onShow])

  function complete({ text }: Suggestion) {
    // A key waits for its value; a value is finished by the space behind it.
    onComplete(text.endsWith(':') ? text : `${text} `)
  }

  useImperativeHandle(ref, () => ({
    takeKey(key) {
      if (!isShown) return false
      const chosen = suggestions[place]
      if (key === 'ArrowDown' || key === 'ArrowUp') {
        // One place outside the list, where the text is as it was typed.
        const places = suggestions.length + 1
        setPosition({ word, place: ((place + 1 + (key === 'ArrowDown' ? 1 : -1) + places) % places) - 1 })
        return true
      }
      if (key === 'Escape') {
        setDismissed(word)
        return true
      }
      if ((key !== 'Enter' && key !== 'Tab') || !chosen) return false
      complete(chosen)
      return true
    },
  }))

  if (!isShown) return null
  return (
    <>
      <output className="sr-only">{countOf(suggestions.length, 'suggestion')}</output>
      <div
        id={id}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no element opens from a text box like this
        role="listbox"
        aria-label="Filters"
        className="absolute inset-x-0 top-full z-30 mt-1 rounded-[10px] border border-line bg-raised p-1 text-[14px] shadow-xl"
        // The box keeps the focus.
        onPointerDown={(event) => event.preventDefault()}
        onMouseDown={(event) => event.preventDefault()}
      >
        {suggestions.map((suggestion, at) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the box has the keys
          <div
            key={suggestion.text}
            id={`${id}-${at}`}
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as above
            role="option"
            aria-selected={at === place}
            className={`flex min-h-9 cursor-pointer items-center gap-3 rounded-md px-2.5 pointer-coarse:min-h-11 ${
              at === place ? 'bg-sunken outline-2 -outline-offset-2 outline-focus' : 'hover:bg-sunken'
            }`}
            onClick={() => complete(suggestion)}
          >
            <span className="truncate font-mono text-[13px]">{suggestion.text}</span>
            <span className="ml-auto shrink-0 text-[12.5px] text-quiet">
              {suggestion.hint}
              {suggestion.count !== undefined && (
                <>
                  <span className="font-mono">{formatNumber(suggestion.count)}</span>
                  <span className="sr-only"> models</span>
                </>
              )}
            </span>
          </div>
        ))}
      </div>
    </>
  )
}

function useSuggestions(word: string, filters: BrowseFilters): Suggestion[] {
  const named = readKey(word) ?? (word.startsWith('-') ? readKey(`-tag:${word.slice(1)}`) : undefined)
  const facet = named?.facet
  const isCounted = facet !== undefined && facet !== 'status' && facet !== 'sort'
  // What the list itself asks for, where nothing else is needed.
  const { data } = useQuery({
    ...modelQueries.facets(narrowing(useAsked(filters)), isCounted ? [facet] : ['category']),
    // The list stays while the search, which goes on meanwhile, changes the counts.
    placeholderData: keepPreviousData,
  })
  const keys = named && word.includes(':') ? [] : suggestKeys(word, data !== undefined)
  if (!named) return keys
  const values = named.facet === 'sort' ? ORDERS.map((value) => ({ value })) : (data?.[named.facet] ?? [])
  if (named.facet === 'sort' && !data) return []
  const start = word.includes(':') ? word.slice(0, word.indexOf(':') + 1).replace(/^-?/, named.minus) : '-'
  const found = findValues(values, named.value).map(({ value, ...rest }) => ({
    text: start + (/\s/.test(value) ? `"${value}"` : value),
    ...rest,
  }))
  return [...keys, ...found].slice(0, AT_MOST)
}

const HINTS = {
  category: 'such as text-to-video',
  takes: 'what goes in: image, audio …',
  returns: 'what comes out: video, 3d …',
  param: 'an input: seed, end_image_url …',
  tag: 'such as lora',
  provider: 'such as fal-ai',
  group: 'such as flux.1',
  kind: 'inference or training',
  license_type: 'commercial, research, private',
  status: 'active or deprecated',
  sort: 'newest, updated, name',
} as const

/**
 * Servers without counts have the filters of the documented endpoint alone. Behind a minus, which may stand before a tag,
 * too, are those that can be excluded.
 */
function suggestKeys(word: string, hasFacets: boolean): Suggestion[] {
  const minus = word.startsWith('-') ? '-' : ''
  const beginning = word.slice(minus.length).toLowerCase()
  return [...SEARCH_KEYS]
    .filter(
      ([key, facet]) =>
        key.startsWith(beginning) &&
        key !== 'license' &&
        (hasFacets || facet === 'category' || facet === 'status') &&
        !(minus && (facet === 'status' || facet === 'sort')),
    )
    .map(([key, facet]) => ({ text: `${minus}${key}:`, hint: HINTS[facet] }))
}

/** Those that lead somewhere first, then those that begin like the text, then those that hold it. */
function findValues<Value extends Partial<FacetValue> & { value: string }>(
  values: Value[],
  text: string,
): Value[] {
  const wanted = text.toLowerCase()
  const rank = ({ value, count }: Value) =>
    (count === 0 ? 2 : 0) + (value.toLowerCase().startsWith(wanted) ? 0 : 1)
  return values
    .filter(({ value }) => value.toLowerCase().includes(wanted))
    .toSorted((a, b) => rank(a) - rank(b) || (b.count ?? 0) - (a.count ?? 0))
    .slice(0, AT_MOST)
}
