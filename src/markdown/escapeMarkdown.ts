/** Where a line of Markdown stands: in a cell of a table a bar would end it. */
type Place = { isCell?: boolean }

/** Any text as one line of Markdown that shows just this text; what stands between backticks stays code. */
export function escapeMarkdown(text: string, place: Place = {}): string {
  return (
    text
      .trim()
      .replaceAll(/\s+/g, ' ')
      .split(/`([^`]+)`/)
      .map((part, number) => (number % 2 === 1 ? markdownCode(part, place) : escapeProse(part)))
      .join('')
      // What would begin a heading, a list or a rule.
      .replace(/^[#+=-]/, String.raw`\$&`)
      .replace(/^(\d+)([.)])/, String.raw`$1\$2`)
  )
}

function escapeProse(text: string): string {
  return (
    text
      .replaceAll(/[\\`*[\]<>|~]/g, String.raw`\$&`)
      // Within a word it emphasises nothing.
      .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, String.raw`\_`)
      .replaceAll(/&(?=#?\w+;)/g, String.raw`\&`)
  )
}

/** Any text as code within a line. */
export function markdownCode(text: string, { isCell = false }: Place = {}): string {
  const line = text.replaceAll(/\s+/g, ' ')
  // Readers of Markdown differ on where such a cell ends, so that it is not shown as code.
  if (isCell && line.includes(String.raw`\|`)) return escapeProse(line)
  const ticks = '`'.repeat(longestRun(line) + 1)
  // A space next to a tick is not part of the code.
  const padding = /^`|`$|^ .* $/.test(line) ? ' ' : ''
  const code = `${ticks}${padding}${line}${padding}${ticks}`
  return isCell ? code.replaceAll('|', String.raw`\|`) : code
}

/** A program as a block of its own. */
export function markdownBlock(code: string, language: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(code) + 1))
  return `${fence}${language}\n${code}\n${fence}`
}

/** Where a link leads, whatever the address holds. */
export function markdownLink(text: string, address: string): string {
  return `[${escapeMarkdown(text)}](${address.replaceAll(/[()<>\\\s]/g, encodeCharacter)})`
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length))
}

function encodeCharacter(character: string): string {
  return `%${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, '0')}`
}
