/** What a program is to do: call the endpoint with the payload. */
export type Call = {
  endpointId: string
  /** Arrives unchanged, whatever it holds. */
  payload: unknown
  mode: CallMode
}

/** `subscribe` waits for the result, `queue` leaves it to a webhook, `stream` reads events as they come. */
export type CallMode = 'subscribe' | 'queue' | 'stream'

/** Stands where the caller's own address belongs. */
export const WEBHOOK = 'https://example.com/webhook'

/** The address to post the payload to. Ids are untrusted: what is special to any language is percent-encoded. */
export function callUrl({ endpointId, mode }: Call): string {
  const path = endpointId.split('/').map(encodeSegment).join('/')
  if (mode === 'queue') return `https://queue.fal.run/${path}`
  return mode === 'stream' && !path.endsWith('/stream')
    ? `https://fal.run/${path}/stream`
    : `https://fal.run/${path}`
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
