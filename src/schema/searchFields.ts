import { choicesOf } from './choicesOf.ts'
import type { Field } from './field.ts'
import { partsWithin } from './partsWithin.ts'

/** Far above any real document. */
const FIELDS_AT_MOST = 12_000

/**
 * The paths of the fields whose name, title, description or choices contain every word, in reading order. The choices
 * of a union count as its own.
 */
export function searchFields(root: Field, query: string): string[] {
  const words = wordsOf(query)
  if (words.length === 0) return []
  const found: string[] = []
  const waiting = partsWithin(root).toReversed()
  let left = FIELDS_AT_MOST
  for (let field = waiting.pop(); field !== undefined && left > 0; field = waiting.pop()) {
    left -= 1
    const text = textOf(field)
    if (words.every((word) => text.includes(word))) found.push(field.path)
    const parts = field.type.kind === 'union' ? withoutChoices(field) : partsWithin(field)
    for (const part of parts.toReversed()) waiting.push(part)
  }
  return found
}

/** What is looked for, in small letters. */
export function wordsOf(query: string): string[] {
  return query.toLowerCase().split(/\s+/).filter(Boolean)
}

/** Whether a choice contains one of the words. */
export function isChoiceWith(words: string[], value: unknown): boolean {
  const text = textOfValue(value)
  return words.some((word) => text.includes(word))
}

function textOf({ name, title, description, type }: Field): string {
  const choices = choicesOf(type) ?? []
  return [name, title, description, ...choices.map(textOfValue)].join('\n').toLowerCase()
}

function textOfValue(value: unknown): string {
  return (typeof value === 'string' ? value : JSON.stringify(value)).toLowerCase()
}

function withoutChoices(field: Field): Field[] {
  return partsWithin(field).filter(({ type }) => type.kind !== 'choice')
}
