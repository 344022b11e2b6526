import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import * as fc from 'fast-check'
import { parseSync } from 'oxc-parser'
import { expect, test } from 'vitest'
import { NASTY } from './nastyPayload.ts'
import { HTTP_PROGRAMS, writeHttp, type HttpLanguage } from './writeHttp.ts'

const HTTP_LANGUAGES = Object.keys(HTTP_PROGRAMS) as HttpLanguage[]

/** Where the payload stands, and what in it would end the literal, escape or be replaced. */
const LITERALS: Partial<Record<HttpLanguage, { literal: RegExp; special: RegExp }>> = {
  go: { literal: /const input = `([^]*?)`\n/, special: /`/ },
  rust: { literal: /let input = r(#+)"([^]*?)"\1;\n/, special: /^$/ },
  java: { literal: /var input = """\n([^]*?)""";\n/, special: /"""|(?<!\\)(\\\\)*\\(?!\\)/ },
  kotlin: { literal: /val input = """\n([^]*?)\n {4}"""/, special: /"""|\$/ },
  swift: { literal: /let input = #"""\n([^]*?)\n {4}"""#/, special: /"""|\\#/ },
  csharp: { literal: /var input = """\n([^]*?)\n {4}""";/, special: /"""/ },
  php: { literal: /<<<'JSON'\n([^]*?)\nJSON;/, special: /^\s*JSON/m },
  ruby: { literal: /<<~'JSON'\n([^]*?)\nJSON\n/, special: /^\s*JSON$/m },
  dart: { literal: /r"""\n([^]*?)\n""";/, special: /"""/ },
  powershell: { literal: /@'\n([^]*?)\n'@/, special: /^'@/m },
  r: { literal: /r"(-+)\(([^]*?)\)\1"\n/, special: /^$/ },
}

test.each(Object.entries(LITERALS))('%s: nothing in the payload is more than text', (language, rules) => {
  fc.assert(
    fc.property(payloads(), (payload) => {
      const code = writeHttp(language as HttpLanguage, callOf(payload))
      const literal = rules.literal.exec(code)?.at(-1) ?? ''
      expect(literal).not.toMatch(rules.special)
      const json = language === 'java' ? literal.replaceAll('\\\\', '\\') : literal
      expect(JSON.stringify(JSON.parse(json))).toBe(JSON.stringify(payload))
    }),
    { examples: [[NASTY]] },
  )
})

test.each(HTTP_LANGUAGES)('%s: an id is part of an address and nothing else', (language) => {
  const endpointId = `a/b"'\`$(x)#{y}\\(z)\n*/?&<`
  const code = writeHttp(language, { ...callOf({}), endpointId })
  expect(code).toContain('https://fal.run/a/b%22%27%60%24%28x%29%23%7By%7D%5C%28z%29%0A%2A/%3F%26%3C')
})

test.each(HTTP_LANGUAGES)('%s: the key comes from the environment', (language) => {
  const code = writeHttp(language, callOf({ a: 1 }))
  expect(code).toMatch(/(env|ENV|environ)\S*FAL_KEY|"FAL_KEY"|'FAL_KEY'/)
  expect(code).toMatch(/application\/json|json=/)
  expect(writeHttp(language, { ...callOf({}), mode: 'queue' })).toMatch(
    /request_id[^]*https:\/\/queue\.fal\.run\/fal-ai\/flux\/dev/,
  )
})

test('JavaScript: whatever the payload holds arrives unchanged', () => {
  fc.assert(
    fc.property(payloads(), (payload) => {
      const code = writeHttp('fetch', callOf(payload))
      expect(parseSync('call.mjs', code).errors).toEqual([])
      const sent = runInNewContext(`${code.replaceAll('await ', '')}; sent.body`, {
        process: { env: { FAL_KEY: 'secret' } },
        console: { log() {} },
        sent: {},
        fetch(_url: string, { body }: { body: string }) {
          sents.push(body)
          return { json() {} }
        },
      })
      expect(sent).toBeUndefined()
      expect(sents.pop()).toBe(JSON.stringify(payload))
    }),
    { examples: [[NASTY]] },
  )
})
const sents: string[] = []

/** Programs that print what they would send, from those that send it. */
const RUNS: { language: HttpLanguage; needs: string[]; file: string; print: (code: string) => string }[] = [
  {
    language: 'requests',
    needs: ['python3'],
    file: 'call.py',
    print: (code) =>
      `import json, sys, types
requests = types.ModuleType("requests")
class Answer:
    def raise_for_status(self): pass
    def json(self): return ""
def post(url, headers, json): print_json(json); return Answer()
requests.post = post
sys.modules["requests"] = requests
def print_json(value, dumps=json.dumps): sys.stdout.write(dumps(value))
${code.replace('print(response.json())', '')}`,
  },
  {
    language: 'ruby',
    needs: ['ruby'],
    file: 'call.rb',
    print: (code) => `${before(code, 'response =')}print input`,
  },
  {
    language: 'php',
    needs: ['php'],
    file: 'call.php',
    print: (code) => `${before(code, '$request =')}echo $input;`,
  },
  {
    language: 'go',
    needs: ['go', 'run'],
    file: 'call.go',
    print: (code) =>
      `package main\nimport "fmt"\n${/const input[^]*?`\n/.exec(code)?.[0]}func main() { fmt.Print(input) }`,
  },
  {
    language: 'java',
    needs: ['java'],
    file: 'Call.java',
    print: (code) => `${before(code, 'var request =')}System.out.print(input); } }`,
  },
]

test.each(RUNS)('$language: whatever the payload holds arrives unchanged (needs $needs)', (run) => {
  const [command = '', ...options] = run.needs
  if (spawnSync(command, ['-h']).error) return
  const file = join(mkdtempSync(join(tmpdir(), 'call-')), run.file)
  writeFileSync(file, run.print(writeHttp(run.language, callOf(NASTY))))
  const { stdout, stderr, status } = spawnSync(command, [...options, file], {
    env: {
      ...process.env,
      FAL_KEY: 'secret',
      JAVA_TOOL_OPTIONS: '-Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8',
    },
    encoding: 'utf8',
  })
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' })
  expect(JSON.stringify(JSON.parse(stdout))).toBe(JSON.stringify(NASTY))
})

function before(code: string, mark: string): string {
  return code.slice(0, code.indexOf(mark))
}

function callOf(payload: Record<string, unknown>) {
  return { endpointId: 'fal-ai/flux/dev', payload, mode: 'subscribe' } as const
}

function payloads() {
  return fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue())
}
