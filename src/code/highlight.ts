import type { CodeLanguage } from './writeCode.ts'

export type CodePiece = { text: string; kind: 'plain' | 'keyword' | 'string' | 'number' | 'comment' }

/** Cuts code as `writeCode` writes it, or JSON, into pieces to colour; joined they are the code. Keys stay plain. */
export function highlight(code: string, language: CodeLanguage | 'json'): CodePiece[] {
  const pieces: CodePiece[] = []
  const add = (text: string, kind: CodePiece['kind']) => {
    const last = pieces.at(-1)
    if (last?.kind === kind) last.text += text
    else if (text !== '') pieces.push({ text, kind })
  }
  let end = 0
  for (const { 0: text, index } of code.matchAll(TOKENS[language])) {
    add(code.slice(end, index), 'plain')
    end = index + text.length
    add(text, kindOf(text, code, end, language))
  }
  add(code.slice(end), 'plain')
  return pieces
}

/** Strings, addresses, words and numbers; a word swallows its digits, so that `flux-2` holds no number. */
const TOKENS = {
  curl: /"(?:\\.|[^"\\])*"?|https?:[^\s']+|-{0,2}[$A-Za-z_][\w$-]*|-?\d[\d.eE+-]*/gs,
  javascript: /"(?:\\.|[^"\\\n])*"?|\/\/.*|[A-Za-z_$][\w$]*|-?\d[\d.eE+-]*/g,
  python: /"(?:\\.|[^"\\\n])*"?|#.*|[A-Za-z_]\w*|-?\d[\d.eE+-]*/g,
  json: /"(?:\\.|[^"\\\n])*"?|[A-Za-z]+|-?\d[\d.eE+-]*/g,
}

const KEYWORDS = {
  curl: new Set(['curl', 'true', 'false', 'null']),
  javascript: new Set(['import', 'from', 'const', 'await', 'for', 'of', 'true', 'false', 'null']),
  python: new Set(['import', 'for', 'in', 'True', 'False', 'None']),
  json: new Set(['true', 'false', 'null']),
}

function kindOf(text: string, code: string, end: number, language: CodeLanguage | 'json'): CodePiece['kind'] {
  if (text.startsWith('"')) return code[end] === ':' ? 'plain' : 'string'
  if (/^(\/\/|#)/.test(text)) return 'comment'
  if (KEYWORDS[language].has(text)) return 'keyword'
  return /^-?\d/.test(text) ? 'number' : 'plain'
}
