/** A piece of a description: plain text, or text that its authors set apart. */
export type Prose =
  | { kind: 'text' | 'code'; text: string }
  | { kind: 'bold' | 'italic'; parts: Prose[] }
  | { kind: 'link'; text: string; href: string }

/**
 * Reads the inline Markdown that descriptions are written in: code, bold, italic, links to https and mailto. Only what
 * can mean nothing else: `2560*1440`, `snake_case_words`, `__proto__` and `<laugh>` stay as they are. HTML is text.
 */
export function readProse(text: string, depth = 0): Prose[] {
  if (text.length > LETTERS_AT_MOST) return [{ kind: 'text', text }]
  const pieces: Prose[] = []
  let end = 0
  for (const match of text.matchAll(MARKUP)) {
    const piece = readPiece(match, depth)
    if (piece === undefined) continue
    if (match.index > end) pieces.push({ kind: 'text', text: text.slice(end, match.index) })
    pieces.push(piece)
    end = match.index + match[0].length
  }
  if (end < text.length) pieces.push({ kind: 'text', text: text.slice(end) })
  return pieces
}

const DEPTH_LIMIT = 3
/** The longest real description has 1,068; nobody set apart the words of a book. */
const LETTERS_AT_MOST = 20_000

/** Bounded everywhere, so that a text of nothing but stars is read as fast as any. */
const MARKUP = new RegExp(
  [
    // ``a`` and `a`
    /(?<!`)(?<ticks>`{1,2})(?!`)(?<code>[^`]{1,400})\k<ticks>(?!`)/u,
    // **a** and *a*, beginning and ending at a word's edge
    /(?<![\p{L}\p{N}*\\])\*\*(?=[^\s*])(?<bold>[^*\n]{1,400})(?<=\S)\*\*(?![\p{L}\p{N}*])/u,
    /(?<![\p{L}\p{N}_*\\])\*(?=[^\s*])(?<starred>[^*\n]{1,400})(?<=\S)\*(?![\p{L}\p{N}*])/u,
    /(?<![\p{L}\p{N}_*\\])_(?=[^\s_])(?<lined>[^_\n]{1,400})(?<=\S)_(?![\p{L}\p{N}_])/u,
    // [a](https://b)
    /\[(?<label>[^[\]\n]{1,200})\]\((?<target>(?:https:\/\/|mailto:)[^\s()<>]{1,800}(?:\([^\s()<>]{0,200}\)[^\s()<>]{0,200})?)\)/u,
    // https://a, without the full stop behind it
    /(?<![\p{L}\p{N}])(?<address>https:\/\/[^\s<>"'`[\]{}|\\^]{2,800}[^\s<>"'`[\]{}|\\^.,;:!?)*_])/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
)

function readPiece({ groups = {} }: RegExpMatchArray, depth: number): Prose | undefined {
  const { code, bold, starred, lined, label, target, address } = groups
  if (code !== undefined) return { kind: 'code', text: code.trim() || code }
  const italic = starred ?? lined
  if (bold !== undefined || italic !== undefined) {
    const inner = bold ?? italic ?? ''
    return {
      kind: bold === undefined ? 'italic' : 'bold',
      parts: depth < DEPTH_LIMIT ? readProse(inner, depth + 1) : [{ kind: 'text', text: inner }],
    }
  }
  const href = target ?? address
  if (href === undefined || !isAddress(href)) return undefined
  return { kind: 'link', text: label ?? href, href }
}

function isAddress(href: string): boolean {
  return URL.canParse(href) && ['https:', 'mailto:'].includes(new URL(href).protocol)
}
