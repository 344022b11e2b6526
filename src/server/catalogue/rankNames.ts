import { indexPostings } from './indexPostings.ts'
import { mark, type Ranks } from './ranks.ts'

/** Words with a space after each, and without: "veo 3.1" is also veo3.1, and "nanobanana" Nano Banana. */
export type Phrase = { spaced: string; joined: string }

/** What a model is called. */
export type ModelNames = {
  /** The id as written, whole and without its owner. */
  ids: readonly string[]
  idPhrases: readonly Phrase[]
  namePhrase: Phrase
}

/** What is looked for: as it was typed, and its words. The ranks stand until the next is looked for. */
export type RankNames = (text: string, phrase: Phrase) => { ranks: Ranks; isModelNamed: boolean }

/** The text is none of the model's names, and begins none. */
export const OTHER_NAME = 6

/**
 * Indexes what each model is called once. Less is better: the id, the id without its signs, the name, the beginning of an
 * id with its signs, that of either up to the end of a word, or into one.
 */
export function indexNames(models: readonly ModelNames[]): RankNames {
  const ids = indexPostings(models.map(({ ids }) => ids))
  const joinedIds = indexPostings(models.map(({ idPhrases }) => idPhrases.map(({ joined }) => joined)))
  const joinedNames = indexPostings(models.map(({ namePhrase }) => [namePhrase.joined]))
  const spaced = indexPostings(
    models.map(({ namePhrase, idPhrases }) => [namePhrase, ...idPhrases].map((phrase) => phrase.spaced)),
  )

  const ranks: Ranks = new Uint8Array(models.length)

  return function rankNames(text, phrase) {
    ranks.fill(OTHER_NAME)
    const named = [joinedNames.having(phrase.joined), joinedIds.having(phrase.joined), ids.having(text)]
    // The worst first, for a better one to take its place.
    mark(ranks, joinedNames.beginning(phrase.joined), 5)
    mark(ranks, joinedIds.beginning(phrase.joined), 5)
    mark(ranks, spaced.beginning(phrase.spaced), 4)
    if (text.includes('/')) mark(ranks, ids.beginning(text), 3)
    for (const [better, positions] of named.entries()) mark(ranks, positions, 2 - better)
    return { ranks, isModelNamed: named.some(({ length }) => length > 0) }
  }
}
