import type { Model } from '#contract/models.ts'

type Part = { text: string; isMatch: boolean }
type Match = NonNullable<Model['match']>[number]
export type MatchField = Match['field']

/** The pieces by which a search found the model in one of its fields. */
export function matchesIn(model: Model, field: MatchField): string[] {
  return (model.match ?? []).filter((match) => match.field === field).map(({ text }) => text)
}

/** The text in parts, apart by whether they are, or lie in, one of the pieces. In order, and nothing is lost. */
export function markMatches(text: string, pieces: string[]): Part[] {
  const isMarked = new Uint8Array(text.length)
  const lowered = text.toLowerCase()
  // Lower case is longer than the text in a few languages: places in it would be others.
  const [where, find] = lowered.length === text.length ? [lowered, lowerCase] : [text, asItIs]
  for (const piece of pieces.map(find).filter((piece) => piece !== '')) {
    for (let at = where.indexOf(piece); at !== -1; at = where.indexOf(piece, at + piece.length)) {
      isMarked.fill(1, at, at + piece.length)
    }
  }
  const parts: Part[] = []
  for (let start = 0; start < text.length;) {
    let end = start + 1
    while (end < text.length && isMarked[end] === isMarked[start]) end += 1
    parts.push({ text: text.slice(start, end), isMatch: isMarked[start] === 1 })
    start = end
  }
  return parts
}

const SEEN_AT_ONCE = 80
const LEAD = 30

/** A long text from shortly before its first match on, where that would be out of sight. */
export function fromFirstMatch(text: string, pieces: string[]): string {
  const places = pieces
    .map((piece) => text.toLowerCase().indexOf(piece.toLowerCase()))
    .filter((at) => at >= 0)
  const first = Math.min(...places)
  if (!Number.isFinite(first) || first < SEEN_AT_ONCE) return text
  const start = text.lastIndexOf(' ', first - LEAD)
  return start <= 0 ? text : `…${text.slice(start)}`
}

function lowerCase(text: string): string {
  return text.toLowerCase()
}

function asItIs(text: string): string {
  return text
}
