export type CodeLanguage = 'curl' | 'javascript' | 'python'

/** A program that calls the endpoint with the payload. Whatever the payload holds, it arrives unchanged. */
export function writeCode(
  language: CodeLanguage,
  call: { endpointId: string; payload: unknown; streams?: boolean },
): string {
  const { endpointId, payload, streams = false } = call
  // As it would be sent: without undefined, NaN, dates.
  const json = JSON.stringify(payload, undefined, 2) ?? '{}'
  const value: unknown = JSON.parse(json)
  if (language === 'curl') return writeCurl(endpointId, json, streams)
  return language === 'javascript'
    ? writeJavaScript(endpointId, value, streams)
    : writePython(endpointId, value, streams)
}

function writeCurl(endpointId: string, json: string, streams: boolean): string {
  const host = streams ? 'https://fal.run/' : 'https://queue.fal.run/'
  const path = streams && !endpointId.endsWith('/stream') ? `${endpointId}/stream` : endpointId
  return `${streams ? 'curl --no-buffer' : 'curl'} ${quoteForShell(host + path)} \\
  --request POST \\
  --header "Authorization: Key $FAL_KEY" \\
  --header "Content-Type: application/json" \\
  --data '${json.replaceAll("'", String.raw`'\''`)}'`
}

function quoteForShell(text: string): string {
  return /^[\w./:-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`
}

function writeJavaScript(endpointId: string, value: unknown, streams: boolean): string {
  const call = (method: string) =>
    `await fal.${method}(${JAVASCRIPT.string(endpointId)}, {\n  input: ${writeValue(value, JAVASCRIPT, '  ')},\n});`
  const head = 'import { fal } from "@fal-ai/client";\n\n'
  if (!streams) return `${head}const { data } = ${call('subscribe')}`
  return `${head}const stream = ${call('stream')}

for await (const event of stream) {
  console.log(event);
}

const data = await stream.done();`
}

function writePython(endpointId: string, value: unknown, streams: boolean): string {
  const call = (method: string) =>
    `fal_client.${method}(\n    ${PYTHON.string(endpointId)},\n    arguments=${writeValue(value, PYTHON, '    ')},\n)`
  const head = 'import fal_client\n\n'
  if (!streams) return `${head}result = ${call('subscribe')}`
  return `${head}stream = ${call('stream')}

for event in stream:
    print(event)`
}

type Dialect = {
  indent: string
  string: (text: string) => string
  key: (name: string) => string
  constant: (value: number | boolean | null) => string
}

const JAVASCRIPT: Dialect = {
  indent: '  ',
  // "<\/script>" is the same string, and safe in a page too.
  string: (text) => quote(text).replace(/<(?=[/!])/g, '<\\'),
  key(name) {
    // As a plain key, quoted or not, it would set the prototype.
    if (name === '__proto__') return '["__proto__"]'
    return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JAVASCRIPT.string(name)
  },
  constant: (value) => JSON.stringify(value),
}

const PYTHON: Dialect = {
  indent: '    ',
  string: quote,
  key: quote,
  constant(value) {
    if (value === null) return 'None'
    return typeof value === 'number' ? JSON.stringify(value) : value ? 'True' : 'False'
  },
}

/** JSON's escapes mean the same in both languages. Line separators and what reverses the text's direction is spelled out. */
function quote(text: string): string {
  return JSON.stringify(text).replace(
    /[\u2028-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16)}`,
  )
}

const LINE_LENGTH = 60

function writeValue(value: unknown, dialect: Dialect, margin: string): string {
  if (typeof value === 'string') return dialect.string(value)
  if (Array.isArray(value)) {
    const items = value.map((item) => writeValue(item, dialect, margin + dialect.indent))
    const line = `[${items.join(', ')}]`
    const isShort =
      line.length <= LINE_LENGTH && !value.some((item) => typeof item === 'object' && item !== null)
    return isShort ? line : writeBlock('[]', items, dialect, margin)
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(
      ([name, part]) => `${dialect.key(name)}: ${writeValue(part, dialect, margin + dialect.indent)}`,
    )
    return entries.length === 0 ? '{}' : writeBlock('{}', entries, dialect, margin)
  }
  return dialect.constant(typeof value === 'number' || typeof value === 'boolean' ? value : null)
}

function writeBlock(brackets: string, lines: string[], { indent }: Dialect, margin: string): string {
  return `${brackets[0]}\n${lines.map((line) => `${margin}${indent}${line},\n`).join('')}${margin}${brackets[1]}`
}
