import type { Model } from '#contract/models.ts'
import { correctWord } from './correctWord.ts'
import type { Asked } from './findMatches.ts'
import { isTelling, type Meaning, readMeanings } from './meanings.ts'
import { indexNames } from './indexNames.ts'
import { listBeginning } from './listBeginning.ts'
import { indexWords, NOT_FOUND, rankByAll, rankByAny, type Ranks, type RankWord } from './rankWords.ts'
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
  const listNamed = indexNames(entries.map(listNames))
  const rankWord = indexWords(entries)
  const modelsByWord = countModels(entries)
  const knownWords = [...modelsByWord.keys()].sort()

  return function search(q) {
    const text = readAddress(q.trim().toLowerCase())
    const words = readWords(text).slice(0, MAX_WORDS)
    const found = find(words, text)
    if (found.positions.length > 0) return found
    const corrected = words.flatMap((word) =>
      isKnown(word) ? word : (correctWord(word, modelsByWord) ?? []),
    )
    const foundCorrected = findRest(corrected)
    return foundCorrected.positions.length > 0 ? foundCorrected : findRest(words.filter(isKnown))
  }

  /** Finds what is left of a query, if that says anything. */
  function findRest(words: readonly string[]): Found {
    const text = words.join(' ')
    return words.some(isTelling) ? find(words, text) : { positions: [], text, words }
  }

  function find(words: readonly string[], text: string): Found {
    return { positions: listPositions(words, text), text, words }
  }

  function listPositions(words: readonly string[], text: string): number[] {
    const meanings = readMeanings(words)
    if (meanings.length === 0) return []
    const phrase = writePhrase(words)
    const ranks = rankMeanings(meanings, rankWord)
    const nameRanks = rankNames(text, phrase)
    // What goes on from the name of a model is a variant of it; what goes on from a maker's is best when it is new.
    const isModelNamed = [...nameRanks.values()].some((nameRank) => nameRank <= WHOLE_NAME)
    const places: number[] = []
    // By index: iterating over the entries would take as long as ranking them.
    for (let position = 0; position < entries.length; position++) {
      const rank = ranks[position] ?? NOT_FOUND
      const nameRank = nameRanks.get(position) ?? OTHER_NAME
      if (rank === NOT_FOUND && nameRank === OTHER_NAME) continue
      const { standing = 0, length = 0 } = entries[position] ?? {}
      const variant = isModelNamed && nameRank < OTHER_NAME ? Math.min(length, BASE - 1) : 0
      const place = ((nameRank * BASE + rank) * BASE + standing) * BASE + variant
      places.push(place * entries.length + position)
    }
    // As numbers: tens of thousands are sorted ten times as fast as by a comparison of ours.
    return Array.from(Float64Array.from(places).sort(), (place) => place % entries.length)
  }

  /** Of the models whose names the text may be, or begin: to look at all of them would take most of a search. */
  function rankNames(text: string, phrase: Phrase): Map<number, number> {
    const named = new Set([...listNamed(phrase.joined), ...listNamed(text)])
    return new Map(
      [...named].flatMap((position) => {
        const entry = entries[position]
        const nameRank = entry ? rankName(entry, text, phrase) : OTHER_NAME
        return nameRank === OTHER_NAME ? [] : [[position, nameRank] as const]
      }),
    )
  }

  function isKnown(word: string): boolean {
    return listBeginning(knownWords, word).next().done === false
  }
}

/** What was looked for, and the positions of the models that were found by it. */
export type Found = Asked & { positions: number[] }

/** Words with a space after each, and without: "veo 3.1" is also veo3.1, and "nanobanana" Nano Banana. */
type Phrase = { spaced: string; joined: string }

/** A query longer than this names its model in the first words or not at all. */
const MAX_WORDS = 12

type Entry = {
  /** Less comes first among models found equally well. */
  standing: number
  /** The id as written, whole and without its owner. */
  ids: string[]
  idPhrases: Phrase[]
  namePhrase: Phrase
  /** How many words the id has; a task such as image-to-video has two. */
  length: number
  /** Terms of id and name. */
  called: string[]
  /** Terms of category, tags and description. */
  about: string[]
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

/** By all that {@link rankName} looks at. */
function listNames({ ids, idPhrases, namePhrase }: Entry): string[] {
  return [...ids, namePhrase.joined, ...idPhrases.map(({ joined }) => joined)]
}

/** Less is better: the id, the name, the beginning of either up to the end of a word, or into one. */
function rankName({ ids, idPhrases, namePhrase }: Entry, text: string, { spaced, joined }: Phrase): number {
  if (ids.includes(text)) return 0
  if (idPhrases.some((id) => id.joined === joined)) return 1
  if (namePhrase.joined === joined) return 2
  if (text.includes('/') && ids.some((id) => id.startsWith(text))) return 3
  const phrases = [namePhrase, ...idPhrases]
  if (phrases.some((name) => name.spaced.startsWith(spaced))) return 4
  if (phrases.some((name) => name.joined.startsWith(joined))) return 5
  return OTHER_NAME
}

/** Above every part of the place that a model has among those found. */
const BASE = 256

const WHOLE_NAME = 2
const OTHER_NAME = 6
