/**
 * Whether the text matches a schema's pattern; undefined where finding out could take forever, as it can with
 * patterns that were made to be slow.
 */
export function matchPattern(pattern: string, text: string): boolean | undefined {
  if (pattern.length > LENGTH_AT_MOST) return undefined
  if (!(text.length * stepsAtMost(pattern, text.length) <= STEPS_AT_MOST)) return undefined
  try {
    return new RegExp(pattern, 'u').test(text)
  } catch {
    return undefined
  }
}

const LENGTH_AT_MOST = 500
const STEPS_AT_MOST = 5_000_000

/** A pattern, a group of it, or one thing that may be repeated. */
type Part = {
  /** In how many ways a backtracking matcher can get through it from one place. */
  ways: number
  /** How many characters it stands for once its counts are spelled out. */
  size: number
}

/**
 * A bound on the steps from one place: every repetition multiplies the ways by the counts it can take, every
 * alternative adds one, and a repeated group has its own ways to the power of its repetitions.
 */
function stepsAtMost(pattern: string, length: number): number {
  const open: (Part & { alternatives: number })[] = [{ ways: 1, size: 0, alternatives: 1 }]
  let last: Part = { ways: 1, size: 0 }
  for (const token of pattern.match(TOKENS) ?? []) {
    const group = open.at(-1)
    if (group === undefined) return Infinity
    if (token.startsWith('(')) open.push({ ways: 1, size: 0, alternatives: 1 })
    else if (token === '|') group.alternatives += 1
    else if (QUANTIFIER.test(token)) {
      const { least, most, isUnrolled } = readCounts(token, length)
      group.ways *= last.ways ** Math.max(most - 1, 0) * (most - least + 1)
      group.size += last.size * (isUnrolled ? most : 1)
      last = { ways: 1, size: 0 }
    } else {
      if (token === ')') open.pop()
      last =
        token === ')' ? { ways: group.ways * group.alternatives, size: group.size } : { ways: 1, size: 1 }
      const outer = open.at(-1)
      if (outer === undefined) return Infinity
      outer.ways *= last.ways
      outer.size += last.size
    }
    if (!(group.ways * group.size <= STEPS_AT_MOST)) return Infinity
  }
  const [whole] = open
  return whole === undefined || open.length > 1 ? Infinity : whole.ways * whole.alternatives * whole.size
}

/** Escapes, classes, the starts of groups, quantifiers, and any other character. */
const TOKENS =
  /\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?|\{\d+(?:,\d*)?\}\??|[*+?]\??|[\s\S]/gu
const QUANTIFIER = /^(?:[*+?]|\{\d)/

/** `isUnrolled` where the matcher spells the counts out, whether or not a text reaches them. */
function readCounts(quantifier: string, length: number) {
  if (quantifier.startsWith('*')) return { least: 0, most: length, isUnrolled: false }
  if (quantifier.startsWith('+')) return { least: 1, most: Math.max(length, 1), isUnrolled: false }
  if (quantifier.startsWith('?')) return { least: 0, most: 1, isUnrolled: true }
  const [, least = '', comma, most = ''] = /\{(\d+)(,?)(\d*)/.exec(quantifier) ?? []
  const end = comma === '' ? Number(least) : most === '' ? Math.max(length, Number(least)) : Number(most)
  return { least: Number(least), most: end, isUnrolled: true }
}
