import type { Property } from './typeModel.ts'

type Told = Pick<Property, 'isDeprecated' | 'description' | 'limits'>

/** Everything a reader is told about a property, a paragraph each. */
export function notesOf({ isDeprecated, description, limits }: Told): string[] {
  return [
    ...(isDeprecated ? ['Deprecated.'] : []),
    ...(description === undefined ? [] : [description]),
    ...(limits.length === 0 ? [] : [`Limits: ${limits.join(', ')}.`]),
  ]
}

/** Text of a stranger that may stand in a comment: it cannot end it, and nothing in it is invisible. */
export function commentText(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[^\P{C}\n]/gu, ' ')
    .replaceAll('*/', '*\\/')
}

/** A comment of one line, whatever the text. */
export function lineComment(mark: string, text: string): string {
  return `${mark} ${commentText(text).replace(/\s+/g, ' ').trim()}`
}
