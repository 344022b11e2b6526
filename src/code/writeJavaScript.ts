import { WEBHOOK, type Call } from './call.ts'
import { JAVASCRIPT, writeValue } from './literal.ts'

/** A module that calls the endpoint with `@fal-ai/client`. */
export function writeJavaScript(call: Call): string {
  return `import { fal } from "@fal-ai/client";\n\n${KEY_NOTE}\n${writeBody(call)}`
}

/** The same for TypeScript: what comes back has its type, and so have the events on the way. */
export function writeTypeScriptCall(call: Call): string {
  if (call.mode !== 'subscribe') return writeJavaScript(call)
  const id = JAVASCRIPT.string(call.endpointId)
  return `import { fal, type OutputType, type QueueStatus, type Result } from "@fal-ai/client";

${KEY_NOTE}
const { data }: Result<OutputType<${id}>> = await fal.subscribe(${id}, {
  input: ${writeValue(call.payload, JAVASCRIPT, '  ')},
  logs: true,
  onQueueUpdate(update: QueueStatus) {
    console.log(update.status);
  },
});

console.log(data);`
}

const KEY_NOTE = '// The client reads the key from the environment variable FAL_KEY.'

function writeBody({ endpointId, payload, mode }: Call): string {
  const id = JAVASCRIPT.string(endpointId)
  const input = `input: ${writeValue(payload, JAVASCRIPT, '  ')},`
  if (mode === 'subscribe') {
    return `const { data } = await fal.subscribe(${id}, {\n  ${input}\n});\n\nconsole.log(data);`
  }
  if (mode === 'stream') {
    return `const stream = await fal.stream(${id}, {\n  ${input}\n});

for await (const event of stream) {
  console.log(event);
}

const data = await stream.done();
console.log(data);`
  }
  return `const { request_id: requestId } = await fal.queue.submit(${id}, {
  ${input}
  webhookUrl: ${JAVASCRIPT.string(WEBHOOK)},
});

// The webhook receives the result. Without one, wait for it here.
await fal.queue.subscribeToStatus(${id}, { requestId });
const { data } = await fal.queue.result(${id}, { requestId });
console.log(data);`
}
