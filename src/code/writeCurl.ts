import { callUrl, WEBHOOK, type Call } from './call.ts'
import { writeJson } from './literal.ts'

/** A command that calls the endpoint; the key is the shell's variable FAL_KEY. */
export function writeCurl(call: Call): string {
  const url = callUrl(call)
  const command = call.mode === 'stream' ? 'curl --no-buffer' : 'curl'
  const address = call.mode === 'queue' ? `'${url}?fal_webhook=${encodeURIComponent(WEBHOOK)}'` : url
  const request = `${command} ${address} \\
  --request POST \\
  --header "Authorization: Key $FAL_KEY" \\
  --header "Content-Type: application/json" \\
  --data '${writeJson(call.payload).replaceAll("'", String.raw`'\''`)}'`
  return call.mode === 'queue' ? `${QUEUE_NOTE}\n${request}` : request
}

const QUEUE_NOTE = `# The webhook receives the result. Without one, ask the addresses in the answer,
# status_url and response_url, with the same Authorization header.`
