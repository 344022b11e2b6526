/** How well texts answer to what someone typed, and which letters of each text did. */
export type FuzzyMatch = { score: number; places: number[][] }

/**
 * Finds the letters of each word typed, in their order, in one of the texts. Letters side by side and at the start of
 * words count most, skipped ones count against. Undefined when a word is nowhere, or its letters lie scattered.
 */
export function fuzzyMatch(typed: string, texts: string[]): FuzzyMatch | undefined {
  const lowered = texts.map((text) => text.toLowerCase())
  const places = texts.map((): number[] => [])
  let score = 0
  for (const word of typed.toLowerCase().split(/\s+/).filter(Boolean)) {
    const ways = lowered.map((text) => matchWord(word, text))
    const best = Math.max(...ways.map((way) => way?.score ?? 0))
    const nth = ways.findIndex((way) => way?.score === best)
    const way = ways[nth]
    if (!way) return undefined
    score += best
    places[nth]?.push(...way.places)
  }
  const isWhole = lowered.includes(typed.toLowerCase().trim())
  // Of those that match alike, the one with the shortest name comes first.
  return { score: score + (isWhole ? WHOLE : 0) - (texts[0]?.length ?? 0) / 100, places }
}

const LETTER = 1
/** As good as the start of a word, so that nothing beats a word that stands there as typed. */
const BESIDE_THE_LAST = 4
const START_OF_WORD = 4
const SKIPPED = -0.5
const WHOLE = 10
/** What the letters of a word must earn on average. */
const WORTH = 2.5

/** The best of all ways to find the word's letters in the text, one letter after the other. */
function matchWord(word: string, text: string): { score: number; places: number[] } | undefined {
  const whole = placeOfWord(word, text)
  if (whole !== -1) {
    const places = Array.from({ length: word.length }, (_, nth) => whole + nth)
    return { score: word.length * (LETTER + START_OF_WORD), places }
  }
  if (!isSubsequence(word, text)) return undefined
  const cameFrom: Int16Array[] = []
  /** By place: the best score with the letter at hand there. */
  let scores = new Float64Array(text.length).fill(-Infinity)
  for (let nth = 0; nth < word.length; nth++) {
    const next = new Float64Array(text.length).fill(-Infinity)
    const origins = new Int16Array(text.length)
    let far = -Infinity
    let farPlace = -1
    for (let place = 0; place < text.length; place++) {
      far += SKIPPED
      const skippingOne = (scores[place - 2] ?? -Infinity) + SKIPPED
      if (skippingOne > far) [far, farPlace] = [skippingOne, place - 2]
      if (text[place] !== word[nth]) continue
      const bonus = isStartOfWord(text, place) ? START_OF_WORD : 0
      const beside = (scores[place - 1] ?? -Infinity) + LETTER + Math.max(bonus, BESIDE_THE_LAST)
      const apart = nth === 0 ? LETTER + bonus : far + LETTER + bonus
      next[place] = Math.max(beside, apart)
      origins[place] = beside >= apart ? place - 1 : farPlace
    }
    scores = next
    cameFrom.push(origins)
  }
  const score = Math.max(...scores)
  if (score < word.length * WORTH) return undefined
  const places = [scores.indexOf(score)]
  for (const origins of cameFrom.slice(1).reverse()) places.unshift(origins[places[0] ?? 0] ?? 0)
  return { score, places }
}

/** Where the text has a word that begins so; the common case, and no other can be better. */
function placeOfWord(beginning: string, text: string): number {
  let place = text.indexOf(beginning)
  while (place !== -1 && !isStartOfWord(text, place)) place = text.indexOf(beginning, place + 1)
  return place
}

function isSubsequence(word: string, text: string): boolean {
  let place = 0
  for (const letter of word) {
    place = text.indexOf(letter, place) + 1
    if (place === 0) return false
  }
  return true
}

/** Also a number within a word: the 2 of `flux2`. */
function isStartOfWord(text: string, place: number): boolean {
  const before = kindOf(text.charCodeAt(place - 1))
  const here = kindOf(text.charCodeAt(place))
  return here !== 'other' && (before === 'other' || (here === 'digit' && before === 'letter'))
}

/** Without a pattern, as every letter of every model comes by here. What is not ASCII counts as a letter. */
function kindOf(code: number): 'letter' | 'digit' | 'other' {
  if (code >= 48 && code <= 57) return 'digit'
  return (code >= 97 && code <= 122) || code > 127 ? 'letter' : 'other'
}
