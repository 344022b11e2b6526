import type { Medium } from '#schema/field.ts'
import type { Exchanged, ExchangedMedia } from './exchangedMedia.ts'

/** The live endpoint's name for what a model does: from the words of its id, else from what it takes and returns. */
export function categoryOf(endpointId: string, media: ExchangedMedia): string {
  const words = endpointId
    .slice(endpointId.indexOf('/') + 1)
    .toLowerCase()
    .split(/[-_/]/)
  return fromWords(words) ?? fromMedia(words, media)
}

function fromWords(words: string[]): string | undefined {
  if (words.some((word) => MAKING_OF_MODELS.has(word))) return 'training'
  for (let place = words.length - 1; place >= 0; place -= 1) {
    const abbreviated = ABBREVIATIONS.get(words[place] ?? '')
    if (abbreviated !== undefined) return abbreviated
    if (words[place] !== 'to') continue
    const source = SOURCES.get(words[place - 1] ?? '')
    const target = TARGETS.get(words[place + 1] ?? '')
    if (source === undefined || target === undefined) continue
    if (target === 'json') return 'json'
    // Speech is a medium of its own only where words matter.
    const isSpoken = target === 'speech' || target === 'text'
    return `${source === 'speech' && !isSpoken ? 'audio' : source}-to-${target}`
  }
  return undefined
}

/** `create-style`, `create-voice` and the like keep something for other endpoints, as a trainer does. */
const MAKING_OF_MODELS = new Set(['trainer', 'training', 'create'])

const ABBREVIATIONS = new Map([
  ['t2i', 'text-to-image'],
  ['i2i', 'image-to-image'],
  ['t2v', 'text-to-video'],
  ['i2v', 'image-to-video'],
  ['flf2v', 'image-to-video'],
  ['img2vid', 'image-to-video'],
  ['v2v', 'video-to-video'],
  ['tts', 'text-to-speech'],
  ['asr', 'speech-to-text'],
  ['stt', 'speech-to-text'],
])

const SOURCES = new Map([
  ['text', 'text'],
  ['prompt', 'text'],
  ['image', 'image'],
  ['images', 'image'],
  ['multiview', 'image'],
  ['sketch', 'image'],
  ['frame', 'image'],
  // start-end-to-video, reference-to-video
  ['end', 'image'],
  ['reference', 'image'],
  ['video', 'video'],
  ['audio', 'audio'],
  ['speech', 'speech'],
])

const TARGETS = new Map([
  ['image', 'image'],
  ['vector', 'image'],
  ['svg', 'image'],
  ['video', 'video'],
  ['audio', 'audio'],
  ['music', 'audio'],
  ['speech', 'speech'],
  ['dialogue', 'speech'],
  ['3d', '3d'],
  ['world', '3d'],
  ['text', 'text'],
  ['json', 'json'],
  ['lottie', 'json'],
])

function fromMedia(words: string[], media: ExchangedMedia): string {
  const target = targetOf(words, media)
  const source = sourceOf(words, media, target)
  if (source === 'image' && (target === 'text' || target === 'json')) return 'vision'
  if (source === 'text') {
    if (target === 'audio') return isSpoken(words, media) ? 'text-to-speech' : 'text-to-audio'
    if (target === 'text') return 'llm'
    if (target === 'json') return words.some((word) => STRUCTURES.has(word)) ? 'text-to-json' : 'llm'
  }
  if (target === 'json') return 'json'
  if (source === 'audio' && target === 'text') return isAsked(media) ? 'audio-to-text' : 'speech-to-text'
  return `${source}-to-${target}`
}

const STRUCTURES = new Set(['structured', 'json', 'lottie', 'omnilottie'])

function targetOf(words: string[], { takes, returns }: ExchangedMedia): Medium {
  if (words.includes('metadata')) return 'json'
  const answers = returns.filter(({ medium }) => medium === 'text' || medium === 'json')
  // Who answers questions about a picture may also draw the answer into it.
  const isLooking = words.some((word) => LOOKING.has(word)) && takes.some(({ medium }) => medium === 'image')
  if (isLooking && answers.length > 0) return 'text'
  const main = returns.filter(({ property, medium }) => medium !== 'image' || !/^masks?$/.test(property))
  const sure = main.filter(({ isRequired }) => isRequired)
  return (
    firstOf(TARGET_ORDER, sure) ??
    firstOf(TARGET_ORDER, main) ??
    firstOf(TARGET_ORDER, returns) ??
    MEDIA.find((medium) => words.includes(medium)) ??
    'json'
  )
}

const TARGET_ORDER: Medium[] = ['3d', 'video', 'image', 'audio', 'text', 'json']

const LOOKING = new Set([
  'caption',
  'detect',
  'detection',
  'ocr',
  'point',
  'query',
  'region',
  'grounding',
  'vision',
  'understand',
])

function sourceOf(words: string[], { takes }: ExchangedMedia, target: Medium): Medium {
  const sources = takes.filter((taken) => !isGuiding(taken))
  const named = MEDIA.find((medium) =>
    words.includes(medium === 'image' && target === 'text' ? 'vision' : medium),
  )
  if (named && sources.every(({ medium }) => medium === 'file' || medium === 'text')) {
    if (sources.some(({ medium }) => medium === 'file') || target === 'json') return named
  }
  if (named && target === 'text' && sources.some(({ medium }) => medium === named)) return named
  const isChange = words.some((word) => CHANGING.has(word))
  const required = sources.filter(({ isRequired }) => isRequired)
  const source =
    (isChange ? firstOf(MEDIA, sources) : undefined) ??
    firstOf(SOURCE_ORDER, required) ??
    firstOf(['text', target], sources) ??
    firstOf(SOURCE_ORDER, sources) ??
    firstOf(SOURCE_ORDER, takes) ??
    'text'
  return source === 'file' && target !== 'json' ? target : source
}

const MEDIA: Medium[] = ['3d', 'video', 'image', 'audio']
const SOURCE_ORDER: Medium[] = [...MEDIA, 'text', 'file']

/** A control picture, a region, a voice to speak with: it only guides, and is not what gets transformed. */
function isGuiding({ property, medium }: Exchanged): boolean {
  if (medium === 'image') return /control|mask/.test(property)
  return medium === 'audio' && /^ref_|reference|speaker|sample|voice/.test(property)
}

/** Words for changing what is given, even where the schema leaves open what that is. */
const CHANGING = new Set([
  'edit',
  'inpaint',
  'outpaint',
  'extend',
  'reframe',
  'remix',
  'replace',
  'remove',
  'removal',
  'multiconditioning',
  'vace',
])

function isSpoken(words: string[], { inputs }: ExchangedMedia): boolean {
  if (words.some((word) => word === 'music' || word === 'sound' || word === 'sfx')) return false
  if (words.some((word) => word === 'speech' || word === 'voice')) return true
  if (inputs.some((input) => input.includes('lyrics'))) return false
  return inputs.some((input) => /voice|speaker|^ref_|reference_audio|^texts?$/.test(input))
}

function isAsked({ takes }: ExchangedMedia): boolean {
  return takes.some(({ medium, isRequired }) => medium === 'text' && isRequired)
}

function firstOf(order: Medium[], exchanged: Exchanged[]): Medium | undefined {
  return order.find((medium) => exchanged.some((one) => one.medium === medium))
}
