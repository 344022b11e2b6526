import { FACETS, type FacetName } from '#contract/modelsFilter.ts'
import { type BrowseFilters, readFilters, withChoice, withFilter } from './filters.ts'

/** What the words of the search box are called, and the filters behind them: `has:seed` is `param=seed`. */
export const SEARCH_KEYS = new Map<string, FacetName | 'status' | 'sort'>([
  ['category', 'category'],
  ['takes', 'takes'],
  ['returns', 'returns'],
  ['has', 'param'],
  ['tag', 'tag'],
  ['provider', 'provider'],
  ['family', 'group'],
  ['kind', 'kind'],
  ['licence', 'license_type'],
  ['license', 'license_type'],
  ['status', 'status'],
  ['sort', 'sort'],
])

/** The values that the server knows; without those of a facet, it does not offer it. */
export type Vocabulary = { [Name in FacetName]?: string[] }

/** A filter that a word of the search box stands for. */
export type FilterWord =
  | { facet: FacetName; choice: string }
  | { facet: 'status'; choice: NonNullable<BrowseFilters['status']> }
  | { facet: 'sort'; choice: NonNullable<BrowseFilters['sort']> }

export type SearchText = {
  /** What stays in the box. */
  text: string
  /** What of it is searched. A word that is still being typed and may become a filter is not, yet. */
  q: string
  words: FilterWord[]
  /** Whether a word of them is one that nobody types at any more: it need not wait for a pause. */
  hasFinishedWord: boolean
}

/**
 * Reads what stands in the search box: words that are understood as filters leave it, all others are searched. The word
 * at the `caret` is still being typed: it counts as soon as it cannot become another one. Without a caret all are finished.
 */
export function readSearchText(text: string, vocabulary: Vocabulary, caret?: number): SearchText {
  const words: FilterWord[] = []
  let rest = text
  let q = text
  let hasFinishedWord = false
  // From the end, so that the places of those before stay right.
  for (const { word, start, end } of splitWords(text).reverse()) {
    const isBeingTyped = caret !== undefined && start <= caret && caret <= end
    if (isBeingTyped && mayBecomeAnother(word, vocabulary, caret === end)) {
      q = cut(q, start, end)
      continue
    }
    const understood = understand(word, vocabulary)
    if (!understood) continue
    words.unshift(understood)
    hasFinishedWord ||= !isBeingTyped
    rest = cut(rest, start, end)
    q = cut(q, start, end)
  }
  return { text: rest, q: q.trim().replaceAll(/\s+/g, ' '), words, hasFinishedWord }
}

/** The filters with those of the words. */
export function withWords(filters: BrowseFilters, words: FilterWord[]): BrowseFilters {
  return words.reduce(
    (narrowed: BrowseFilters, word) =>
      word.facet === 'status'
        ? withFilter(narrowed, 'status', word.choice)
        : word.facet === 'sort'
          ? withFilter(narrowed, 'sort', word.choice)
          : withChoice(narrowed, word.facet, word.choice),
    filters,
  )
}

/** Whether a filter may be meant by a part of the text: only then the values that the server knows are needed. */
export function mayHoldFilters(text: string): boolean {
  return splitWords(text).some(({ word }) => word.length > 1 && (word.startsWith('-') || readKey(word)))
}

/** Whether a word that is being typed may be completed to a filter: it has a key, or begins like one. */
export function wantsSuggestions(word: string): boolean {
  if (word.startsWith('-') || readKey(word)) return word.length > 1
  return word.length > 1 && [...SEARCH_KEYS.keys()].some((key) => key.startsWith(word.toLowerCase()))
}

/** The words of a text with their places. Quotes hold together what has spaces: `family:"flux.1 pro"`. */
export function splitWords(text: string): { word: string; start: number; end: number }[] {
  return [...text.matchAll(/(?:"[^"]*(?:"|$)|[^\s"])+/g)].map(({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }))
}

/** `-takes:audio` apart; nothing where the key is none of ours. */
export function readKey(
  word: string,
): { minus: '' | '-'; facet: FacetName | 'status' | 'sort'; value: string } | undefined {
  const [, minus, key = '', value = ''] = /^(-?)(\p{L}+):(.*)$/su.exec(word) ?? []
  const facet = SEARCH_KEYS.get(key.toLowerCase())
  if (facet === undefined) return undefined
  const isExcluded = minus === '-' || value.startsWith('-')
  return { minus: isExcluded ? '-' : '', facet, value: value.replace(/^-/, '').replaceAll('"', '') }
}

function understand(word: string, vocabulary: Vocabulary): FilterWord | undefined {
  const named = readKey(word)
  if (!named) {
    const tag = word.startsWith('-') ? findValue(vocabulary.tag, word.slice(1)) : undefined
    return tag === undefined ? undefined : { facet: 'tag', choice: `-${tag}` }
  }
  const { minus, facet, value } = named
  if (facet === 'status' || facet === 'sort') {
    if (minus) return undefined
    const { status, sort } = readFilters(new URLSearchParams([[facet, value.toLowerCase()]]))
    if (status) return { facet: 'status', choice: status }
    return sort && offersSorting(vocabulary) ? { facet: 'sort', choice: sort } : undefined
  }
  // The one facet that every server has, also when it does not tell which values there are.
  const values = vocabulary[facet] ?? (facet === 'category' && value !== '' ? [value.toLowerCase()] : [])
  const known = findValue(values, value)
  return known === undefined ? undefined : { facet, choice: `${minus}${known}` }
}

function offersSorting(vocabulary: Vocabulary): boolean {
  return FACETS.some((facet) => facet !== 'category' && vocabulary[facet] !== undefined)
}

function findValue(values: string[] = [], text: string): string | undefined {
  const wanted = text.toLowerCase()
  const asSlug = wanted.replaceAll(' ', '-')
  return (
    values.find((value) => value.toLowerCase() === wanted) ??
    values.find((value) => value.toLowerCase() === asSlug)
  )
}

/** Whether letters at the caret may make another filter of the word, or make it one in the first place. */
function mayBecomeAnother(word: string, vocabulary: Vocabulary, isAtEnd: boolean): boolean {
  const named = readKey(word)
  if (!isAtEnd) return named !== undefined || word.startsWith('-')
  if (!named) return word.length > 1 && word.startsWith('-') && isBeginning(vocabulary.tag, word.slice(1))
  const { facet, value } = named
  if (word.endsWith('"') && word.indexOf('"') < word.length - 1) return false
  if (facet === 'status' || facet === 'sort') return understand(word, vocabulary) === undefined
  return vocabulary[facet] ? isBeginning(vocabulary[facet], value) : facet === 'category'
}

function isBeginning(values: string[] = [], text: string): boolean {
  const wanted = text.toLowerCase()
  return values.some((value) => value.length > text.length && value.toLowerCase().startsWith(wanted))
}

/** The text without a word and the space behind it. */
function cut(text: string, start: number, end: number): string {
  return text.slice(0, start) + text.slice(end).trimStart()
}
