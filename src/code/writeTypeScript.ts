import { commentText, notesOf } from './comment.ts'
import { isLiteral, JAVASCRIPT, writeValue } from './literal.ts'
import type { Subject } from './subject.ts'
import { typesOf, type Property, type Shape } from './typeModel.ts'

/** Types of what the model takes and returns. */
export function writeTypeScript({ input, output }: Subject): string {
  const { declarations } = typesOf({ input, output })
  return declarations
    .map(
      ({ name, shape, description }) =>
        `${writeComment(description === undefined ? [] : [description], '')}export type ${name} = ${writeType(shape)};`,
    )
    .join('\n\n')
}

export function writeType(shape: Shape): string {
  const type = writeBareType(shape)
  return shape.isNullable ? `${type} | null` : type
}

function writeBareType(shape: Shape): string {
  switch (shape.kind) {
    case 'named':
      return shape.name
    case 'choice':
      return writeChoice(shape.values, shape.isOpen)
    case 'list':
      return `Array<${writeType(shape.item)}>`
    case 'tuple':
      return `[${shape.items.map(writeType).join(', ')}]`
    // An index signature may refer to the type it stands in, Record may not.
    case 'map':
      return `{ [name: string]: ${writeType(shape.value)} }`
    case 'union':
      return unite(shape.branches.map(writeType))
    case 'object':
      return shape.properties.length === 0
        ? 'Record<string, unknown>'
        : `{\n${shape.properties.map(writeProperty).join('')}}`
    case 'integer':
      return 'number'
    case 'any':
      return 'unknown'
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
      break
  }
  return shape.kind
}

function writeProperty({ name, shape, isRequired, ...property }: Property): string {
  const notes = notesOf(property)
  const fallback = property.default
  if (fallback) notes.push(`@default ${JSON.stringify(fallback.value)}`)
  const key = name === '__proto__' ? '"__proto__"' : JAVASCRIPT.key(name)
  return `${writeComment(notes, '  ')}  ${key}${isRequired ? '' : '?'}: ${writeType(shape)};\n`
}

function writeChoice(values: readonly unknown[], isOpen: boolean): string {
  const literals = values.map((value) => (isLiteral(value) ? writeValue(value, JAVASCRIPT) : 'unknown'))
  // Editors go on offering the choices beside `string & {}`, which beside `string` they would not.
  const others = [...new Set(values.map((value) => `(${typeof value} & {})`))]
  return unite(isOpen ? [...literals, ...others] : literals)
}

function unite(types: string[]): string {
  return [...new Set(types)].join(' | ') || 'unknown'
}

function writeComment(notes: string[], margin: string): string {
  const lines = notes.flatMap((note) => commentText(note).split('\n'))
  const [only] = lines
  if (only === undefined) return ''
  if (lines.length === 1) return `${margin}/** ${only} */\n`
  return `${margin}/**\n${lines.map((line) => `${margin} * ${line}`.trimEnd()).join('\n')}\n${margin} */\n`
}
