import { indexPostings } from './indexPostings.ts'
import { mark, NOT_FOUND, type Ranks } from './ranks.ts'

/** What a model is found by: the words of what it is called, and of what is said about it. */
export type ModelWords = { called: readonly string[]; about: readonly string[] }

/**
 * How well each model has a word: as typed in what it is called, as the beginning of a word there, then the same in what
 * is said about it. What was not typed is found whole or not at all: a synonym counts as much as a beginning; another
 * form of the word, and a task's name, which people abbreviate, as if it had been typed.
 */
export type RankWord = (word: string, origin: Origin) => Ranks

/** Where a word that is looked for comes from. */
export type Origin = 'typed' | 'form' | 'synonym'

/** Words of which the ranks are kept: one search asks for the same several times, and the next goes on from it. */
const MAX_RECENT = 64

/**
 * Indexes the words of each model once. Gives what begins a search: the ranks that it finds are not to be changed, and
 * stand until the next search begins.
 */
export function indexWords(models: readonly ModelWords[]): () => RankWord {
  const count = models.length
  const called = indexPostings(models.map((model) => model.called))
  const about = indexPostings(models.map((model) => model.about))
  const recent = new Map<string, Ranks>()
  // Of many models they are large, and old when they are done with: left to the garbage collector, they would have it
  // look through all models every few hundred searches.
  const unused: Ranks[] = []

  return function beginSearch() {
    for (const [key, ranks] of recent) {
      if (recent.size <= MAX_RECENT) break
      recent.delete(key)
      if (ranks.length > 0) unused.push(ranks)
    }
    return rankRecent
  }

  function rankRecent(word: string, origin: Origin): Ranks {
    const key = `${origin} ${word}`
    const ranks = recent.get(key) ?? rankWord(word, origin)
    recent.delete(key)
    recent.set(key, ranks)
    return ranks
  }

  function rankWord(word: string, origin: Origin): Ranks {
    const whole = origin === 'synonym' && !word.includes('-to-') ? 1 : 0
    // The worst first, for a better one to take its place.
    const found = [
      ...(origin === 'typed' ? [{ positions: about.beginning(word), rank: 3 }] : []),
      { positions: about.having(word), rank: whole + 2 },
      ...(origin === 'typed' ? [{ positions: called.beginning(word), rank: 1 }] : []),
      { positions: called.having(word), rank: whole },
    ].filter(({ positions }) => positions.length > 0)
    if (found.length === 0) return new Uint8Array()
    const ranks = (unused.pop() ?? new Uint8Array(count)).fill(NOT_FOUND)
    for (const { positions, rank } of found) mark(ranks, positions, rank)
    return ranks
  }
}
