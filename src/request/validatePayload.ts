import { canonicalJson } from '#schema/canonicalJson.ts'
import type { Constraints, Field, FieldType } from '#schema/field.ts'
import { typeInWords } from '#schema/typeInWords.ts'
import { matchPattern } from './matchPattern.ts'
import { isJsonObject, type Path } from './payload.ts'

/** One way in which a payload does not keep to its schema. */
export type Problem = {
  path: Path
  /** For the person at the field: `At most 50`, `Expected a number, not text`. */
  message: string
  /**
   * `missing`: nothing stands where something has to; `unknown`: the schema has no such property; `type`: another kind
   * of value is expected; `value`: the right kind, beyond a limit or the choices; `count`: too few or too many items.
   */
  kind: 'missing' | 'unknown' | 'type' | 'value' | 'count'
}

/**
 * Everything in which the payload does not keep to what the model takes. It follows the payload, not the schema, and
 * gives up on what would take too long, so it ends quickly on schemas that contain themselves or multiply.
 */
export function validatePayload(input: Field | undefined, payload: unknown): Problem[] {
  return input === undefined ? [] : check(input, payload, [], { values: VALUES_AT_MOST, depth: 0 })
}

/** The branch of a union that the value keeps to, or comes nearest to. */
export function fittingBranch(type: FieldType & { kind: 'union' }, value: unknown): Field | undefined {
  return chooseBranch(type, value, [], { values: VALUES_AT_MOST, depth: 0 })?.branch
}

const VALUES_AT_MOST = 20_000
const DEPTH_LIMIT = 100

/** What may still be looked at. */
type Budget = { values: number; depth: number }

function check(field: Field, value: unknown, path: Path, budget: Budget): Problem[] {
  budget.values -= 1
  if (budget.values < 0 || budget.depth > DEPTH_LIMIT) return []
  if (value === null) return takesNull(field) ? [] : [mismatch(field, value, path)]
  budget.depth += 1
  const problems = checkValue(field, value, path, budget)
  budget.depth -= 1
  return problems
}

function takesNull({ isNullable, type }: Field): boolean {
  if (type.kind === 'union' && type.branches.some(takesNull)) return true
  const isFree = type.kind === 'any' || type.kind === 'missing' || (type.kind === 'object' && isLoop(type))
  return isNullable || isFree || type.kind === 'null'
}

/** Where a list or map contains itself, the reader stops at an object of which nothing is known. */
function isLoop(type: FieldType & { kind: 'object' }): boolean {
  return type.recursesTo !== undefined && type.readFields().length === 0
}

function checkValue(field: Field, value: unknown, path: Path, budget: Budget): Problem[] {
  const { type, constraints = {} } = field
  const wrong = (message: string | undefined, kind: 'value' | 'count' = 'value') =>
    message === undefined ? [] : [{ path, message, kind }]
  switch (type.kind) {
    case 'string':
      if (typeof value !== 'string') break
      return wrong(textProblem(value, constraints, type.format))
    case 'number':
    case 'integer':
      if (typeof value !== 'number' || (type.kind === 'integer' && !Number.isInteger(value))) break
      return wrong(numberProblem(value, constraints))
    case 'boolean':
      if (typeof value !== 'boolean') break
      return []
    case 'choice':
      if (!type.values.some((choice) => kindOf(choice) === kindOf(value))) break
      return wrong(choiceProblem(value, type))
    case 'list':
      if (!Array.isArray(value)) break
      return [
        ...wrong(countProblem(value, constraints), 'count'),
        ...value.flatMap((item, place) => check(type.item, item, [...path, place], budget)),
      ]
    case 'tuple':
      if (!Array.isArray(value)) break
      return [
        ...wrong(
          value.length === type.items.length ? undefined : `Exactly ${type.items.length} items`,
          'count',
        ),
        ...type.items.flatMap((item, place) =>
          place < value.length ? check(item, value[place], [...path, place], budget) : [],
        ),
      ]
    case 'map':
      if (!isJsonObject(value)) break
      return Object.entries(value).flatMap(([name, part]) => check(type.value, part, [...path, name], budget))
    case 'object':
      if (isLoop(type)) return []
      if (!isJsonObject(value)) break
      return checkProperties(type, value, path, budget)
    case 'union': {
      const chosen = chooseBranch(type, value, path, budget)
      if (chosen === undefined) return []
      if (chosen.problems.some((problem) => isAbout(problem, path, 'type'))) break
      return chosen.problems
    }
    case 'null':
      break
    case 'any':
    case 'missing':
      return []
  }
  return [mismatch(field, value, path)]
}

function checkProperties(
  type: FieldType & { kind: 'object' },
  value: Record<string, unknown>,
  path: Path,
  budget: Budget,
): Problem[] {
  const fields = type.readFields()
  const names = new Set(fields.map(({ name }) => name))
  const isOpen = fields.length === 0 || type.isOpen === true
  return [
    ...fields.flatMap((field): Problem[] => {
      const place = [...path, field.name]
      if (Object.hasOwn(value, field.name)) return check(field, value[field.name], place, budget)
      return field.isRequired ? [{ path: place, message: 'Required', kind: 'missing' }] : []
    }),
    ...Object.keys(value).flatMap((name): Problem[] =>
      isOpen || names.has(name)
        ? []
        : [{ path: [...path, name], message: 'The schema has no such property', kind: 'unknown' }],
    ),
  ]
}

function chooseBranch(
  { branches, discriminator }: FieldType & { kind: 'union' },
  value: unknown,
  path: Path,
  budget: Budget,
): { branch: Field; problems: Problem[] } | undefined {
  let best: { branch: Field; problems: Problem[]; distance: number } | undefined
  for (const branch of branches) {
    const problems = check(branch, value, path, budget)
    const isOther = problems.some((problem) => isAbout(problem, path, 'type'))
    const isToldApart =
      discriminator !== undefined && problems.some((problem) => isAbout(problem, [...path, discriminator]))
    const distance = problems.length + (isToldApart ? 1e5 : 0) + (isOther ? 1e6 : 0)
    if (best === undefined || distance < best.distance) best = { branch, problems, distance }
    if (distance === 0) break
  }
  return best
}

function isAbout(problem: Problem, path: Path, kind?: Problem['kind']): boolean {
  return (
    problem.path.length === path.length &&
    problem.path.at(-1) === path.at(-1) &&
    (kind ?? problem.kind) === problem.kind
  )
}

function textProblem(text: string, limits: Constraints, format: string | undefined): string | undefined {
  const { minLength = 0, maxLength = Infinity, pattern } = limits
  const length = countCharacters(text)
  if (length < minLength) return `At least ${count(minLength, 'character')}, ${length} now`
  if (length > maxLength) return `At most ${count(maxLength, 'character')}, ${length} now`
  if (pattern !== undefined && matchPattern(pattern, text) === false) return `Does not match ${pattern}`
  if (format === 'uri' && !URL.canParse(text)) return 'Not an address such as https://example.com/file'
  return format?.startsWith('uuid') && !UUID.test(text) ? 'Not a UUID' : undefined
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** As JSON Schema counts them. */
function countCharacters(text: string): number {
  let length = text.length
  for (const _ of text.matchAll(/[\ud800-\udbff](?=[\udc00-\udfff])/g)) length -= 1
  return length
}

function numberProblem(value: number, limits: Constraints): string | undefined {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = limits
  if (minimum !== undefined && value < minimum) return `At least ${minimum}`
  if (exclusiveMinimum !== undefined && value <= exclusiveMinimum) return `More than ${exclusiveMinimum}`
  if (maximum !== undefined && value > maximum) return `At most ${maximum}`
  if (exclusiveMaximum !== undefined && value >= exclusiveMaximum) return `Less than ${exclusiveMaximum}`
  if (multipleOf === undefined) return undefined
  const times = value / multipleOf
  // 0.3 is a multiple of 0.1, although not for the processor.
  return Math.abs(times - Math.round(times)) > 1e-9 * Math.max(1, Math.abs(times))
    ? `A multiple of ${multipleOf}`
    : undefined
}

function choiceProblem(
  value: unknown,
  { values, isOpen }: FieldType & { kind: 'choice' },
): string | undefined {
  if (values.includes(value) || (isOpen && typeof value === typeof values[0])) return undefined
  if (typeof value === 'object') {
    const text = canonicalJson(value)
    if (values.some((choice) => typeof choice === 'object' && canonicalJson(choice) === text))
      return undefined
  }
  return values.length === 1 ? `Always ${JSON.stringify(values[0])}` : 'Not one of the choices'
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'list' : typeof value
}

function countProblem(items: unknown[], limits: Constraints): string | undefined {
  const { minItems = 0, maxItems = Infinity, uniqueItems } = limits
  if (items.length < minItems) return `At least ${count(minItems, 'item')}, ${items.length} now`
  if (items.length > maxItems) return `At most ${count(maxItems, 'item')}, ${items.length} now`
  return uniqueItems && new Set(items.map(canonicalJson)).size < items.length ? 'No item twice' : undefined
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

function mismatch(field: Field, value: unknown, path: Path): Problem {
  return { path, message: `Expected ${expected(field)}, not ${describe(value)}`, kind: 'type' }
}

const EXPECTED: Partial<Record<FieldType['kind'], string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  null: 'null',
  list: 'a list',
  tuple: 'a list',
  map: 'an object',
  object: 'an object',
  choice: 'one of the choices',
}

function expected(field: Field): string {
  return EXPECTED[field.type.kind] ?? typeInWords(field)
}

function describe(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  switch (typeof value) {
    case 'string':
      return value === '' ? 'empty text' : 'text'
    case 'number':
      return Number.isInteger(value) ? 'a number' : 'a number with a fraction'
    case 'boolean':
      return value ? 'true' : 'false'
    default:
      return 'an object'
  }
}
