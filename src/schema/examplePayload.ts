import type { Field, FieldType, Medium } from './field.ts'
import { findMedia } from './media.ts'
import { requiredFirst } from './readModelSchema.ts'

/**
 * A plausible first call: what the model requires, what it works on and the knobs people turn first, with valid
 * values. The model's category, such as `text-to-image`, tells whether it can do without a picture, film or sound.
 */
export function examplePayload(input: Field | undefined, category = ''): Record<string, unknown> {
  if (input === undefined || input.type.kind !== 'object') return {}
  const fields = input.type.readFields().filter(({ isDeprecated }) => !isDeprecated)
  const required = fields.filter(({ isRequired }) => isRequired)
  const material = required.some(isMaterial) ? [] : materialOf(fields)
  const isWorkable =
    /^(text|llm)/.test(category) || [...required, ...material].some((field) => holds(field, FILES))
  const scene = isWorkable ? [] : sceneOf(fields)
  const knobs = fields.filter((field) => !field.isRequired && KNOBS.has(field.name) && hasOwnValue(field))
  const shown = new Set([...required, ...material, ...scene, ...knobs.slice(0, KNOBS_SHOWN)])
  return payloadOf(
    requiredFirst(fields).filter((field) => shown.has(field)),
    { values: VALUES_AT_MOST },
    0,
  )
}

/** A valid value for the field: its authors' example or default, or else one that is made up. */
export function exampleValue(field: Field): unknown {
  return valueOf(field, { values: VALUES_AT_MOST }, 0)
}

const KNOBS = new Set([
  'image_size',
  'video_size',
  'aspect_ratio',
  'resolution',
  'duration',
  'num_inference_steps',
  'guidance_scale',
  'voice',
])
const KNOBS_SHOWN = 3
const VALUES_AT_MOST = 500
const DEPTH_LIMIT = 6
/** Longer examples would bury the call. */
const CHARACTERS_AT_MOST = 1000

type Budget = { values: number }

/** Some models require nothing to work on, and yet do nothing without a prompt or a picture. */
function materialOf(fields: Field[]): Field[] {
  const material = fields.filter(({ name, medium }) => medium !== undefined && !/negative|system/.test(name))
  const best = material.find(hasOwnValue) ?? material[0]
  return best === undefined ? [] : [best]
}

/** Few edits and animations require what they start from: authors leave a choice between several properties. */
function sceneOf(fields: Field[]): Field[] {
  const rank = ({ name }: Field) =>
    /^(image|video|audio)(_url)?s?$/.test(name) ? 0 : /mask|end_|last_/.test(name) ? 2 : 1
  return fields
    .filter((field) => holds(field, SCENES))
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, 1)
}

const SCENES = /image|video|audio/
const FILES = /image|video|audio|3d|file/

function holds(field: Field, media: RegExp): boolean {
  return findMedia(field, true).some(({ medium, isRequired }) => isRequired && media.test(medium))
}

function isMaterial({ medium, type }: Field): boolean {
  return medium !== undefined || ['object', 'list', 'union'].includes(type.kind)
}

function hasOwnValue(field: Field): boolean {
  return findOwnValue(field) !== undefined
}

function payloadOf(fields: Field[], budget: Budget, depth: number): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field.name, valueOf(field, budget, depth)]))
}

function valueOf(field: Field, budget: Budget, depth: number): unknown {
  budget.values -= 1
  const own = findOwnValue(field)?.value
  return own === undefined ? inventValue(field, budget, depth) : withoutUnknown(own, field.type)
}

/** The authors' own example, or else their default, unless it contradicts the type. */
function findOwnValue(field: Field): { value: unknown } | undefined {
  const defaults = field.default === undefined ? [] : [field.default.value]
  const value = [...field.examples, ...defaults].find(
    (value) =>
      fits(value, field.type) && isTelling(value) && JSON.stringify(value).length <= CHARACTERS_AT_MOST,
  )
  return value === undefined ? undefined : { value }
}

/** Authors' examples hold properties that their schemas no longer name. */
function withoutUnknown(value: unknown, type: FieldType): unknown {
  if (type.kind !== 'object' || type.isOpen || typeof value !== 'object' || value === null) return value
  const names = new Set(type.readFields().map(({ name }) => name))
  return names.size === 0
    ? value
    : Object.fromEntries(Object.entries(value).filter(([name]) => names.has(name)))
}

function isTelling(value: unknown): boolean {
  return value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
}

function fits(value: unknown, type: FieldType): boolean {
  switch (type.kind) {
    case 'string':
    case 'number':
    case 'boolean':
      return typeof value === type.kind
    case 'integer':
      return Number.isInteger(value)
    case 'null':
      return value === null
    case 'choice':
      return type.values.includes(value) || (type.isOpen && typeof value === typeof type.values[0])
    case 'list':
      return Array.isArray(value) && value.every((item) => fits(item, type.item.type))
    case 'tuple':
      return Array.isArray(value) && value.length === type.items.length
    case 'object':
    case 'map':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
    case 'union':
      return type.branches.some((branch) => fits(value, branch.type))
    case 'any':
    case 'missing':
      break
  }
  return true
}

function inventValue(field: Field, budget: Budget, depth: number): unknown {
  const { type, least } = field
  const isTooMuch = depth > DEPTH_LIMIT || budget.values < 0
  switch (type.kind) {
    case 'string':
      return inventString(field, type.format)
    case 'number':
    case 'integer':
      return least ?? 1
    case 'boolean':
      return false
    case 'choice':
      return type.values[0]
    case 'list':
      if (isTooMuch) return []
      return Array.from({ length: Math.min(Math.max(least ?? 1, 1), ITEMS_AT_MOST) }, () =>
        valueOf(type.item, budget, depth + 1),
      )
    case 'tuple':
      return isTooMuch ? [] : type.items.map((item) => valueOf(item, budget, depth + 1))
    case 'union': {
      const [first] = type.branches
      return first === undefined || isTooMuch ? null : valueOf(first, budget, depth + 1)
    }
    case 'object':
      return isTooMuch || type.recursesTo !== undefined ? {} : inventObject(field, type, budget, depth)
    case 'map':
      return {}
    case 'null':
      return null
    case 'any':
    case 'missing':
      break
  }
  return field.medium === undefined ? {} : inventString(field)
}

const ITEMS_AT_MOST = 10

function inventObject(
  { medium }: Field,
  type: FieldType & { kind: 'object' },
  budget: Budget,
  depth: number,
): Record<string, unknown> {
  const fields = type
    .readFields()
    .map((field) => (field.name === 'url' && medium && medium !== 'file' ? { ...field, medium } : field))
  const required = fields.filter(({ isRequired }) => isRequired)
  return payloadOf(
    required.length > 0 || fields.length === 0 ? required : materialOf(fields),
    budget,
    depth + 1,
  )
}

/** The first word in quotes after "e.g.", "for example", "such as", "one of" or a bracket. */
const QUOTED = /(?:\be\.?g\b\.?|example|such as|one of|\()[,:]?\s*(['"`])([^\s'"`]{1,40})\1/i
const SAMPLES: Record<Medium, string> = {
  text: 'A lighthouse at dusk',
  image: 'https://example.com/image.png',
  video: 'https://example.com/video.mp4',
  audio: 'https://example.com/audio.mp3',
  '3d': 'https://example.com/model.glb',
  file: 'https://example.com/archive.zip',
  json: '{}',
}

/** By a word at the end of a property's name: what the general sample cannot stand for. */
const NAMED = new Map([
  ['url', 'https://example.com'],
  ['uri', 'https://example.com'],
  // Of weights, as a rule.
  ['path', 'https://example.com/weights.safetensors'],
  ['lyrics', '[verse]\nLow tide\n[chorus]\nHigh tide'],
  ['instruction', 'Add a lighthouse'],
  ['tags', 'lofi, calm'],
  ['genres', 'lofi calm'],
  ['model', 'google/gemini-2.5-flash'],
  ['voice', 'Aria'],
  ['lang', 'es'],
])

function inventString({ name, medium, least = 0, description = '' }: Field, format?: string): string {
  if (medium && medium !== 'text') return SAMPLES[medium]
  if (format?.startsWith('uuid')) return '00000000-0000-4000-8000-000000000000'
  const quoted = medium ? undefined : QUOTED.exec(description)?.[2]
  if (quoted && quoted.length >= least) return quoted
  const word = format === 'uri' ? format : /[^_]*(?=(_prompt)?$)/.exec(name)?.[0]
  const sample = NAMED.get(word ?? '') ?? (medium ? SAMPLES.text : 'example')
  return sample.padEnd(Math.min(least, CHARACTERS_AT_MOST), ` ${sample}`)
}
