import { type Comment, parse, type PropertyKey, type TSType, type TSTypeName } from 'oxc-parser'
import { type Components, type JsonSchema, refTo } from './jsonSchema.ts'
import { readPropertyDoc } from './propertyDoc.ts'

/** The component names of what an endpoint takes and returns. */
export type EndpointTypes = { input: string; output: string }

export type Release = {
  endpoints: ReadonlyMap<string, EndpointTypes>
  components: Components
}

/**
 * Reads `endpoints.d.ts` of one release of @fal-ai/client: its type aliases as OpenAPI 3.0 schemas, and which of
 * them each endpoint takes and returns. Throws when the file is not TypeScript or has no `EndpointTypeMap`.
 */
export async function readRelease(source: string): Promise<Release> {
  const { program, comments, errors } = await parse('endpoints.d.ts', source)
  const [error] = errors
  if (error) throw new Error(`endpoints.d.ts: ${error.message}`)
  const aliases = new Map<string, TSType>()
  for (const statement of program.body) {
    if (statement.type !== 'ExportNamedDeclaration') continue
    const { declaration } = statement
    if (declaration?.type === 'TSTypeAliasDeclaration')
      aliases.set(declaration.id.name, declaration.typeAnnotation)
  }
  const map = aliases.get('EndpointTypeMap')
  if (map === undefined) throw new Error('endpoints.d.ts: no EndpointTypeMap')
  aliases.delete('EndpointTypeMap')
  const components = readComponents(aliases, commentsByWhatFollows(comments, source))
  const endpoints = new Map(
    membersOf(map).map(([endpointId, types]) => {
      const { input, output } = Object.fromEntries(membersOf(types))
      return [
        endpointId,
        {
          input: componentFor(`${pascalCase(endpointId)}Input`, input),
          output: componentFor(`${pascalCase(endpointId)}Output`, output),
        },
      ]
    }),
  )
  return { endpoints, components }

  /** Some endpoints were released before their types: they take or return `any`. */
  function componentFor(spareName: string, type: TSType | undefined): string {
    if (type?.type === 'TSTypeReference') return typeName(type.typeName)
    components.set(spareName, { title: spareName })
    return spareName
  }
}

/** `fal-ai/flux/dev` → `FluxDev`, as the live documents name components. */
function pascalCase(endpointId: string): string {
  return endpointId
    .split('/')
    .slice(1)
    .join('-')
    .split(/[^A-Za-z0-9_]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
}

function membersOf(type: TSType): [string, TSType][] {
  if (type.type !== 'TSTypeLiteral') throw new Error(`endpoints.d.ts: expected an object, not ${type.type}`)
  return type.members.flatMap((member): [string, TSType][] =>
    member.type === 'TSPropertySignature' && member.typeAnnotation
      ? [[nameOf(member.key), member.typeAnnotation.typeAnnotation]]
      : [],
  )
}

/** Each comment under the offset of the first token after it. */
function commentsByWhatFollows(comments: Comment[], source: string): Map<number, string> {
  const token = /\S/g
  return new Map(
    comments.map(({ end, value }) => {
      token.lastIndex = end
      return [token.exec(source)?.index ?? source.length, value]
    }),
  )
}

function readComponents(
  aliases: Map<string, TSType>,
  comments: Map<number, string>,
): Map<string, JsonSchema> {
  const components = new Map<string, JsonSchema>()
  for (const [name, type] of aliases) {
    const [target, title] = withoutAliases(type, name)
    components.set(name, { title, ...schemaOf(target) })
  }
  return components

  /** `type A = B` gives A the content of B under the title B, as the live documents do. */
  function withoutAliases(type: TSType, title: string): [TSType, string] {
    if (type.type !== 'TSTypeReference') return [type, title]
    const name = typeName(type.typeName)
    const target = aliases.get(name)
    return target ? withoutAliases(target, name) : [type, title]
  }

  function schemaOf(type: TSType): JsonSchema {
    // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- all others say nothing about a value
    switch (type.type) {
      case 'TSStringKeyword':
        return { type: 'string' }
      case 'TSNumberKeyword':
        return { type: 'number' }
      case 'TSBooleanKeyword':
        return { type: 'boolean' }
      case 'TSObjectKeyword':
        return { type: 'object' }
      case 'TSParenthesizedType':
        return schemaOf(type.typeAnnotation)
      case 'TSArrayType':
        return { type: 'array', items: schemaOf(type.elementType) }
      case 'TSTupleType':
        return tupleOf(type.elementTypes.filter(isPlainType).map(schemaOf))
      case 'TSTypeReference':
        return referenceOf(typeName(type.typeName), type.typeArguments?.params ?? [])
      case 'TSLiteralType':
      case 'TSUnionType':
      case 'TSNullKeyword':
        return unionOf(branchesOf(type))
      case 'TSTypeLiteral':
        return objectOf(type)
      // any, unknown, and void, which the releases write where a tuple's items were lost
      default:
        return {}
    }
  }

  function referenceOf(name: string, [first, second]: TSType[]): JsonSchema {
    if (name === 'Array' && first) return { type: 'array', items: schemaOf(first) }
    if (name === 'Record' && second?.type === 'TSNeverKeyword') return { type: 'object', properties: {} }
    if (name === 'Record' && second) return { type: 'object', additionalProperties: schemaOf(second) }
    return aliases.has(name) ? refTo(name) : {}
  }

  function objectOf(type: TSType & { type: 'TSTypeLiteral' }): JsonSchema {
    const properties: Record<string, JsonSchema> = {}
    const required: string[] = []
    for (const member of type.members) {
      if (member.type !== 'TSPropertySignature' || !member.typeAnnotation) continue
      const name = nameOf(member.key)
      const typed = schemaOf(member.typeAnnotation.typeAnnotation)
      const documented = readPropertyDoc(comments.get(member.start) ?? '', typed)
      properties[name] = asProperty(name, typed, documented)
      if (!member.optional) required.push(name)
    }
    return {
      type: 'object',
      ...(required.length === 0 ? {} : { required }),
      properties,
    }
  }

  function unionOf(types: TSType[]): JsonSchema {
    const names = new Set(
      types.map((type) => (type.type === 'TSTypeReference' ? typeName(type.typeName) : '')),
    )
    // Beside a Blob, `File` is the browser's, not the component of that name: all three mean an address.
    const branches = names.has('Blob')
      ? [uri, ...types.filter((type) => !isPartOfUpload(type)).map(schemaOf)]
      : inWrittenOrder(types)
    const isNullable = types.some((type) => type.type === 'TSNullKeyword')
    const distinct = [...new Map(branches.map((branch) => [JSON.stringify(branch), branch])).values()]
    const [only, ...others] = distinct
    if (only === undefined) return {}
    if (others.length > 0) return { anyOf: distinct, ...(isNullable ? { nullable: true } : {}) }
    return isNullable ? orNull(only) : only
  }

  /** All literals stand together where the first of them stood. */
  function inWrittenOrder(types: TSType[]): JsonSchema[] {
    const first = types.findIndex(isLiteral)
    return types.flatMap((type, place) => {
      if (place === first) return choicesOf(types)
      return isLiteral(type) ? [] : [schemaOf(type)]
    })
  }
}

const uri = { type: 'string', format: 'uri' } satisfies JsonSchema

function isPartOfUpload(type: TSType): boolean {
  if (type.type === 'TSStringKeyword' || type.type === 'TSNullKeyword') return true
  return type.type === 'TSTypeReference' && ['Blob', 'File'].includes(typeName(type.typeName))
}

function branchesOf(type: TSType): TSType[] {
  if (type.type === 'TSParenthesizedType') return branchesOf(type.typeAnnotation)
  return type.type === 'TSUnionType' ? type.types.flatMap(branchesOf) : [type]
}

function isLiteral(type: TSType): boolean {
  return type.type === 'TSLiteralType' || type.type === 'TSNullKeyword' || type.type === 'TSUndefinedKeyword'
}

/** The literals of a union as one list of choices for each type of value. */
function choicesOf(types: TSType[]): JsonSchema[] {
  const values = types.flatMap((type) => (type.type === 'TSLiteralType' ? [literalValue(type)] : []))
  const strings = values.filter((value) => typeof value === 'string')
  const numbers = values.filter((value) => typeof value === 'number')
  const booleans = values.filter((value) => typeof value === 'boolean')
  return [
    ...(strings.length === 0 ? [] : [{ type: 'string' as const, enum: strings }]),
    ...(numbers.length === 0
      ? []
      : [
          {
            type: numbers.every(Number.isInteger) ? ('integer' as const) : ('number' as const),
            enum: numbers,
          },
        ]),
    ...(booleans.length === 0
      ? []
      : [{ type: 'boolean' as const, ...(booleans.length === 1 ? { enum: booleans } : {}) }]),
  ]
}

function literalValue({ literal }: TSType & { type: 'TSLiteralType' }): unknown {
  if (literal.type === 'UnaryExpression')
    return literal.argument.type === 'Literal' ? -Number(literal.argument.value) : undefined
  return literal.type === 'Literal' ? literal.value : undefined
}

function orNull(schema: JsonSchema): JsonSchema {
  if (schema.$ref !== undefined) return { allOf: [schema], nullable: true }
  return { ...schema, ...(schema.enum ? { enum: [...schema.enum, null] } : {}), nullable: true }
}

/** OpenAPI 3.0 has no tuples: a list of exactly that length. */
function tupleOf(items: JsonSchema[]): JsonSchema {
  const distinct = [...new Map(items.map((item) => [JSON.stringify(item), item])).values()]
  const [only, ...others] = distinct
  return {
    type: 'array',
    items: others.length > 0 ? { anyOf: distinct } : (only ?? {}),
    minItems: items.length,
    maxItems: items.length,
  }
}

function asProperty(
  name: string,
  typed: JsonSchema,
  documented: Pick<JsonSchema, 'description' | 'default'>,
): JsonSchema {
  // A reference takes nothing beside itself in OpenAPI 3.0.
  if (typed.$ref !== undefined) {
    return Object.keys(documented).length === 0 ? typed : { ...documented, allOf: [typed] }
  }
  const schema = typed.allOf ? typed : { title: titleOf(name), ...typed }
  const isWhole = typed.type === 'number' && isWholeNumber(name, documented)
  return { ...schema, ...(isWhole ? { type: 'integer' as const } : {}), ...documented }
}

/** `num_inference_steps` → `Num Inference Steps`. */
function titleOf(name: string): string {
  return name
    .split('_')
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
}

/**
 * TypeScript has one type for both; these names stand for whole numbers wherever they occur, unless what is
 * written about them says otherwise.
 */
function isWholeNumber(name: string, { description = '', default: value = 0 }: JsonSchema): boolean {
  return (
    Number.isInteger(value) &&
    /^(seed|\w+_seed|width|height|file_size|steps|top_k|max_tokens|(?:\w+_)?(?:num|number_of)_\w+|\w+_(?:steps|tokens|count))$/.test(
      name,
    ) &&
    !/\b(normali[sz]ed|fraction|ratio|percent\w*|relative|meters|float)\b|\d\.\d/i.test(description)
  )
}

function nameOf(key: PropertyKey): string {
  if (key.type === 'Identifier') return key.name
  if (key.type === 'Literal') return String(key.value)
  throw new Error(`endpoints.d.ts: expected a property's name, not ${key.type}`)
}

function typeName(name: TSTypeName): string {
  if (name.type === 'Identifier') return name.name
  throw new Error(`endpoints.d.ts: expected a plain type name, not ${name.type}`)
}

function isPlainType(type: { type: string }): type is TSType {
  return type.type !== 'TSRestType' && type.type !== 'TSOptionalType' && type.type !== 'TSNamedTupleMember'
}
