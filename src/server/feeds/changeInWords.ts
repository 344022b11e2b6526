import type { SchemaChange } from '#contract/history.ts'

/** One change of a schema as a line of plain text. */
export function changeInWords(change: SchemaChange): string {
  const { kind, path } = change
  switch (kind) {
    case 'added':
    case 'removed':
      return `${path}: ${kind}, ${change.type}${change.required ? ', required' : ''}`
    case 'renamed':
      return `${path}: renamed as it seems, from ${change.before}`
    case 'type':
      return `${path}: type ${change.before} → ${change.after}`
    case 'choices':
      return `${path}: choices ${[...withSign('+', change.added), ...withSign('−', change.removed)].join(', ')}`
    case 'default':
      return `${path}: default ${valueInWords(change.before)} → ${valueInWords(change.after)}`
    case 'required':
      return `${path}: ${change.after ? 'now required' : 'no longer required'}`
    default:
      return `${path}: limits ${change.before.join(', ') || 'none'} → ${change.after.join(', ') || 'none'}`
  }
}

function withSign(sign: string, values: unknown[]): string[] {
  return values.map((value) => `${sign} ${valueInWords(value)}`)
}

function valueInWords(value: unknown): string {
  return JSON.stringify(value) ?? 'none'
}
