import { MAKERS, PRODUCTS, SMALL_WORDS, VARIANTS, WORDS } from './spelling.ts'

export type NameParts = {
  /** The product with its version: `Kling 2.1`. */
  family: string
  /** What tells this endpoint from others of the family: `Master Image to Video`; empty for the plain product. */
  variant: string
}

/**
 * The names endpoints go by, from the words of their ids in the spelling of the makers. Where two would get the same
 * name, the first one keeps it, and the other one tells the part of its id that differs.
 */
export function displayNames(endpointIds: string[]): Map<string, string> {
  const owners = new Map<string, string>()
  for (const endpointId of endpointIds) {
    const { family, variant } = nameParts(endpointId)
    const name = variant === '' ? family : `${family} ${variant}`
    const first = owners.get(name)
    owners.set(first === undefined ? name : `${name} (${differingSegment(endpointId, first)})`, endpointId)
  }
  return new Map([...owners].map(([name, endpointId]) => [endpointId, name]))
}

function differingSegment(endpointId: string, other: string): string {
  const others = other.split('/')
  return endpointId.split('/').find((segment, place) => segment !== others[place]) ?? endpointId
}

/**
 * Takes an id apart into words, the product they begin with, the product's version, and the rest. An unknown product
 * of fal's own is the id's whole first segment; under another owner's name the owner's is the family.
 */
export function nameParts(endpointId: string): NameParts {
  const [owner = '', ...segments] = endpointId.toLowerCase().split('/')
  const words = segments.flatMap(wordsOf)
  const maker = MAKERS.get(owner) ?? capitalised(owner)
  const known = longestEntry(PRODUCTS, words)
  const unknown = maker === '' ? wordsOf(segments[0] ?? '') : []
  const used = known?.length ?? unknown.length
  const spelled = known?.spelled ?? spell(unknown)
  const product = spelled.replace(/ Preview$/, '')
  const rest = words.slice(used)
  const versions = takeWhile(rest, isVersion)
  const name = [withoutRepetition(maker, product), product, spell(versions)].filter(Boolean).join(' ')
  const bracket = name.indexOf(' [')
  const family = bracket < 0 ? name : name.slice(0, bracket)
  const grades = takeWhile(rest.slice(versions.length), (word) => GRADES.has(word))
  const task = spell(rest.slice(versions.length + grades.length))
  const variant = [
    name.slice(family.length).trim(),
    spell(grades),
    product === spelled ? '' : 'Preview',
    withoutFamily(task, family),
  ]
  return { family, variant: variant.filter(Boolean).join(' ') }
}

/** A preview is one of this grade: Imagen 4 Fast Preview. */
const GRADES = new Set(['fast', 'hd', 'turbo', 'ultra'])

/**
 * A task without what the family says already: Upscale in `Upscaler Upscale Video`, Edit in `FIBO Edit Edit`, the medium
 * in `Grok Imagine Video Edit Video`; the one in `Text to Video` tells the task.
 */
function withoutFamily(task: string, family: string): string {
  const said = family.split(' ')
  const [first = '', ...others] = task.split(' ')
  if (!others.includes('to') && isSaid(first, said.at(-1) ?? '')) return others.join(' ')
  const last = others.at(-1) ?? ''
  return others.length === 1 && MEDIA.has(last) && said.includes(last) ? first : task
}

function isSaid(word: string, last: string): boolean {
  return last === word || (word.length > 3 && last === `${word}r`)
}

const MEDIA = new Set(['Image', 'Video', 'Audio'])

function wordsOf(segment: string): string[] {
  return segment.split(/[-_]/).filter(Boolean)
}

/** `Bria` before `Bria FIBO` would be said twice. */
function withoutRepetition(maker: string, product: string): string {
  return product.startsWith(maker) ? '' : maker
}

function longestEntry(
  entries: Map<string, string>,
  words: string[],
): { spelled: string; length: number } | undefined {
  for (let length = Math.min(words.length, LONGEST_ENTRY); length > 0; length -= 1) {
    const spelled = entries.get(words.slice(0, length).join(' '))
    if (spelled !== undefined) return { spelled, length }
  }
  return undefined
}

const LONGEST_ENTRY = 6

function spell(words: string[]): string {
  const spelled: string[] = []
  for (let place = 0; place < words.length;) {
    const entry = longestEntry(VARIANTS, words.slice(place))
    spelled.push(entry?.spelled ?? spellWord(words[place] ?? '', place))
    place += entry?.length ?? 1
  }
  return spelled.join(' ')
}

function spellWord(word: string, place: number): string {
  const known = WORDS.get(word)
  if (known !== undefined) return known
  if (isVersion(word)) return spellVersion(word)
  return place > 0 && SMALL_WORDS.has(word) ? word : capitalised(word)
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** `v2.1`, `v2a`, `3.2`, `13b`, `a14b`. */
function isVersion(word: string): boolean {
  return /^v?\d+(\.\d+)*a?$|^a?\d+(\.\d+)?b$/.test(word)
}

/** `v2.1` → `2.1`, but `v2` stays; `13b` → `13B`. */
function spellVersion(word: string): string {
  return word.endsWith('b') ? word.toUpperCase() : word.replace(/^v(?=\d+\.)/, '')
}

function takeWhile(words: string[], test: (word: string) => boolean): string[] {
  const end = words.findIndex((word) => !test(word))
  return end < 0 ? words : words.slice(0, end)
}
