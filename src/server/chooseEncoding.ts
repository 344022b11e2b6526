export type Encoding = 'br' | 'gzip' | 'identity'

/** The encoding that an `Accept-Encoding` header prefers among ours; Brotli, then gzip where it has no preference. */
export function chooseEncoding(header: string | undefined): Encoding {
  if (!header) return 'identity'
  const known = chosen.get(header)
  if (known !== undefined) return known
  if (chosen.size === MAX_CHOSEN) chosen.clear()
  const encoding = choose(header)
  chosen.set(header, encoding)
  return encoding
}

/** Of the headers met before: few browsers send most of what there is. */
const chosen = new Map<string, Encoding>()
const MAX_CHOSEN = 100

function choose(header: string): Encoding {
  const weights = new Map(header.split(',').map(readWeight))
  const others = weights.get('*') ?? 0
  let best: Encoding = 'identity'
  // Not named, identity is allowed, and the last choice.
  let bestWeight = weights.get('identity') ?? 0
  for (const encoding of ['gzip', 'br'] as const) {
    const weight = weights.get(encoding) ?? others
    if (weight > 0 && weight >= bestWeight) {
      best = encoding
      bestWeight = weight
    }
  }
  return best
}

function readWeight(part: string): [name: string, weight: number] {
  const [name = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase())
  const [, weight] =
    /^q\s*=\s*([\d.]+)$/.exec(parameters.find((parameter) => parameter.startsWith('q')) ?? '') ?? []
  return [name === 'x-gzip' ? 'gzip' : name, weight === undefined ? 1 : Number(weight)]
}
