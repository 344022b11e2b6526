import type { Field, Medium } from './field.ts'

const FILES: Partial<Record<Medium, string>> = {
  image: 'image URL',
  video: 'video URL',
  audio: 'audio URL',
  '3d': '3D file URL',
  file: 'file URL',
}

/** The type of a field as a person says it: "list of image URLs", "choice or ImageSize". */
export function typeInWords({ type, medium, name }: Field): string {
  switch (type.kind) {
    case 'string': {
      const file = medium !== undefined && isAddress(name, type.format) ? FILES[medium] : undefined
      return file ?? (type.format === undefined ? 'string' : `string (${type.format})`)
    }
    case 'choice':
      if (type.values.length === 1 && !type.isOpen) return 'constant'
      return type.isOpen ? 'suggested choice' : 'choice'
    case 'object':
      return type.name ?? 'object'
    case 'list':
      return `list of ${plural(typeInWords(type.item))}`
    case 'tuple':
      return `tuple of ${type.items.length}`
    case 'map':
      return `map of ${plural(typeInWords(type.value))}`
    case 'union':
      return [...new Set(type.branches.map(typeInWords))].join(' or ')
    case 'missing':
      return `missing: ${type.ref}`
    case 'any':
      return 'any value'
    default:
      return type.format === undefined ? type.kind : `${type.kind} (${type.format})`
  }
}

function isAddress(name: string, format: string | undefined): boolean {
  return format === 'uri' || format === 'binary' || /url/i.test(name) || name === 'items'
}

function plural(words: string): string {
  return /^(string|number|integer|boolean|object|choice|any value)$|URL$/.test(words) ? `${words}s` : words
}
