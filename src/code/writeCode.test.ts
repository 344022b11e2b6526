import { spawnSync } from 'node:child_process'
import { runInNewContext } from 'node:vm'
import * as fc from 'fast-check'
import { parseSync } from 'oxc-parser'
import { expect, test } from 'vitest'
import { writeCode } from './writeCode.ts'

const NASTY = {
  quotes: `She said "it's"`,
  lines: 'one\ntwo\r\n\ttab\u2028separator\u2029paragraph',
  shell: "$HOME `id` $(id) \\ \\\\ !! %s '; echo x #",
  markup: '</script><!-- <b>&amp;',
  template: '${1 + 1} `x`',
  letters: 'ü 漢字 😀 👩‍👩‍👧 \u202eright to left\u0000\u0007\u007f',
  surrogate: '\ud800',
  'key with spaces': 1,
  '1st': true,
  'it\'s "x"': null,
  class: [],
  $ok_2: {},
  '': [[], {}, [null, false]],
  numbers: [0, -1, 3.5, 1e21, 1e-7, 9007199254740991],
  ...JSON.parse('{"__proto__": {"deep": "</SCRIPT>"}}'),
}
const hasPython = spawnSync('python3', ['--version']).status === 0

test('cURL reads as one would write it', () => {
  expect(writeCode('curl', { endpointId: 'fal-ai/flux/dev', payload: { prompt: "it's" } })).toBe(
    [
      'curl https://queue.fal.run/fal-ai/flux/dev \\',
      '  --request POST \\',
      '  --header "Authorization: Key $FAL_KEY" \\',
      '  --header "Content-Type: application/json" \\',
      "  --data '{",
      String.raw`  "prompt": "it'\''s"`,
      "}'",
    ].join('\n'),
  )
})

test('JavaScript reads as one would write it', () => {
  const payload = { prompt: 'a "b"', 'a-b': [1, 2], size: { width: 8 }, none: {} }
  expect(writeCode('javascript', { endpointId: 'fal-ai/flux/dev', payload }))
    .toBe(`import { fal } from "@fal-ai/client";

const { data } = await fal.subscribe("fal-ai/flux/dev", {
  input: {
    prompt: "a \\"b\\"",
    "a-b": [1, 2],
    size: {
      width: 8,
    },
    none: {},
  },
});`)
})

test('Python reads as one would write it', () => {
  const payload = { prompt: 'x', on: true, off: false, seed: null, scale: 3.5 }
  expect(writeCode('python', { endpointId: 'fal-ai/flux/dev', payload })).toBe(`import fal_client

result = fal_client.subscribe(
    "fal-ai/flux/dev",
    arguments={
        "prompt": "x",
        "on": True,
        "off": False,
        "seed": None,
        "scale": 3.5,
    },
)`)
})

test('what streams is read event by event', () => {
  const call = { endpointId: 'a/b', payload: { x: 1 }, streams: true }
  expect(writeCode('curl', call)).toContain('curl --no-buffer https://fal.run/a/b/stream \\')
  expect(writeCode('curl', { ...call, endpointId: 'a/stream' })).toContain('https://fal.run/a/stream \\')
  expect(parseSync('call.mjs', writeCode('javascript', call)).errors).toEqual([])
  expect(writeCode('javascript', call)).toContain('for await (const event of stream)')
  expect(writeCode('python', call)).toContain('for event in stream:')
})

test('JavaScript: whatever the payload holds arrives unchanged', () => {
  expect(arrivesByJavaScript(NASTY)).toBe(JSON.stringify(NASTY))
  fc.assert(
    fc.property(fc.jsonValue(), (payload) => arrivesByJavaScript(payload) === JSON.stringify(payload)),
  )
})

test('JavaScript: no string ends the script element it may stand in', () => {
  const code = writeCode('javascript', { endpointId: 'a/b', payload: NASTY })
  expect(code).not.toMatch(/<\/script|<!--|[\u2028\u2029\u202e]/i)
})

test('cURL: whatever the payload holds arrives unchanged', () => {
  const sent = argumentsOfCurl(writeCode('curl', { endpointId: "a/b c'd", payload: NASTY }))
  expect(sent[0]).toBe("https://queue.fal.run/a/b c'd")
  expect(sent).toContain('Authorization: Key secret')
  expect(JSON.stringify(JSON.parse(sent.at(-1) ?? ''))).toBe(JSON.stringify(NASTY))
})

test.skipIf(!hasPython)('Python: whatever the payload holds arrives unchanged (needs python3)', () => {
  const payloads: unknown[] = [NASTY, ...fc.sample(fc.jsonValue(), { numRuns: 100, seed: 1 })]
  const code = payloads.map((payload) => writeCode('python', { endpointId: 'a/b', payload }))
  expect(argumentsOfPython(code)).toEqual(payloads.map((payload) => JSON.parse(JSON.stringify(payload))))
})

test('what JSON cannot hold is left out', () => {
  const payload = { a: undefined, b: Number.NaN }
  expect(writeCode('javascript', { endpointId: 'a/b', payload })).toContain('{\n    b: null,\n  }')
  expect(arrivesByJavaScript(undefined)).toBe('{}')
})

/** The payload that a run of the generated program would send, as JSON. */
function arrivesByJavaScript(payload: unknown): string {
  const code = writeCode('javascript', { endpointId: 'a/b', payload })
  expect(parseSync('call.mjs', code).errors).toEqual([])
  const call = code.slice(code.indexOf('fal.subscribe'))
  return String(
    runInNewContext(`const fal = { subscribe: (id, { input }) => JSON.stringify(input) }; ${call}`),
  )
}

function argumentsOfCurl(code: string): string[] {
  const { stdout, status } = spawnSync('sh', ['-c', `curl() { printf '%s\\0' "$@"; }\n${code}`], {
    env: { FAL_KEY: 'secret', HOME: '/home' },
    encoding: 'utf8',
  })
  expect(status).toBe(0)
  return stdout.split('\0').slice(0, -1)
}

function argumentsOfPython(programs: string[]): unknown {
  const recorder = [
    'import json, sys, types',
    'sent = []',
    'module = types.ModuleType("fal_client")',
    'module.subscribe = lambda id, arguments: sent.append(arguments)',
    'sys.modules["fal_client"] = module',
    'for program in json.load(sys.stdin): exec(program)',
    'print(json.dumps(sent))',
  ].join('\n')
  const input = JSON.stringify(programs)
  const { stdout, stderr } = spawnSync('python3', ['-c', recorder], { input, encoding: 'utf8' })
  expect(stderr).toBe('')
  return JSON.parse(stdout)
}
