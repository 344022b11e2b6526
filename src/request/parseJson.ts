/** Where and why a text is no JSON; lines and columns count from one. */
export type JsonProblem = { line: number; column: number; message: string }

/** Reads a text as JSON, or says where it stops being any: what browsers say about it differs, and Safari says no place. */
export function parseJson(text: string): { value?: unknown; problem?: JsonProblem } {
  if (text.length > LENGTH_AT_MOST) return { problem: problemAt(text, 0, 'Longer than a million characters') }
  const found = findProblem(text)
  if (found !== undefined) return { problem: problemAt(text, found.place, found.message) }
  try {
    return { value: JSON.parse(text) }
  } catch {
    return { problem: problemAt(text, 0, 'This is no JSON') }
  }
}

const LENGTH_AT_MOST = 1_000_000
/** Deeper than any payload, and not as deep as what would exhaust those who read it. */
const DEPTH_LIMIT = 60

function problemAt(text: string, place: number, message: string): JsonProblem {
  const before = text.slice(0, place).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, message }
}

const SPACE = /[ \t\n\r]*/y
/** As much of a string as there is: the closing quotes are looked for after it. */
const STRING = /"[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})[ !#-[\]-\uffff]*)*/y
const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y

/** What may come next: a value, a name, or what follows them. */
type Expectation = 'value' | 'first value' | 'name' | 'first name' | 'colon' | 'next'

function findProblem(text: string): { place: number; message: string } | undefined {
  /** The closing brackets that are due, the innermost last. */
  const due: ('}' | ']')[] = []
  let expectation: Expectation = 'value'
  let place = 0
  const takeString = () => {
    take(STRING)
    if (text[place] !== '"') return false
    place += 1
    return true
  }
  const take = (pattern: RegExp) => {
    pattern.lastIndex = place
    const found = pattern.exec(text)?.[0]
    place += found?.length ?? 0
    return found !== undefined
  }
  for (;;) {
    take(SPACE)
    const character = text[place]
    const problem = (message: string) => ({
      place,
      message: character === undefined ? `${message}, not the end of the text` : message,
    })
    const closing = due.at(-1)
    if (expectation === 'next' && closing === undefined) {
      return character === undefined ? undefined : { place, message: 'Expected nothing more' }
    }
    const mayClose = expectation === 'next' || expectation.startsWith('first')
    if (mayClose && closing !== undefined && character === closing) {
      due.pop()
      place += 1
      expectation = 'next'
      continue
    }
    switch (expectation) {
      case 'next':
        if (character !== ',') return problem(`Expected a comma or ${closing}`)
        place += 1
        expectation = closing === '}' ? 'name' : 'value'
        break
      case 'colon':
        if (character !== ':') return problem('Expected a colon')
        place += 1
        expectation = 'value'
        break
      case 'name':
      case 'first name':
        if (character !== '"') return problem('Expected a name in double quotes')
        if (!takeString()) return stringProblem(text, place)
        expectation = 'colon'
        break
      case 'value':
      case 'first value':
        if (character === '{' || character === '[') {
          if (due.length === DEPTH_LIMIT) return { place, message: `Nested more than ${DEPTH_LIMIT} times` }
          due.push(character === '{' ? '}' : ']')
          place += 1
          expectation = character === '{' ? 'first name' : 'first value'
        } else if (character === '"') {
          if (!takeString()) return stringProblem(text, place)
          expectation = 'next'
        } else if (take(SCALAR)) {
          expectation = 'next'
        } else {
          return problem(character === "'" ? 'Expected double quotes' : 'Expected a value')
        }
        break
    }
  }
}

/** Why the string stops where it does. */
function stringProblem(text: string, place: number): { place: number; message: string } {
  if (text[place] === '\\') {
    return { place, message: 'Expected one of the escapes \\" \\\\ \\/ \\b \\f \\n \\r \\t \\u' }
  }
  return { place, message: 'Expected the closing quotes of the text before the end of the line' }
}
