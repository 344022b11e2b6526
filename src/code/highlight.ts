export type CodePiece = { text: string; kind: 'plain' | 'keyword' | 'string' | 'number' | 'comment' }

export type Syntax = keyof typeof KEYWORDS

/** Cuts code as it is written here, or JSON, into pieces to colour; joined they are the code. Keys stay plain. */
export function highlight(code: string, syntax: Syntax): CodePiece[] {
  if (code.length > CHARACTERS_AT_MOST) return [{ text: code, kind: 'plain' }]
  const pieces: CodePiece[] = []
  const add = (text: string, kind: CodePiece['kind']) => {
    const last = pieces.at(-1)
    if (last?.kind === kind) last.text += text
    else if (text !== '') pieces.push({ text, kind })
  }
  let end = 0
  for (const { 0: text, index } of code.matchAll(TOKENS[syntax])) {
    add(code.slice(end, index), 'plain')
    end = index + text.length
    add(text, kindOf(text, code, end, syntax))
  }
  add(code.slice(end), 'plain')
  return pieces
}

/** Thousands of coloured pieces take a browser longer to draw than anyone would wait. */
const CHARACTERS_AT_MOST = 100_000

/** Comments, strings, words and numbers; a word swallows its digits, so that `flux-2` holds no number. */
const SLASHES = /"(?:\\.|[^"\\\n])*"?|\/\/.*|\/\*[^]*?\*\/|[A-Za-z_$][\w$]*|-?\d[\d.eE+-]*/g
const SLASHES_AND_QUOTES = /"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'|\/\/.*|[A-Za-z_$][\w$]*|-?\d[\d.eE+-]*/g
const HASHES = /"(?:\\.|[^"\\\n])*"?|#.*|[A-Za-z_]\w*|-?\d[\d.eE+-]*/g
const HASHES_AND_QUOTES = /"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'|#.*|[A-Za-z_]\w*|-?\d[\d.eE+-]*/g

const TOKENS = {
  // A single quote begins the JSON in a command, whose own strings are to be told apart.
  curl: /"(?:\\.|[^"\\])*"?|#[^\n]*|https?:[^\s']+|-{0,2}[$A-Za-z_][\w$-]*|-?\d[\d.eE+-]*/gs,
  json: /"(?:\\.|[^"\\\n])*"?|[A-Za-z]+|-?\d[\d.eE+-]*/g,
  javascript: SLASHES,
  go: SLASHES,
  rust: SLASHES,
  java: SLASHES,
  kotlin: SLASHES,
  swift: SLASHES,
  csharp: SLASHES,
  php: SLASHES_AND_QUOTES,
  dart: SLASHES_AND_QUOTES,
  python: HASHES,
  ruby: HASHES,
  r: HASHES,
  powershell: HASHES_AND_QUOTES,
}

const KEYWORDS = {
  curl: words('curl true false null'),
  json: words('true false null'),
  javascript: words(
    'import from const await for of true false null new export type string number boolean unknown async do while if throw new break not let',
  ),
  go: words('package import const func if nil defer true false null'),
  rust: words('use fn let true false null'),
  java: words('import class public static void throws var new true false null'),
  kotlin: words('import fun val true false null'),
  swift: words('import let var try await true false null'),
  csharp: words('using var new await true false null'),
  php: words('if throw new true false null'),
  dart: words('import as const final await async true false null'),
  python: words('import for in True False None async await def class from'),
  ruby: words('require do end true false null'),
  r: words('library true false null'),
  powershell: words('true false null'),
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}

function kindOf(text: string, code: string, end: number, syntax: Syntax): CodePiece['kind'] {
  if (text.startsWith('"')) return code[end] === ':' ? 'plain' : 'string'
  if (text.startsWith("'")) return 'string'
  if (/^(\/[/*]|#)/.test(text)) return 'comment'
  // A method may be called like a keyword.
  const isMember = code[end - text.length - 1] === '.'
  if (KEYWORDS[syntax].has(text) && !isMember) return 'keyword'
  return /^-?\d/.test(text) ? 'number' : 'plain'
}
