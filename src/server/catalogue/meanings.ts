import type { Origin } from './rankWords.ts'
import { SYNONYMS } from './synonyms.ts'
import { joinWords, readWords, splitWord } from './words.ts'

/** Words that are all meant. What was typed may go on; a synonym is meant as it stands. */
type Alternative = { words: string[]; origin: Origin }
/** One part of a query: any of its alternatives will do. */
type Part = Alternative[]
/** One way to understand a query: all of its parts. */
export type Meaning = Part[]

/** Every way to understand the words of a query: as they are, and with two neighbours written as one. */
export function readMeanings(words: readonly string[]): Meaning[] {
  const telling = words.filter((word) => !FILLERS.has(word))
  const asked = telling.length > 0 ? telling : words
  if (asked.length === 0) return []
  const joined = asked.length > MAX_JOINED_WORDS ? [] : asked.slice(1).map(joinWithPrevious)
  return [asked, ...joined].map(readParts)

  function joinWithPrevious(word: string, previous: number): string[] {
    return asked.toSpliced(previous, 2, joinWords(asked[previous] ?? '', word))
  }
}

/** Whether a word can name a model on its own: a filler or a bare number cannot. */
export function isTelling(word: string): boolean {
  return !FILLERS.has(word) && /\p{L}/u.test(word)
}

const FILLERS = new Set('a an and by for from in model models of on that the to using with'.split(' '))
const MAX_JOINED_WORDS = 6

/** The longest known phrase from each place on; a word that begins none stands for itself. */
function readParts(words: readonly string[]): Part[] {
  const parts: Part[] = []
  let start = 0
  while (start < words.length) {
    const phrase = readPhrase(words, start)
    parts.push([
      ...readSpellings(phrase).map((spelling) => ({ words: spelling, origin: 'typed' as const })),
      ...(SYNONYMS_BY_PHRASE.get(phrase.join(' ')) ?? []).map((synonym) => ({
        words: synonym,
        origin: isOtherForm(synonym, phrase) ? ('form' as const) : ('synonym' as const),
      })),
    ])
    start += phrase.length
  }
  return parts
}

function readPhrase(words: readonly string[], start: number): readonly string[] {
  for (let length = LONGEST_PHRASE; length > 1; length--) {
    const phrase = words.slice(start, start + length)
    if (SYNONYMS_BY_PHRASE.has(phrase.join(' '))) return phrase
  }
  return words.slice(start, start + 1)
}

/** A phrase as typed; a single word also in its parts (veo3 is veo, 3) and without a plural's s. */
function readSpellings(phrase: readonly string[]): string[][] {
  const [word, ...others] = phrase
  if (word === undefined || others.length > 0) return [[...phrase]]
  const parts = word.includes('-') ? [] : splitWord(word)
  const singular = /^(.{3,}[^s])s$/.exec(word)?.[1]
  return [[word], ...(parts.length > 0 ? [parts] : []), ...(singular === undefined ? [] : [[singular]])]
}

/** Of synonyms, those that only end differently are one word: inpaint and inpainting, restore and restoration. */
function isOtherForm(synonym: readonly string[], phrase: readonly string[]): boolean {
  return stem(synonym) === stem(phrase)
}

function stem(phrase: readonly string[]): string {
  return phrase.join(' ').replace(/(?:ation|ate|ing|er|ed|e|s)$/, '')
}

const SYNONYMS_BY_PHRASE = groupSynonyms()
const LONGEST_PHRASE = Math.max(...[...SYNONYMS_BY_PHRASE.keys()].map((phrase) => phrase.split(' ').length))

/** Phrase → the words of each phrase that means the same. */
function groupSynonyms(): Map<string, string[][]> {
  const groups = new Map<string, string[][]>()
  for (const line of SYNONYMS) {
    const phrases = line.map((phrase) => readWords(phrase))
    for (const phrase of phrases) {
      const key = phrase.join(' ')
      const others = phrases.filter((other) => other !== phrase)
      groups.set(key, [...(groups.get(key) ?? []), ...others])
    }
  }
  return groups
}
