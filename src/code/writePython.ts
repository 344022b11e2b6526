import { WEBHOOK, type Call } from './call.ts'
import { PYTHON, writeValue } from './literal.ts'

/** A program that calls the endpoint with `fal_client`. */
export function writePython(call: Call): string {
  return `${IMPORT}\n\n${writeSteps(call, BLOCKING)}`
}

/** The same, without keeping others waiting meanwhile. */
export function writeAsyncPython(call: Call): string {
  const steps = writeSteps(call, ASYNC).replace(/^(?=.)/gm, '    ')
  return `import asyncio\n\n${IMPORT}\n\n\nasync def main():\n${steps}\n\n\nasyncio.run(main())`
}

const IMPORT = 'import fal_client  # reads the key from the environment variable FAL_KEY'
const BLOCKING = { suffix: '', wait: '', iterate: 'for' }
const ASYNC = { suffix: '_async', wait: 'await ', iterate: 'async for' }

function writeSteps(call: Call, { suffix, wait, iterate }: typeof ASYNC): string {
  const invoke = (method: string, endpointId: string, more = '') =>
    `fal_client.${method}${suffix}(
    ${PYTHON.string(endpointId)},
    arguments=${writeValue(call.payload, PYTHON, '    ')},
${more})`

  if (call.mode === 'subscribe') {
    return `result = ${wait}${invoke('subscribe', call.endpointId)}\nprint(result)`
  }
  if (call.mode === 'stream') {
    // The client adds "/stream" itself.
    const id = call.endpointId.replace(/\/stream$/, '')
    return `${iterate} event in ${invoke('stream', id)}:\n    print(event)`
  }
  return `handle = ${wait}${invoke('submit', call.endpointId, `    webhook_url=${PYTHON.string(WEBHOOK)},\n`)}
print(handle.request_id)

# The webhook receives the result. Without one, wait for it here.
result = ${wait}handle.get()
print(result)`
}
