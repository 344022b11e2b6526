import { listBeginning } from './listBeginning.ts'

/** What a model is found by: the words of what it is called, and of what is said about it. */
export type ModelWords = { called: readonly string[]; about: readonly string[] }

/** How well each model answers, by its position in the catalogue: less is better, and NOT_FOUND is not at all. */
export type Ranks = Uint8Array

/**
 * How well each model has a word: as typed in what it is called, as the beginning of a word there, then the same in what
 * is said about it. What was not typed is found whole or not at all: a synonym counts as much as a beginning; another
 * form of the word, and a task's name, which people abbreviate, as if it had been typed.
 */
export type RankWord = (word: string, origin: Origin) => Ranks

/** Where a word that is looked for comes from. */
export type Origin = 'typed' | 'form' | 'synonym'

export const NOT_FOUND = 255

/** Words of which the ranks are kept: one search asks for the same several times, and the next goes on from it. */
const MAX_RECENT = 64

/** Indexes the words of each model once. The ranks that it gives are not to be changed. */
export function indexWords(models: readonly ModelWords[]): RankWord {
  const places = new Map<string, { called: number[]; about: number[] }>()
  for (const [position, { called, about }] of models.entries()) {
    for (const word of called) placesOf(word).called.push(position)
    for (const word of about) placesOf(word).about.push(position)
  }
  const words = [...places.keys()].sort()
  const recent = new Map<string, Ranks>()

  return function rankRecent(word, origin) {
    const key = `${origin} ${word}`
    const ranks = recent.get(key) ?? rankWord(word, origin)
    recent.delete(key)
    recent.set(key, ranks)
    const [oldest] = recent.keys()
    if (recent.size > MAX_RECENT && oldest !== undefined) recent.delete(oldest)
    return ranks
  }

  function rankWord(word: string, origin: Origin): Ranks {
    const ranks: Ranks = new Uint8Array(models.length).fill(NOT_FOUND)
    mark(word, origin === 'synonym' && !word.includes('-to-') ? 1 : 0)
    if (origin === 'typed') {
      for (const known of listBeginning(words, word)) mark(known, 1)
    }
    return ranks

    function mark(known: string, rank: number) {
      const { called, about } = places.get(known) ?? { called: [], about: [] }
      for (const position of called) markOne(position, rank)
      for (const position of about) markOne(position, rank + 2)
    }

    function markOne(position: number, rank: number) {
      if (rank < (ranks[position] ?? NOT_FOUND)) ranks[position] = rank
    }
  }

  function placesOf(word: string) {
    const known = places.get(word) ?? { called: [], about: [] }
    places.set(word, known)
    return known
  }
}

// Two loops that look alike: a function that chooses would be called for every model, in every search.

/** Models found by every one of these, as badly as by the worst. */
export function rankByAll(ranks: readonly Ranks[]): Ranks {
  const [first = new Uint8Array(), ...others] = ranks
  if (others.length === 0) return first
  const worst = first.slice()
  for (const ranks of others) {
    for (let position = 0; position < worst.length; position++) {
      const rank = ranks[position] ?? NOT_FOUND
      if (rank > (worst[position] ?? NOT_FOUND)) worst[position] = rank
    }
  }
  return worst
}

/** Models found by any of these, as well as by the best. */
export function rankByAny(ranks: readonly Ranks[]): Ranks {
  const [first = new Uint8Array(), ...others] = ranks
  if (others.length === 0) return first
  const best = first.slice()
  for (const ranks of others) {
    for (let position = 0; position < best.length; position++) {
      const rank = ranks[position] ?? NOT_FOUND
      if (rank < (best[position] ?? NOT_FOUND)) best[position] = rank
    }
  }
  return best
}
