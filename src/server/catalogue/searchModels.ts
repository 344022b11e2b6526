import type { Model } from '#contract/models.ts'
import { indexCorrections } from './indexCorrections.ts'
import type { Asked } from './findMatches.ts'
import { isTelling, type Meaning, readMeanings } from './meanings.ts'
import { listByPlace } from './listByPlace.ts'
import { rangeBeginning } from './rangeBeginning.ts'
import { indexNames, type ModelNames, OTHER_NAME, type Phrase } from './rankNames.ts'
import { NOT_FOUND, rankByAll, rankByAny, type Ranks } from './ranks.ts'
import { indexWords, type ModelWords, type RankWord } from './rankWords.ts'
import { SYNONYMS } from './synonyms.ts'
import { readTerms, readWords, splitWord } from './words.ts'

/**
 * Indexes the models once; the function it gives finds the positions of the models that a text names, best first.
 * Every word must be there: as it is, as the beginning of one, or by a synonym. Only when no model has them all are
 * unknown words taken for mistyped ones, and at last left out. Models found equally well keep their order, active before
 * deprecated ones, those one uses before those that train them, and variants of a model that was named by their length.
 */
export function indexModels(models: readonly Model[]): (q: string) => Found {
  const entries = models.map(readEntry)
  const rankNames = indexNames(entries)
  const beginSearch = indexWords(entries)
  const modelsByWord = countModels(entries)
  const correctWord = indexCorrections(modelsByWord)
  const knownWords = [...modelsByWord.keys()].sort()
  const standings = Uint8Array.from(entries, ({ standing }) => standing)
  const lengths = Uint8Array.from(entries, ({ length }) => Math.min(length, MAX_LENGTH))
  const longest = lengths.reduce((longest, length) => Math.max(longest, length), 0)

  // Filled anew by each search: of many models, new ones would have the garbage collector look through all of them.
  const found = new Uint32Array(models.length)
  const places = new Uint32Array(models.length)

  return function search(q) {
    const text = readAddress(q.trim().toLowerCase())
    const words = readWords(text).slice(0, MAX_WORDS)
    const foundAsTyped = find(words, text)
    if (foundAsTyped.positions.length > 0) return foundAsTyped
    const corrected = words.flatMap((word) => (isKnown(word) ? word : (correctWord(word) ?? [])))
    const foundCorrected = findRest(corrected)
    return foundCorrected.positions.length > 0 ? foundCorrected : findRest(words.filter(isKnown))
  }

  /** Finds what is left of a query, if that says anything. */
  function findRest(words: readonly string[]): Found {
    const text = words.join(' ')
    return words.some(isTelling) ? find(words, text) : { positions: new Uint32Array(), text, words }
  }

  function find(words: readonly string[], text: string): Found {
    return { positions: listPositions(words, text), text, words }
  }

  function listPositions(words: readonly string[], text: string): Uint32Array {
    const meanings = readMeanings(words)
    if (meanings.length === 0) return new Uint32Array()
    const ranks = rankMeanings(meanings, beginSearch())
    const { ranks: nameRanks, isModelNamed } = rankNames(text, writePhrase(words))
    let count = 0
    for (let position = 0; position < found.length; position++) {
      const rank = ranks[position] ?? NOT_FOUND
      const nameRank = nameRanks[position] ?? OTHER_NAME
      if (rank === NOT_FOUND && nameRank === OTHER_NAME) continue
      const place = (nameRank * RANKS + Math.min(rank, RANKS - 1)) * STANDINGS + (standings[position] ?? 0)
      // What goes on from the name of a model is a variant of it; what goes on from a maker's is best when it is new.
      const variant = isModelNamed && nameRank < OTHER_NAME ? (lengths[position] ?? 0) : 0
      found[count] = position
      places[count] = place * (longest + 1) + variant
      count++
    }
    const end = (OTHER_NAME + 1) * RANKS * STANDINGS * (longest + 1)
    return listByPlace(found.subarray(0, count), places.subarray(0, count), end)
  }

  function isKnown(word: string): boolean {
    const [from, to] = rangeBeginning(knownWords, word)
    return from < to
  }
}

/** What was looked for, and the positions of the models that were found by it. */
export type Found = Asked & { positions: Uint32Array }

/** A query longer than this names its model in the first words or not at all. */
const MAX_WORDS = 12

type Entry = ModelNames &
  ModelWords & {
    /** Less comes first among models found equally well. */
    standing: number
    /** How many words the id has; a task such as image-to-video has two. */
    length: number
  }

function readEntry({ endpoint_id, metadata }: Model): Entry {
  const id = endpoint_id.toLowerCase()
  const ids = [id, id.slice(id.indexOf('/') + 1)]
  const name = metadata?.display_name ?? ''
  return {
    standing: (metadata?.status === 'deprecated' ? 2 : 0) + (metadata?.kind === 'training' ? 1 : 0),
    ids,
    idPhrases: ids.map((text) => writePhrase(readWords(text))),
    namePhrase: writePhrase(readWords(name)),
    length: readWords(id).flatMap((word) => (word.includes('-to-') ? splitWord(word) : word)).length,
    called: readAllTerms([id, name]),
    about: readAllTerms([metadata?.category ?? '', metadata?.description ?? '', ...(metadata?.tags ?? [])]),
  }
}

function writePhrase(words: readonly string[]): Phrase {
  return { spaced: words.map((word) => `${word} `).join(''), joined: words.join('') }
}

function readAllTerms(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap(readTerms))]
}

/** How many models have a word; the words of synonyms are known too, whether or not a model has them. */
function countModels(entries: readonly Entry[]): Map<string, number> {
  const counts = new Map(
    SYNONYMS.flat()
      .flatMap(readWords)
      .map((word) => [word, 0]),
  )
  for (const { called, about } of entries) {
    for (const word of new Set([...called, ...about])) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return counts
}

/** The id in the address of a model's page, which people paste; any other text as it is. */
function readAddress(text: string): string {
  const [, path] = /^https?:\/\/[^/]+\/(?:models\/)?(.+?)(?:\/(?:api|playground))?\/?$/.exec(text) ?? []
  return path ?? text
}

function rankMeanings(meanings: readonly Meaning[], rankWord: RankWord): Ranks {
  return rankByAny(
    meanings.map((parts) =>
      rankByAll(
        parts.map((alternatives) =>
          rankByAny(
            alternatives.map(({ words, origin }) => rankByAll(words.map((word) => rankWord(word, origin)))),
          ),
        ),
      ),
    ),
  )
}

/** Those of a word, one less bad for the models that only their names find. */
const RANKS = 5

/** Active or deprecated, to use or to train. */
const STANDINGS = 4

const MAX_LENGTH = 255
