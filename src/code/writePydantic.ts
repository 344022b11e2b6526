import { lineComment, notesOf } from './comment.ts'
import { fitsShape } from './fitsShape.ts'
import { PYTHON, quote, writeValue } from './literal.ts'
import type { Subject } from './subject.ts'
import { typesOf, type Declaration, type Property, type Shape } from './typeModel.ts'

/** Models for Pydantic 2 of what the model takes and returns. */
export function writePydantic({ endpointId, input, output }: Subject): string {
  const { declarations } = typesOf({ input, output })
  const names = new Set(declarations.map(({ name }) => name))
  const classes = declarations.map((declaration) => writeClass(declaration, names)).join('\n\n\n')
  const note = `What ${endpointId} takes and returns. Send input.model_dump(by_alias=True, exclude_unset=True).`
  return `from __future__ import annotations

${writeImport('typing', ['Annotated', 'Any', 'Literal'], classes)}${writeImport('pydantic', ['BaseModel', 'ConfigDict', 'Field', 'RootModel'], classes)}${lineComment('#', note)}


${classes}`
}

/** What of the module the code uses; words in its texts count too, and do no harm. */
function writeImport(module: string, names: string[], code: string): string {
  const used = names.filter((name) => new RegExp(`\\b${name}\\b`).test(code))
  return used.length === 0 ? '' : `from ${module} import ${used.join(', ')}\n\n`
}

function writeClass({ name, shape, description }: Declaration, types: ReadonlySet<string>): string {
  const lines = description === undefined ? [] : [quote(description), '']
  if (shape.kind !== 'object') {
    return writeBlock(`class ${name}(RootModel):`, [...lines, `root: ${writeType(shape)}`])
  }
  const taken = new Set<string>()
  const fields = shape.properties.map((property) => {
    const attribute = attributeName(property.name, types, taken)
    taken.add(attribute)
    return { attribute, line: writeField(attribute, property) }
  })
  const hasAlias = fields.some(({ attribute }, place) => attribute !== shape.properties[place]?.name)
  return writeBlock(`class ${name}(BaseModel):`, [
    ...lines,
    ...(hasAlias ? ['model_config = ConfigDict(populate_by_name=True)', ''] : []),
    ...fields.map(({ line }) => line),
  ])
}

function writeBlock(head: string, lines: string[]): string {
  const body = lines.length === 0 ? ['pass'] : lines
  return `${head}\n${body.map((line) => (line === '' ? '' : `    ${line}`)).join('\n')}`
}

function writeField(attribute: string, { name, shape, isRequired, ...property }: Property): string {
  const fallback = property.default && fitsShape(property.default.value, shape) ? property.default : undefined
  const isOptional = !isRequired && !fallback
  const type = writeBareType(shape)
  const notes = notesOf({ ...property, limits: shape.constraints ? [] : property.limits }).join('\n')
  const settings = [
    ...(fallback
      ? [`default=${writeValue(fallback.value, PYTHON, '    ')}`]
      : isOptional
        ? ['default=None']
        : []),
    ...(attribute === name ? [] : [`alias=${quote(name)}`]),
    ...writeConstraints(shape),
    ...(notes === '' ? [] : [`description=${quote(notes)}`]),
  ]
  const isNullable = (shape.isNullable || isOptional) && type !== 'Any' && type !== 'None'
  return `${attribute}: ${type}${isNullable ? ' | None' : ''}${settings.length === 0 ? '' : ` = Field(${settings.join(', ')})`}`
}

/** A type that keeps its constraints where it is part of another. */
function writeType(shape: Shape): string {
  const type = writeBareType(shape)
  const constraints = writeConstraints(shape)
  const whole = constraints.length === 0 ? type : `Annotated[${type}, Field(${constraints.join(', ')})]`
  return shape.isNullable && type !== 'Any' && type !== 'None' ? `${whole} | None` : whole
}

function writeBareType(shape: Shape): string {
  switch (shape.kind) {
    case 'named':
      return shape.name
    case 'choice':
      return writeChoice(shape.values, shape.isOpen)
    case 'list':
      return `list[${writeType(shape.item)}]`
    case 'tuple':
      return `tuple[${shape.items.map(writeType).join(', ') || '()'}]`
    case 'map':
      return `dict[str, ${writeType(shape.value)}]`
    case 'union':
      return unite(shape.branches.map(writeType))
    case 'object':
      return 'dict[str, Any]'
    case 'string':
    case 'number':
    case 'integer':
    case 'boolean':
    case 'null':
    case 'any':
      break
  }
  return PLAIN_TYPES[shape.kind]
}

const PLAIN_TYPES = {
  string: 'str',
  number: 'float',
  integer: 'int',
  boolean: 'bool',
  null: 'None',
  any: 'Any',
}

function writeChoice(values: readonly unknown[], isOpen: boolean): string {
  const literals = values.filter(isPythonLiteral)
  const types = [
    ...(literals.length === 0
      ? []
      : [`Literal[${literals.map((value) => writeValue(value, PYTHON)).join(', ')}]`]),
    // No literal type has a fraction.
    ...(values.some((value) => typeof value === 'number' && !isPythonLiteral(value)) ? ['float'] : []),
    ...(values.some((value) => typeof value === 'object') ? ['Any'] : []),
    ...(isOpen ? [values.every((value) => typeof value === 'string') ? 'str' : 'float'] : []),
  ]
  return unite(types)
}

function isPythonLiteral(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'boolean' || Number.isSafeInteger(value)
}

function unite(types: string[]): string {
  return types.length === 0 || types.includes('Any') ? 'Any' : [...new Set(types)].join(' | ')
}

const CONSTRAINTS = new Map([
  ['minimum', 'ge'],
  ['maximum', 'le'],
  ['exclusiveMinimum', 'gt'],
  ['exclusiveMaximum', 'lt'],
  ['multipleOf', 'multiple_of'],
  ['minLength', 'min_length'],
  ['maxLength', 'max_length'],
  ['minItems', 'min_length'],
  ['maxItems', 'max_length'],
])

function writeConstraints({ kind, constraints = {} }: Shape): string[] {
  // What a type contains itself by name brings its own.
  if (kind === 'named') return []
  const { pattern, ...limits } = constraints
  return [
    ...Object.entries(limits).flatMap(([keyword, limit]) => {
      const constraint = CONSTRAINTS.get(keyword)
      return constraint === undefined ? [] : [`${constraint}=${writeValue(limit, PYTHON)}`]
    }),
    ...(pattern !== undefined && isCommonPattern(pattern) ? [`pattern=${quote(pattern)}`] : []),
  ]
}

/** What JavaScript's expressions and Pydantic's have in common, with certainty: one that it refuses stops the program. */
function isCommonPattern(pattern: string): boolean {
  return (
    /^[\w\s^$.*+?()|,:;/@#%&!~'"=<>-]*$/.test(
      pattern.replace(/\[[\w.,:/@-]*\]|\\[dws.]|\{\d{1,3}(,\d{0,3})?\}/g, ''),
    ) && !pattern.includes('(?')
  )
}

/** The property's own name where Python and Pydantic allow it, or else one like it. */
function attributeName(name: string, types: ReadonlySet<string>, taken: ReadonlySet<string>): string {
  const word = name.replace(/\W/g, '_').replace(/^_+/, '')
  const start = /^[A-Za-z]/.test(word) ? word : `field_${word}`
  const isKept = KEPT.has(start) || MODEL_METHOD.test(start) || types.has(start)
  const base = isKept ? `${start}_` : start
  let attribute = base
  for (let count = 2; taken.has(attribute); count += 1) attribute = `${base}_${count}`
  return attribute
}

const MODEL_METHOD =
  /^model_(computed|config|construct|copy|dump|extra|fields|json|parametrized|post|rebuild|validate)/

/** Python's keywords, what a model has by itself, and the names that the annotations beside it use. */
const KEPT = new Set(
  `False None True and as assert async await break class continue def del elif else except finally for from global if
  import in is lambda nonlocal not or pass raise return try while with yield
  construct copy dict from_orm json parse_file parse_obj parse_raw schema schema_json update_forward_refs validate
  Annotated Any BaseModel ConfigDict Field Literal RootModel bool float int list str tuple`.split(/\s+/),
)
