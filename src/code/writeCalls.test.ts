import { spawnSync } from 'node:child_process'
import { runInNewContext } from 'node:vm'
import * as fc from 'fast-check'
import { parseSync } from 'oxc-parser'
import { expect, test } from 'vitest'
import type { Call, CallMode } from './call.ts'
import { NASTY } from './nastyPayload.ts'
import { writeCurl } from './writeCurl.ts'
import { writeJavaScript, writeTypeScriptCall } from './writeJavaScript.ts'
import { writeAsyncPython, writePython } from './writePython.ts'

const MODES: CallMode[] = ['subscribe', 'queue', 'stream']
const hasPython = spawnSync('python3', ['--version']).status === 0

test('cURL reads as one would write it', () => {
  expect(writeCurl(callOf({ prompt: "it's" }))).toBe(
    [
      'curl https://fal.run/fal-ai/flux/dev \\',
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
  expect(writeJavaScript(callOf({ prompt: 'a "b"', 'a-b': [1, 2], size: { width: 8 }, none: {} })))
    .toBe(`import { fal } from "@fal-ai/client";

// The client reads the key from the environment variable FAL_KEY.
const { data } = await fal.subscribe("fal-ai/flux/dev", {
  input: {
    prompt: "a \\"b\\"",
    "a-b": [1, 2],
    size: {
      width: 8,
    },
    none: {},
  },
});

console.log(data);`)
})

test('Python reads as one would write it', () => {
  const payload = { prompt: 'x', on: true, off: false, seed: null, scale: 3.5 }
  expect(writePython(callOf(payload)))
    .toBe(`import fal_client  # reads the key from the environment variable FAL_KEY

result = fal_client.subscribe(
    "fal-ai/flux/dev",
    arguments={
        "prompt": "x",
        "on": True,
        "off": False,
        "seed": None,
        "scale": 3.5,
    },
)
print(result)`)
})

test('what need not wait runs beside others', () => {
  expect(writeAsyncPython(callOf({ prompt: 'x' }))).toContain(`async def main():
    result = await fal_client.subscribe_async(
        "fal-ai/flux/dev",
        arguments={
            "prompt": "x",
        },
    )
    print(result)


asyncio.run(main())`)
})

test('a queued call names the webhook, and how to wait without one', () => {
  const call = callOf({ x: 1 }, 'queue')
  expect(writeCurl(call)).toContain("'https://queue.fal.run/fal-ai/flux/dev?fal_webhook=https%3A%2F%2F")
  expect(writeJavaScript(call)).toContain('webhookUrl: "https://example.com/webhook"')
  expect(writeJavaScript(call)).toContain('fal.queue.result("fal-ai/flux/dev", { requestId })')
  expect(writePython(call)).toContain('webhook_url="https://example.com/webhook"')
  expect(writeAsyncPython(call)).toContain('await handle.get()')
})

test('what streams is read event by event', () => {
  const call = callOf({ x: 1 }, 'stream')
  expect(writeCurl(call)).toContain('curl --no-buffer https://fal.run/fal-ai/flux/dev/stream \\')
  expect(writeCurl({ ...call, endpointId: 'a/stream' })).toContain('https://fal.run/a/stream \\')
  expect(writeJavaScript(call)).toContain('for await (const event of stream)')
  expect(writePython({ ...call, endpointId: 'a/b/stream' })).toContain(
    'for event in fal_client.stream(\n    "a/b",',
  )
  expect(writeAsyncPython(call)).toContain('    async for event in fal_client.stream_async(')
})

test('every program reads the key from the environment, and none has it', () => {
  for (const mode of MODES) {
    const call = callOf(NASTY, mode)
    for (const code of [
      writeCurl(call),
      writeJavaScript(call),
      writeTypeScriptCall(call),
      writePython(call),
      writeAsyncPython(call),
    ]) {
      expect(code).toContain('FAL_KEY')
    }
  }
})

test('JavaScript and TypeScript: whatever the payload holds arrives unchanged', () => {
  fc.assert(
    fc.property(payloads(), fc.constantFrom(...MODES), (payload, mode) => {
      for (const write of [writeJavaScript, writeTypeScriptCall]) {
        const code = write(callOf(payload, mode))
        expect(parseSync('call.mts', code).errors).toEqual([])
        expect(arrivesByJavaScript(code)).toBe(JSON.stringify(payload))
      }
    }),
    { examples: [[NASTY, 'subscribe']] },
  )
})

test('JavaScript: no string ends the script element it may stand in', () => {
  expect(writeJavaScript(callOf(NASTY))).not.toMatch(/<\/script|<!--|[\u2028\u2029\u202e]/i)
})

test('cURL: whatever the payload holds arrives unchanged', () => {
  for (const mode of MODES) {
    const sent = argumentsOfCurl(writeCurl({ ...callOf(NASTY, mode), endpointId: "a/b c'd" }))
    expect(sent.find((argument) => argument.startsWith('https:'))).toContain('fal.run/a/b%20c%27d')
    expect(sent).toContain('Authorization: Key secret')
    expect(JSON.stringify(JSON.parse(sent.at(-1) ?? ''))).toBe(JSON.stringify(NASTY))
  }
})

test.skipIf(!hasPython)('Python: whatever the payload holds arrives unchanged (needs python3)', () => {
  const sent = [NASTY, ...fc.sample(payloads(), { numRuns: 100, seed: 1 })]
  for (const mode of MODES) {
    for (const write of [writePython, writeAsyncPython]) {
      const programs = sent.map((payload) => write(callOf(payload, mode)))
      expect(argumentsOfPython(programs)).toEqual(sent.map((payload) => JSON.parse(JSON.stringify(payload))))
    }
  }
})

test('what JSON cannot hold is left out', () => {
  const code = writeJavaScript(callOf({ a: undefined, b: Number.NaN }))
  expect(code).toContain('{\n    b: null,\n  }')
})

function callOf(payload: Record<string, unknown>, mode: CallMode = 'subscribe'): Call {
  return { endpointId: 'fal-ai/flux/dev', payload, mode }
}

function payloads() {
  return fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue())
}

/** The payload that a run of the generated program would send, as JSON. */
function arrivesByJavaScript(code: string): string {
  const input = /input: (\{\}|\{[^]*?\n {2}\}),\n/.exec(code)?.[1]
  return String(runInNewContext(`JSON.stringify(${input})`))
}

function argumentsOfCurl(code: string): string[] {
  const { stdout, status } = spawnSync('sh', ['-c', `curl() { printf '%s\\0' "$@"; }\n${code}`], {
    env: { FAL_KEY: 'secret', HOME: '/home' },
    encoding: 'utf8',
  })
  expect(status).toBe(0)
  return stdout.split('\0').slice(0, -1)
}

/** Runs the programs with a client that notes what it is given. */
function argumentsOfPython(programs: string[]): unknown {
  const recorder = `
import json, sys, types
sent = []
class Handle:
    request_id = "1"
    def get(self): return None
class AsyncHandle:
    request_id = "1"
    async def get(self): return None
def note(answer):
    def call(id, arguments, webhook_url=None):
        sent.append(arguments)
        return answer
    return call
def note_async(answer):
    async def call(id, arguments, webhook_url=None):
        sent.append(arguments)
        return answer
    return call
async def note_stream(id, arguments):
    sent.append(arguments)
    yield None
client = types.ModuleType("fal_client")
client.subscribe, client.submit, client.stream = note(None), note(Handle()), note([])
client.subscribe_async, client.submit_async, client.stream_async = note_async(None), note_async(AsyncHandle()), note_stream
sys.modules["fal_client"] = client
import builtins
builtins.print, show = lambda *a: None, print
for program in json.load(sys.stdin): exec(program, {})
show(json.dumps(sent))
`
  const input = JSON.stringify(programs)
  const { stdout, stderr } = spawnSync('python3', ['-c', recorder], { input, encoding: 'utf8' })
  expect(stderr).toBe('')
  return JSON.parse(stdout)
}
