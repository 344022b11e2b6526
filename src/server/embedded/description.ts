import type { Medium } from '#schema/field.ts'
import { type Action, actionOf } from './action.ts'
import type { Exchanged, ExchangedMedia } from './exchangedMedia.ts'

/**
 * One plain sentence about what an endpoint does, takes and offers: `Generates video from an image and a prompt;
 * optional end frame and audio.` `notes` is what the release says of the output's properties.
 */
export function describe(endpointId: string, category: string, media: ExchangedMedia, notes: string): string {
  const words = wordsOf(endpointId)
  const action = actionOf(words, notes.toLowerCase(), category)
  const medium = action?.source ?? SOURCES.get(category) ?? SOURCES.get(category.split('-to-')[0] ?? '')
  const taken = takenBy(media, medium)
  const main = mainOf(taken, medium)
  // Where the schema tells nothing, the category may have it from the id: a picture in image-to-video.
  const source = main === undefined ? (UNKNOWN.get(medium ?? 'text') ?? '') : nounOf(main)
  const nouns = taken.filter((one) => one !== main).map(nounOf)
  // Two of the same are many, and nobody trains on one picture.
  const isMany = nouns.includes(source) || category === 'training'
  const sourceNoun = isMany ? (PLURALS.get(source) ?? source) : source
  const isAnswer = action?.says.startsWith('Answers')
  const others = distinct(isAnswer ? nouns.filter((noun) => !isText(noun)) : nouns).filter(
    (noun) => stem(noun) !== stem(source),
  )
  const sentence = clauseOf(action, words, category, media, sourceNoun, others)
  const said = new Set([source, ...others].map(stem))
  const unsaid = offersOf(media, taken).filter((offer) => !said.has(stem(offer)))
  const offers = category === 'training' ? [] : distinct(unsaid).slice(0, MOST_OFFERS)
  return offers.length === 0 ? `${sentence}.` : `${sentence}; optional ${listed(offers)}.`
}

const MOST_OFFERS = 3

function clauseOf(
  action: Action | undefined,
  words: string,
  category: string,
  media: ExchangedMedia,
  source: string,
  others: string[],
): string {
  const all = listed([source, ...others].filter(Boolean))
  if (action?.says.includes('{all}')) return fillIn(action.says, all)
  const [from, to] = category.split('-to-')
  const says = action?.says ?? (from === to && !others.some(isText) ? 'Transforms {source}' : undefined)
  if (says === undefined) return fillIn(`Generates ${targetOf(words, category, media)} from {all}`, all)
  const clause = fillIn(says, source)
  return others.length === 0 ? clause : `${clause} with ${listed(others)}`
}

/** The clause about what is given; where nothing is known of it, the clause without it. */
function fillIn(says: string, given: string): string {
  return given === ''
    ? says.replace(/( (between|for|from|in|of|to))? \{(source|all)\}/, '')
    : says.replace(/\{(source|all)\}/, given)
}

export function wordsOf(endpointId: string): string {
  return endpointId
    .slice(endpointId.indexOf('/') + 1)
    .toLowerCase()
    .replaceAll(/[-_/]+/g, ' ')
}

/**
 * What a caller has to give, pictures before sounds before words. What the category names counts, even if the schema
 * leaves it open.
 */
function takenBy({ takes }: ExchangedMedia, medium: Medium | undefined): Exchanged[] {
  const required = takes.filter(({ isRequired }) => isRequired)
  const isNeeded = medium !== 'text' || required.length === 0
  const named = isNeeded ? plainest(takes.filter((one) => one.medium === medium)) : undefined
  const isNamed =
    named === undefined ||
    required.some((one) => one.medium === medium && (isSource(one) || !isSource(named)))
  const taken = isNamed ? required : [...required, named]
  const given = taken.length > 0 ? taken : takes.slice(0, 1)
  return given.filter(isTold).sort((a, b) => placeOf(a) - placeOf(b))
}

/** Of a file that may be anything there is nothing to say. */
function isTold(one: Exchanged): boolean {
  return one.medium !== 'file' || nounOf(one) !== 'file'
}

function placeOf(one: Exchanged): number {
  const place = NOUN_ORDER.findIndex((word) => nounOf(one).includes(word))
  return place < 0 ? 0 : place
}

const NOUN_ORDER = [
  'a thing',
  'start frame',
  'end frame',
  'reference',
  'audio',
  'mask',
  'voice',
  'lyrics',
  'prompt',
  'text',
]

function mainOf(taken: Exchanged[], medium: Medium | undefined): Exchanged | undefined {
  if (medium === undefined) return taken[0]
  return plainest(taken.filter((one) => one.medium === medium)) ?? (medium === 'text' ? taken[0] : undefined)
}

/** Of one medium: not the mask, the end frame, the control image or the reference. */
function plainest(fitting: Exchanged[]): Exchanged | undefined {
  return (
    fitting.find((one) => stem(nounOf(one)) === one.medium) ??
    fitting.find((one) => nounOf(one).includes('start frame')) ??
    fitting.find(isSource) ??
    fitting[0]
  )
}

function isSource(one: Exchanged): boolean {
  return !/mask|end frame|control/.test(nounOf(one))
}

function isText(noun: string): boolean {
  return /prompt|^text$|lyrics|question|instructions|messages|concept/.test(noun)
}

function offersOf({ takes, inputs }: ExchangedMedia, taken: Exchanged[]): string[] {
  const files = takes.filter(
    (one) => !one.isRequired && isTold(one) && !taken.includes(one) && one.property !== 'system_prompt',
  )
  const offers = [
    ...files.map((one) => bare(nounOf(one))),
    ...(inputs.some((input) => /(generate|enable|with)_audio/.test(input)) ? ['audio'] : []),
    ...(inputs.some((input) => /^loras?$|^lora_(url|path)$/.test(input)) ? ['LoRAs'] : []),
    ...(inputs.includes('negative_prompt') ? ['negative prompt'] : []),
  ]
  return offers.filter((offer, place) => offers.findIndex((other) => stem(other) === stem(offer)) === place)
}

/** What a category, or its left side, is about. */
const SOURCES = new Map<string, Medium>([
  ['text', 'text'],
  ['image', 'image'],
  ['video', 'video'],
  ['audio', 'audio'],
  ['speech', 'audio'],
  ['3d', '3d'],
  ['vision', 'image'],
  ['llm', 'text'],
])

const UNKNOWN = new Map([
  ['image', 'an image'],
  ['video', 'a video'],
  ['audio', 'audio'],
  ['3d', 'a 3D model'],
])

const PLURALS = new Map([
  ['an image', 'images'],
  ['a video', 'videos'],
  ['a prompt', 'prompts'],
  ['a face image', 'face images'],
  ['a start frame', 'frames'],
])

function nounOf({ property, medium, isList }: Exchanged): string {
  const [one, many] = NOUNS[medium].find(([pattern]) => pattern.test(property))?.slice(1) ?? []
  return String((isList ? many : one) ?? one ?? medium)
}

type Noun = [property: RegExp, one: string, many?: string]

const ANY = /(?:)/

const NOUNS: Record<Exchanged['medium'], Noun[]> = {
  text: [
    [/lyrics/, 'lyrics'],
    [/question|query/, 'a question', 'questions'],
    [/message/, 'messages'],
    [/instruction/, 'instructions'],
    [/concept/, 'a concept', 'concepts'],
    [/text|script|sentence|caption|transcript|^inputs?$|^voice_/, 'text'],
    [ANY, 'a prompt', 'prompts'],
  ],
  image: [
    [/mask/, 'a mask', 'masks'],
    [/(^|_)(end|tail|last)_/, 'an end frame', 'end frames'],
    [/(^|_)(start|first)_/, 'a start frame', 'start frames'],
    [/control/, 'a control image', 'control images'],
    [/garment|cloth/, 'a garment image', 'garment images'],
    [/product/, 'a product image', 'product images'],
    [/face/, 'a face image', 'face images'],
    [/ref|style/, 'a reference image', 'reference images'],
    [/frame/, 'a frame', 'frames'],
    [ANY, 'an image', 'images'],
  ],
  video: [
    [/mask/, 'a mask video', 'mask videos'],
    [/ref|driving/, 'a reference video', 'reference videos'],
    [ANY, 'a video', 'videos'],
  ],
  audio: [
    [/ref|voice|speaker|sample/, 'a voice sample', 'voice samples'],
    [ANY, 'audio'],
  ],
  '3d': [[ANY, 'a 3D model', '3D models']],
  file: [[/zip|archive|data/, 'an archive of examples', 'archives of examples']],
  json: [[ANY, 'data']],
}

function targetOf(words: string, category: string, { takes, returns }: ExchangedMedia): string {
  const target = category.split('-to-').at(-1)
  const isList = returns.some(({ medium, isList: list }) => medium === target && list)
  if (target === 'image' && /vector|svg/.test(words)) return 'vector graphics'
  if (target === 'image') return isList ? 'images' : 'an image'
  if (target === '3d') return /world/.test(words) ? 'a 3D world' : 'a 3D model'
  const isSung = takes.some(({ property }) => property.includes('lyrics'))
  if (target === 'audio' && (isSung || /music|song|lyria|sonauto/.test(words))) return 'music'
  if (target === 'audio' && /sound effect/.test(words)) return 'sound effects'
  return target ?? 'files'
}

/** `a, b and c` */
function listed(nouns: string[]): string {
  const last = nouns.at(-1) ?? ''
  return nouns.length < 2 ? last : `${nouns.slice(0, -1).join(', ')} and ${last}`
}

function bare(noun: string): string {
  return noun.replace(/^an? /, '')
}

/** `mask` and `masks` are not worth telling apart. */
function stem(noun: string): string {
  return bare(noun).replace(/s$/, '')
}

function distinct(nouns: string[]): string[] {
  return [...new Set(nouns)]
}
