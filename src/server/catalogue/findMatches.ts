import type { Match, Model } from '#contract/models.ts'
import { type Meaning, readMeanings } from './meanings.ts'
import { type PlacedTerm, placeTerms, placeWords } from './placeTerms.ts'
import type { Origin } from './rankWords.ts'

/** What was looked for: an address or id as it was typed, and the words, mistyped ones corrected. */
export type Asked = { text: string; words: readonly string[] }

export type MatchModel = (model: Model) => Match[]

/**
 * Finds the pieces of a model's own texts by which a search found it, each as it stands there and in the most visible
 * field that has it: also those of a synonym, of another form, or of two words that were typed as one.
 */
export function createMatcher({ text, words }: Asked): MatchModel {
  const meanings = readMeanings(words)

  return function match(model) {
    const { endpoint_id } = model
    const idAt = text.includes('/') ? endpoint_id.toLowerCase().indexOf(text) : -1
    if (idAt >= 0) return [{ field: 'endpoint_id', text: endpoint_id.slice(idAt, idAt + text.length) }]
    const texts = listTexts(model)
    for (const meaning of meanings) {
      const pieces = findMeaning(meaning, texts)
      if (pieces) return listOnce(pieces)
    }
    return listOnce(findName(words.join(''), texts))
  }
}

/** A text of a model; the terms are those it is found by. */
type FieldText = { field: Match['field']; text: string; visibility: number; terms: PlacedTerm[] }

/** A piece of one of the texts. */
type Piece = { in: FieldText; from: number; to: number }

/** The most visible first. */
function listTexts({ endpoint_id, metadata }: Model): FieldText[] {
  const { display_name = '', category = '', description = '', tags = [] } = metadata ?? {}
  const texts: [Match['field'], string][] = [
    ['display_name', display_name],
    ['endpoint_id', endpoint_id],
    ['category', category],
    ['description', description],
    ...tags.map((tag) => ['tags', tag] satisfies [Match['field'], string]),
  ]
  return texts.map(([field, text], visibility) => ({ field, text, visibility, terms: placeTerms(text) }))
}

/** The pieces of all parts of a meaning; undefined when one of them is nowhere. */
function findMeaning(meaning: Meaning, texts: readonly FieldText[]): Piece[] | undefined {
  const found = meaning.map((alternatives) => {
    const ways = alternatives.flatMap(({ words, origin }) => {
      const pieces = words.flatMap((word) => findWord(word, origin, texts) ?? [])
      return pieces.length === words.length ? [joinNeighbours(pieces)] : []
    })
    const [best] = ways.toSorted((a, b) => leastVisible(a) - leastVisible(b))
    const typed = alternatives[0]?.words.length ?? 0
    return best?.slice(0, Math.max(typed, MAX_PIECES))
  })
  return found.some((pieces) => pieces === undefined) ? undefined : found.flatMap((pieces) => pieces ?? [])
}

/** Of one word, which a synonym of several may replace. */
const MAX_PIECES = 2

/** The word as it is, else, when it was typed, as the beginning of the shortest. */
function findWord(word: string, origin: Origin, texts: readonly FieldText[]): Piece | undefined {
  for (const text of texts) {
    const exact = text.terms.find(({ term }) => term === word)
    const begun = origin === 'typed' ? text.terms.filter(({ term }) => term.startsWith(word)) : []
    const [found = exact] = exact ? [] : begun.toSorted((a, b) => a.term.length - b.term.length)
    if (found) return { in: text, from: found.from, to: found.to }
  }
  return undefined
}

/** Pieces that follow each other in the same text as one: "background removal" for `rembg`. */
function joinNeighbours(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    const between = last?.in === piece.in && last.to <= piece.from && piece.in.text.slice(last.to, piece.from)
    if (last && typeof between === 'string' && !/[\p{L}\p{N}]/u.test(between)) last.to = piece.to
    else joined.push({ ...piece })
  }
  return joined
}

function leastVisible(pieces: readonly Piece[]): number {
  return Math.max(...pieces.map((piece) => piece.in.visibility))
}

/** The words of a name that were typed as one, and maybe not to their end: "gptimage1". */
function findName(joined: string, texts: readonly FieldText[]): Piece[] {
  for (const text of texts.filter(({ field }) => field === 'display_name' || field === 'endpoint_id')) {
    const words = placeWords(text.text)
    for (const [start, first] of words.entries()) {
      let written = ''
      for (const { term, to } of words.slice(start)) {
        written += term
        if (written.startsWith(joined)) return [{ in: text, from: first.from, to }]
        if (!joined.startsWith(written)) break
      }
    }
  }
  return []
}

function listOnce(pieces: readonly Piece[]): Match[] {
  const matches = new Map<string, Match>()
  for (const { in: place, from, to } of pieces) {
    const text = place.text.slice(from, to)
    matches.set(`${place.field} ${text}`, { field: place.field, text })
  }
  return [...matches.values()]
}
