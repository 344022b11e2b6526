/** How a language writes values. */
export type Dialect = {
  indent: string
  string: (text: string) => string
  key: (name: string) => string
  constant: (value: number | boolean | null) => string
}

export const JAVASCRIPT: Dialect = {
  indent: '  ',
  // "<\/script>" is the same string, and safe in a page too.
  string: (text) => quote(text).replace(/<(?=[/!])/g, '<\\'),
  key(name) {
    // As a plain key, quoted or not, it would set the prototype.
    if (name === '__proto__') return '["__proto__"]'
    return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JAVASCRIPT.string(name)
  },
  constant: (value) => JSON.stringify(value),
}

export const PYTHON: Dialect = {
  indent: '    ',
  string: quote,
  key: quote,
  constant(value) {
    if (value === null) return 'None'
    return typeof value === 'number' ? JSON.stringify(value) : value ? 'True' : 'False'
  },
}

/** The value in the language's own notation; of what JSON cannot hold, what it would make of it. */
export function writeValue(value: unknown, dialect: Dialect, margin = ''): string {
  const json = JSON.stringify(value)
  return json === undefined ? dialect.constant(null) : write(JSON.parse(json), dialect, margin)
}

/** The value as indented JSON that can stand in source code: with no character that is invisible or turns the text. */
export function writeJson(value: unknown): string {
  return spellOut(JSON.stringify(value ?? {}, undefined, 2) ?? '{}')
}

/** Whether a type system has a type of this one value. */
export function isLiteral(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)
}

/** JSON's escapes mean the same in JavaScript and Python. */
export function quote(text: string): string {
  return spellOut(JSON.stringify(text))
}

function spellOut(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

const LINE_LENGTH = 60

function write(value: unknown, dialect: Dialect, margin: string): string {
  if (typeof value === 'string') return dialect.string(value)
  if (Array.isArray(value)) {
    const items = value.map((item) => write(item, dialect, margin + dialect.indent))
    const line = `[${items.join(', ')}]`
    const isShort =
      line.length <= LINE_LENGTH && !value.some((item) => typeof item === 'object' && item !== null)
    return isShort ? line : writeBlock('[]', items, dialect, margin)
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(
      ([name, part]) => `${dialect.key(name)}: ${write(part, dialect, margin + dialect.indent)}`,
    )
    return entries.length === 0 ? '{}' : writeBlock('{}', entries, dialect, margin)
  }
  return dialect.constant(typeof value === 'number' || typeof value === 'boolean' ? value : null)
}

function writeBlock(brackets: string, lines: string[], { indent }: Dialect, margin: string): string {
  return `${brackets[0]}\n${lines.map((line) => `${margin}${indent}${line},\n`).join('')}${margin}${brackets[1]}`
}
