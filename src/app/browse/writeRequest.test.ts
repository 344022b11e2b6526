import { spawnSync } from 'node:child_process'
import { runInNewContext } from 'node:vm'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeRequest } from './writeRequest.ts'

const ADDRESS = 'http://127.0.0.1:3000/v1/models'

test('cURL reads as one would write it', () => {
  expect(writeRequest('curl', ADDRESS, new URLSearchParams())).toBe(`curl ${ADDRESS}`)
  expect(writeRequest('curl', ADDRESS, new URLSearchParams({ q: "it's", status: 'active' }))).toBe(
    `curl '${ADDRESS}?q=it%27s&status=active'`,
  )
})

test('JavaScript reads as one would write it', () => {
  expect(writeRequest('javascript', ADDRESS, new URLSearchParams('category=a&category=-b')))
    .toBe(`const params = new URLSearchParams([
  ["category", "a"],
  ["category", "-b"],
  ["limit", "100"],
]);
const models = [];
let page;
do {
  const response = await fetch("${ADDRESS}?" + params);
  if (!response.ok) throw new Error(await response.text());
  page = await response.json();
  models.push(...page.models);
  params.set("cursor", page.next_cursor);
} while (page.has_more);`)
})

test('Python reads as one would write it', () => {
  expect(writeRequest('python', ADDRESS, new URLSearchParams('q=lip sync'))).toBe(`import requests

params = [
    ("q", "lip sync"),
    ("limit", "100"),
]
cursor = []
models = []
while True:
    response = requests.get("${ADDRESS}", params=params + cursor)
    response.raise_for_status()
    page = response.json()
    models += page["models"]
    if not page["has_more"]:
        break
    cursor = [("cursor", page["next_cursor"])]`)
})

const NASTY = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.stringMatching(/^['"\\$`!&|;<>(){}\n\r\t #%*?~-]{0,12}$/),
  fc.constantFrom(
    "'; rm -rf ~ #",
    '$(id)',
    '`id`',
    '"); import os; os.system("id") #',
    '</script><script>',
    '\u2028\u202e',
  ),
)
const QUESTION = fc.array(fc.tuple(fc.constantFrom('q', 'tag', 'category'), NASTY), { maxLength: 4 })

test('a shell hands curl the question as it was, and does nothing else', () => {
  fc.assert(
    fc.property(QUESTION, (pairs) => {
      const command = writeRequest('curl', ADDRESS, new URLSearchParams(pairs))
      const { stdout, stderr } = spawnSync('sh', ['-c', command.replace(/^curl/, 'printf "%s"')])
      expect(String(stderr)).toBe('')
      expect([...new URL(String(stdout)).searchParams]).toEqual([...new URLSearchParams(pairs)])
    }),
    { numRuns: 60 },
  )
})

test('JavaScript asks for each page of the question as it was', async () => {
  await fc.assert(
    fc.asyncProperty(QUESTION, async (pairs) => {
      const asked: string[] = []
      const answers = [
        { models: [1], has_more: true, next_cursor: 'Mg' },
        { models: [2], has_more: false, next_cursor: null },
      ]
      const code = writeRequest('javascript', ADDRESS, new URLSearchParams(pairs))
      const run: unknown = runInNewContext(`(async () => { ${code}\nreturn models })()`, {
        URLSearchParams,
        fetch: async (url: string) => {
          asked.push(url)
          return { ok: true, json: async () => answers[asked.length - 1] }
        },
      })
      expect(JSON.stringify(await run)).toBe('[1,2]')
      const wanted = [...new URLSearchParams(pairs), ['limit', '100']]
      expect(asked.map((url) => [...new URL(url).searchParams])).toEqual([
        wanted,
        [...wanted, ['cursor', 'Mg']],
      ])
    }),
  )
})

const hasPython = spawnSync('python3', ['--version']).status === 0

test.skipIf(!hasPython)('Python asks for each page of the question as it was', () => {
  fc.assert(
    fc.property(QUESTION, (pairs) => {
      const code = writeRequest('python', ADDRESS, new URLSearchParams(pairs))
      const { stdout, stderr } = spawnSync('python3', [
        '-c',
        `${FAKE_REQUESTS}\n${code}\nprint(json.dumps(asked))`,
      ])
      expect(String(stderr)).toBe('')
      const wanted = [...new URLSearchParams(pairs), ['limit', '100']]
      expect(JSON.parse(String(stdout))).toEqual([wanted, [...wanted, ['cursor', 'Mg']]])
    }),
    { numRuns: 15 },
  )
})

/** A module `requests` that answers with two pages. */
const FAKE_REQUESTS = `
import json, sys, types
asked = []
class Response:
    def raise_for_status(self): pass
    def json(self):
        return {"models": [1], "has_more": len(asked) < 2, "next_cursor": "Mg"}
def get(url, params):
    asked.append(params)
    return Response()
module = types.ModuleType("requests")
module.get = get
sys.modules["requests"] = module
`
