import { notesOf } from './comment.ts'
import { fitsShape } from './fitsShape.ts'
import { isLiteral, JAVASCRIPT, writeValue } from './literal.ts'
import type { Subject } from './subject.ts'
import { typesOf, type Declaration, type Property, type Shape } from './typeModel.ts'

/** Schemas for Zod 4 of what the model takes and returns, and the types that follow from them. */
export function writeZod({ input, output }: Subject): string {
  const { declarations } = typesOf({ input, output })
  return ['import { z } from "zod";', ...declarations.map(writeDeclaration)].join('\n\n')
}

function writeDeclaration({ name, shape, isRecursive }: Declaration): string {
  const schema = writeSchema(shape)
  // TypeScript cannot infer the type of what is made of itself.
  const value = isRecursive ? `: z.ZodType = z.lazy(() => ${schema})` : ` = ${schema}`
  return `export const ${name}${value};\nexport type ${name} = z.infer<typeof ${name}>;`
}

function writeSchema(shape: Shape): string {
  const schema = writeBareSchema(shape)
  return shape.isNullable ? `${schema}.nullable()` : schema
}

function writeBareSchema(shape: Shape): string {
  const { constraints = {} } = shape
  const checks = Object.entries(constraints)
    .map(([keyword, limit]) => writeCheck(keyword, limit))
    .join('')
  switch (shape.kind) {
    case 'named':
      return shape.name
    case 'choice':
      return writeChoice(shape.values, shape.isOpen)
    case 'list':
      return `z.array(${writeSchema(shape.item)})${checks}`
    case 'tuple':
      return `z.tuple([${shape.items.map(writeSchema).join(', ')}])`
    case 'map':
      return `z.record(z.string(), ${writeSchema(shape.value)})`
    case 'union':
      return unite(shape.branches.map(writeSchema))
    case 'object':
      return `z.object({\n${shape.properties.map(writeProperty).join('')}})`
    case 'integer':
      return `z.int()${checks}`
    case 'any':
      return 'z.unknown()'
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
      break
  }
  return `z.${shape.kind}()${checks}`
}

const CHECKS = new Map([
  ['minimum', 'min'],
  ['maximum', 'max'],
  ['exclusiveMinimum', 'gt'],
  ['exclusiveMaximum', 'lt'],
  ['multipleOf', 'multipleOf'],
  ['minLength', 'min'],
  ['maxLength', 'max'],
  ['minItems', 'min'],
  ['maxItems', 'max'],
])

function writeCheck(keyword: string, limit: unknown): string {
  if (keyword === 'pattern') return `.regex(new RegExp(${writeValue(limit, JAVASCRIPT)}, "u"))`
  const check = CHECKS.get(keyword)
  return check === undefined ? '' : `.${check}(${writeValue(limit, JAVASCRIPT)})`
}

function writeProperty({ name, shape, isRequired, ...property }: Property): string {
  const fallback = property.default && fitsShape(property.default.value, shape) ? property.default : undefined
  const optional = fallback
    ? `.default(${writeValue(fallback.value, JAVASCRIPT)})`
    : isRequired
      ? ''
      : '.optional()'
  const notes = notesOf({ ...property, limits: shape.constraints ? [] : property.limits }).join('\n')
  const description = notes === '' ? '' : `.describe(${JAVASCRIPT.string(notes)})`
  return `  ${JAVASCRIPT.key(name)}: ${writeSchema(shape)}${optional}${description},\n`
}

function writeChoice(values: readonly unknown[], isOpen: boolean): string {
  const texts = values.filter((value) => typeof value === 'string')
  const literals = values.filter((value) => isLiteral(value))
  const schemas = [
    texts.length === values.length
      ? `z.enum(${writeValue([...new Set(texts)], JAVASCRIPT, '  ')})`
      : literals.length === values.length
        ? `z.literal(${writeValue([...new Set(literals)], JAVASCRIPT, '  ')})`
        : 'z.unknown()',
    ...(isOpen ? [...new Set(values.map((value) => `z.${typeof value}()`))] : []),
  ]
  return unite(schemas)
}

function unite(schemas: string[]): string {
  const [only, ...others] = new Set(schemas)
  if (only === undefined) return 'z.unknown()'
  return others.length === 0 ? only : `z.union([${[only, ...others].join(', ')}])`
}
