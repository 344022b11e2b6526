import { own, type SchemaNode } from './resolveSchema.ts'

/** What a value has to keep to, in words: `1 to 50`, `more than 0`, `at most 3 items`, `matches ^a+$`. */
export function readLimits(node: SchemaNode, kind: string): string[] {
  const limits: (string | false | undefined)[] = []
  if (kind === 'number' || kind === 'integer') {
    const { least, most } = readBounds(node)
    limits.push(inWords(least, most), isNumber(node.multipleOf) && `a multiple of ${node.multipleOf}`)
  }
  if (kind === 'string') {
    limits.push(
      inWords(bound(node.minLength), bound(node.maxLength), 'character'),
      typeof node.pattern === 'string' && `matches ${node.pattern}`,
    )
  }
  if (kind === 'list') {
    limits.push(
      inWords(bound(node.minItems), bound(node.maxItems), 'item'),
      node.uniqueItems === true && 'no repeats',
    )
  }
  if (kind === 'map') limits.push(inWords(bound(node.minProperties), bound(node.maxProperties), 'value'))
  if (kind === 'object') limits.push(node.additionalProperties === false && 'no other properties')
  return [...limits, ...mediaLimits(node)].filter((limit) => typeof limit === 'string')
}

/** The smallest valid number, or the least count of items or characters, where the schema sets one. */
export function readLeast(node: SchemaNode, kind: string): number | undefined {
  if (kind === 'string') return bound(node.minLength)?.value
  if (kind === 'list') return bound(node.minItems)?.value
  if (kind !== 'number' && kind !== 'integer') return undefined
  const { least, most } = readBounds(node)
  const step = isNumber(node.multipleOf) && node.multipleOf > 0 ? node.multipleOf : 1
  if (!least)
    return most && most.value < step
      ? most.value - (most.isExclusive ? step : 0)
      : node.multipleOf === undefined
        ? undefined
        : step
  const multiple = node.multipleOf === undefined ? least.value : Math.ceil(least.value / step) * step
  if (!least.isExclusive || multiple > least.value) return multiple
  const next = kind === 'integer' ? Math.floor(multiple) + step : multiple + step
  return most && most.value <= next ? (least.value + most.value) / 2 : next
}

type Bound = { value: number; isExclusive: boolean }

/** The range of a number, in whichever keywords it is stated. */
export function readBounds(node: SchemaNode): { least: Bound | undefined; most: Bound | undefined } {
  return {
    least: pickBound(node.minimum ?? node.ge ?? node.min, node.exclusiveMinimum ?? node.gt),
    most: pickBound(node.maximum ?? node.le ?? node.max, node.exclusiveMaximum ?? node.lt),
  }
}

/** `exclusive` is a number of its own, or in OpenAPI 3.0 a boolean about the other one. */
function pickBound(inclusive: unknown, exclusive: unknown): Bound | undefined {
  if (isNumber(exclusive)) return { value: exclusive, isExclusive: true }
  return isNumber(inclusive) ? { value: inclusive, isExclusive: exclusive === true } : undefined
}

function bound(value: unknown): Bound | undefined {
  return pickBound(value, undefined)
}

function inWords(least: Bound | undefined, most: Bound | undefined, noun = ''): string | undefined {
  if (noun !== '' && least?.value === 0) return inWords(undefined, most, noun)
  const isPlain = least && most && !least.isExclusive && !most.isExclusive
  const range = isPlain
    ? least.value === most.value
      ? `exactly ${least.value}`
      : `${least.value} to ${most.value}`
    : [
        least && `${least.isExclusive ? 'more than' : 'at least'} ${least.value}`,
        most && `${most.isExclusive ? 'less than' : 'at most'} ${most.value}`,
      ]
        .filter(Boolean)
        .join(', ')
  if (range === '') return undefined
  if (noun === '') return range
  const isPlural = (most ?? least)?.value !== 1 && noun.length > 2
  return `${range} ${noun}${isPlural ? 's' : ''}`
}

const MEGABYTE = 2 ** 20
/** The limits of files that real documents state (`limit_description` repeats them), and their units. */
const MEDIA_LIMITS = {
  file_size: 'MB',
  width: 'px',
  height: 'px',
  pixels: '',
  duration: 's',
  fps: '',
  aspect_ratio: '',
}

function mediaLimits(node: SchemaNode): string[] {
  const limits = Object.entries(MEDIA_LIMITS).flatMap(([subject, unit]) => {
    const [least, most] = ['min', 'max'].map((end) => {
      const value = own(node['x-fal'], `${end}_${subject}`) ?? own(node, `${end}_${subject}`)
      return bound(isNumber(value) && unit === 'MB' ? Math.round((value / MEGABYTE) * 10) / 10 : value)
    })
    const range = inWords(least, most, unit)
    return range === undefined ? [] : [`${subject.replaceAll('_', ' ')} ${range}`]
  })
  const timeout = own(node['x-fal'], 'timeout')
  if (isNumber(timeout)) limits.push(`has to arrive within ${timeout} s`)
  // It repeats the others, where there are any.
  const { limit_description: prose } = node
  return limits.length === 0 && typeof prose === 'string' && prose !== '' ? [prose] : limits
}

export function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}
