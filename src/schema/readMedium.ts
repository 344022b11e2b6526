import type { FieldType, Medium } from './field.ts'
import { own, type SchemaNode } from './resolveSchema.ts'

/**
 * What a value is made of, by what the authors say, else by its names. `name` is the property's, also for
 * what stands inside of it: the items of `image_urls` are images.
 */
export function readMedium(name: string, node: SchemaNode, type: FieldType): Medium | undefined {
  const { kind } = type
  if (kind === 'object') return isFile(node) ? mediumOfFile(name, type.name, node) : undefined
  if (kind === 'list') return statedMedium(node) ?? type.item.medium
  if (kind === 'union') return statedMedium(node) ?? type.branches.find(({ medium }) => medium)?.medium
  if (kind !== 'string' && kind !== 'any' && kind !== 'map') return undefined
  return (
    statedMedium(node) ?? (isAddress(name, node) ? mediumOfAddress(name, node) : mediumOfWord(name, kind))
  )
}

/** The words of each medium, the more telling medium first: `image_zip_url` is an archive, `mask_video_url` a film. */
const WORDS: [Medium, RegExp][] = [
  ['file', /^(zip|archive|dataset)$/],
  ['3d', /^(3d|glb|gltf|mesh|obj|fbx|ply|stl|usdz|splat)$/],
  ['video', /^(video|movie|film|clip|mp4|webm|mov)$/],
  ['audio', /^(audio|speech|voice|music|sound|song|mp3|wav)$/],
  ['image', /^(image|picture|photo|mask|frame|thumbnail|texture|png|jpe?g|webp)$/],
]

const TEXT =
  /^(prompt|text|script|lyric|caption|transcript(ion)?|summary|description|question|answer|response|input|output|result|content)$/

function statedMedium(node: SchemaNode): Medium | undefined {
  const stated = own(node.ui, 'field') ?? own(node, '_fal_ui_field')
  return typeof stated === 'string' ? strongest(words(stated)) : undefined
}

function isAddress(name: string, node: SchemaNode): boolean {
  return (
    /(^|_)ur[il]s?(_\d+)?$/i.test(name) ||
    node.format === 'uri' ||
    node.format === 'binary' ||
    (typeof node.description === 'string' && /^(the )?ur[il] (of|to) /i.test(node.description))
  )
}

function mediumOfAddress(name: string, node: SchemaNode): Medium | undefined {
  // Training data comes as an archive, `images_data_url` too.
  if (name.endsWith('data_url')) return 'file'
  const told = strongest(words(name))
  if (told !== undefined) return told
  const prose = firstIn(node.description) ?? mediumOfExamples(node)
  // A "model" is weights, unless it is a shape.
  if (words(name).some((word) => /^(model|lora|weight|checkpoint|config|file)$/.test(word))) {
    return prose === '3d' ? '3d' : 'file'
  }
  return prose ?? (node.format === 'binary' ? 'file' : undefined)
}

/** Without an address in its name only the last word counts: `control_image` is one, `image_style` is not. */
function mediumOfWord(name: string, kind: 'string' | 'any' | 'map'): Medium | undefined {
  const last = words(name).at(-1)
  if (last === undefined) return undefined
  if (kind === 'string' && TEXT.test(last)) return 'text'
  return /^(image|mask|video|audio|mesh|glb)$/.test(last) ? strongest([last]) : undefined
}

/** An object that stands for a file has an address or bytes. */
function isFile(node: SchemaNode): boolean {
  return own(node.properties, 'url') !== undefined || own(node.properties, 'file_data') !== undefined
}

function mediumOfFile(name: string, component: string | undefined, node: SchemaNode): Medium {
  return (
    strongest(words(component ?? '')) ??
    strongest(words(name)) ??
    mediumOfExamples(node) ??
    firstIn(node.description) ??
    'file'
  )
}

function mediumOfExamples(node: SchemaNode): Medium | undefined {
  const example: unknown = Array.isArray(node.examples) ? node.examples[0] : node.default
  const told = own(example, 'content_type') ?? own(example, 'url') ?? example
  return typeof told === 'string' ? strongest(words(/^\w+\/|\w+$/.exec(told)?.[0] ?? '')) : undefined
}

function strongest(words: string[]): Medium | undefined {
  return WORDS.find(([, word]) => words.some((each) => word.test(each)))?.[0]
}

/** The medium that prose names first. */
function firstIn(prose: unknown): Medium | undefined {
  if (typeof prose !== 'string') return undefined
  const telling = words(prose).find((word) => strongest([word]) !== undefined)
  return telling === undefined ? undefined : strongest([telling])
}

/** Lower-case, singular: `ImageFile`, `image_files_2` and `image/file` all give `image`, `file`. */
function words(name: string): string[] {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => /[a-z]/.test(word))
    .map((word) => word.replace(/(?<=[a-z]{2})s$/, '').replace(/(?<=mesh)e$/, ''))
}
