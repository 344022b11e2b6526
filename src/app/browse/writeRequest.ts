/** A program that asks the endpoint at `address` this question; the ones in a language fetch all pages. */
export function writeRequest(
  language: 'curl' | 'javascript' | 'python',
  address: string,
  params: URLSearchParams,
): string {
  if (language === 'curl') return `curl ${quoteForShell(withQuery(address, params))}`
  const pairs = [...params, ['limit', '100']]
  return language === 'javascript' ? writeJavaScript(address, pairs) : writePython(address, pairs)
}

/** Percent-encoded, a query holds nothing that a shell, a terminal or a browser's address bar would misread. */
function withQuery(address: string, params: URLSearchParams): string {
  const query = params.toString()
  return query === '' ? address : `${address}?${query}`
}

function quoteForShell(text: string): string {
  return /^[\w./:-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`
}

function writeJavaScript(address: string, pairs: string[][]): string {
  return `const params = new URLSearchParams(${writePairs(pairs, '[]', '  ')});
const models = [];
let page;
do {
  const response = await fetch(${quote(`${address}?`)} + params);
  if (!response.ok) throw new Error(await response.text());
  page = await response.json();
  models.push(...page.models);
  params.set("cursor", page.next_cursor);
} while (page.has_more);`
}

function writePython(address: string, pairs: string[][]): string {
  return `import requests

params = ${writePairs(pairs, '()', '    ')}
cursor = []
models = []
while True:
    response = requests.get(${quote(address)}, params=params + cursor)
    response.raise_for_status()
    page = response.json()
    models += page["models"]
    if not page["has_more"]:
        break
    cursor = [("cursor", page["next_cursor"])]`
}

/** In pairs, because a name may stand there more than once. */
function writePairs(pairs: string[][], brackets: '[]' | '()', indent: string): string {
  const lines = pairs.map((pair) => `${indent}${brackets[0]}${pair.map(quote).join(', ')}${brackets[1]},\n`)
  return `[\n${lines.join('')}]`
}

/** JSON's escapes mean the same in both languages. What is invisible, or turns the text's direction, is spelled out. */
function quote(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
