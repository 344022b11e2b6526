import type { Medium } from '#schema/field.ts'
import { type Components, type JsonSchema, namedBy } from './jsonSchema.ts'

/** One property that holds text, the address of a file, a file, or plain values. */
export type Exchanged = {
  property: string
  medium: Medium
  /** Also true of a file that is used by default: without one of its kind the endpoint makes no sense. */
  isRequired: boolean
  isList: boolean
}

/** What an endpoint takes and returns, property by property, in the order of its schema. */
export type ExchangedMedia = {
  takes: Exchanged[]
  returns: Exchanged[]
  /** The names of all properties of the input. */
  inputs: string[]
}

type MediumOf = (property: string, schema: JsonSchema) => Medium | undefined

/** Reads it off the names and types of properties: the releases say nowhere what a file contains. */
export function exchangedMedia(input: string, output: string, components: Components): ExchangedMedia {
  return {
    takes: read(input, takenMedium),
    returns: withoutBookkeeping(read(output, returnedMedium)),
    inputs: Object.keys(components.get(input)?.properties ?? {}),
  }

  function read(component: string, mediumOf: MediumOf): Exchanged[] {
    const { properties = {}, required = [] } = components.get(component) ?? {}
    return Object.entries(properties).flatMap(([property, schema]) => {
      const { inner, isList } = withoutLists(schema)
      const isRequired = required.includes(property) || (isAddress(inner) && Boolean(schema.default))
      const medium = mediumOf(property, { description: schema.description ?? '', ...inner })
      if (medium !== undefined) return [{ property, medium, isRequired, isList }]
      const held = heldBy(inner, property, mediumOf, NESTING_LIMIT)
      return held.map((part) => ({ ...part, isRequired: isRequired && part.isRequired, isList }))
    })
  }

  /** An object that holds files, such as a keyframe with its picture, counts as those files. */
  function heldBy(schema: JsonSchema, property: string, mediumOf: MediumOf, depth: number): Exchanged[] {
    const holder = namedBy(schema) ?? ''
    const { properties = {}, required = [] } = components.get(holder) ?? {}
    const held = Object.entries(properties).flatMap(([name, part]): Exchanged[] => {
      const { inner, isList } = withoutLists(part)
      const isRequired = required.includes(name)
      const medium = mediumOf(name, { description: part.description ?? '', ...inner })
      if (medium === undefined) return depth === 0 ? [] : heldBy(inner, property, mediumOf, depth - 1)
      if (medium === 'text') return [{ property: `${property}_${name}`, medium, isRequired, isList }]
      const known = medium === 'file' ? (mediumNamed(property) ?? mediumNamed(holder) ?? medium) : medium
      return [{ property: name, medium: known, isRequired, isList }]
    })
    if (mediumOf === takenMedium) return held
    const files = held.filter(({ medium }) => isFile(medium))
    const isValue = files.length === 0 && held.length > 0
    return isValue ? [{ property, medium: 'json', isRequired: true, isList: false }] : files
  }

  function takenMedium(property: string, schema: JsonSchema): Medium | undefined {
    if (MODEL_PARTS.test(property)) return undefined
    const { description = '' } = schema
    if (
      isAddress(schema) ||
      (isString(schema) && (ADDRESS.test(property) || SAID_ADDRESS.test(description)))
    ) {
      return mediumNamed(property) ?? mediumNamed(description) ?? 'file'
    }
    return isString(schema) && TEXT.test(property) ? 'text' : undefined
  }

  function returnedMedium(property: string, schema: JsonSchema): Medium | undefined {
    const file = titleOfFile(schema)
    if (file !== undefined || isAddress(schema) || ADDRESS.test(property)) {
      return (
        mediumNamed(property) ?? mediumNamed(file ?? '') ?? mediumNamed(schema.description ?? '') ?? 'file'
      )
    }
    if (isString(schema)) return 'text'
    return schema.type === undefined && namedBy(schema) !== undefined ? undefined : 'json'
  }

  function titleOfFile(schema: JsonSchema): string | undefined {
    const name = [schema, ...(schema.anyOf ?? [])].map(namedBy).find((named) => named !== undefined)
    const file = name === undefined ? undefined : components.get(name)
    return file?.properties?.['url'] ? (file.title ?? name) : undefined
  }
}

/** What comes along with the result matters only where it is the result. */
function withoutBookkeeping(returns: Exchanged[]): Exchanged[] {
  const results = returns.filter(({ property, medium }) => isFile(medium) || !BOOKKEEPING.test(property))
  return results.length > 0 ? results : returns
}

function isFile(medium: Medium): boolean {
  return medium !== 'text' && medium !== 'json'
}

function withoutLists(schema: JsonSchema): { inner: JsonSchema; isList: boolean } {
  const list = [schema, ...(schema.anyOf ?? [])].find(({ type }) => type === 'array')
  return list?.items
    ? { inner: withoutLists(list.items).inner, isList: true }
    : { inner: schema, isList: false }
}

function isAddress(schema: JsonSchema): boolean {
  return [schema, ...(schema.anyOf ?? [])].some(({ format }) => format === 'uri')
}

function isString(schema: JsonSchema): boolean {
  return [schema, ...(schema.anyOf ?? [])].some(({ type, enum: choices }) => type === 'string' && !choices)
}

/** How deep files lie in what holds them: tracks hold keyframes, keyframes hold addresses. */
const NESTING_LIMIT = 2

const ADDRESS = /(^|_)(ur[il]s?|image|images|video|audio)$/
const SAID_ADDRESS = /^(the )?url of (the|an?) /i
const MODEL_PARTS =
  /lora|weights|checkpoint|embedding|^path$|config|webhook|controlnet_url|scheduler|\w_model_url|^transformer/
const TEXT =
  /^(?!negative_)(\w+_)?(prompts?|text|texts|lyrics|script|messages?|instructions?|query|question|caption|transcript|concept)(_list)?$|^(inputs?|sentence)$/
const BOOKKEEPING =
  /^(seeds?|timings?|(has_)?nsfw\w*|prompt|\w*_prompt|logs?|usage|\w*_id|\w*time\w*|error|debug\w*|inference\w*|fps|width|height|num_frames|duration\w*|cost|status|\w*file_size|partial|finish_reason|\w*lang(uage)?|sample_rate|r?rtf|\w+_rtf|reasoning)$/

/** The medium that a name or a description speaks of first. */
function mediumNamed(text: string): Medium | undefined {
  const words = text
    .replaceAll('_', ' ')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
  const spokenOf = MEDIUM_WORDS.map(([medium, pattern]) => ({ medium, at: words.search(pattern) }))
  const [first] = spokenOf.filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at)
  // `model_url` is a mesh; in `model_image` the model is a person.
  return first?.medium ?? (/\bmodel\b/.test(words) ? '3d' : undefined)
}

const MEDIUM_WORDS: [Medium, RegExp][] = [
  ['video', /\b(videos?|gifs?|movies?|clips?)\b/],
  [
    'image',
    /\b(images?|masks?|photos?|pictures?|frames?|faces?|portraits?|garments?|svg|thumbnails?|depth|sketch|pose|png|jpe?g|textures?|selfies?|cutout)\b/,
  ],
  [
    'audio',
    /\b(audios?|voices?|speech|songs?|music|sounds?|vocals?|stems?|wav|mp3|speakers?|instrumental|drums|bass)\b/,
  ],
  ['3d', /\b(3d|mesh|meshes|glbs?|gltf|obj|usdz|fbx|ply|stl|gaussians?|splats?)\b/],
]
