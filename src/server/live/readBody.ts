/** The text of an answer. Throws, and takes no more, when it is longer than `maxBytes`. */
export async function readBody(response: Response, maxBytes: number): Promise<string> {
  const reader: ReadableStreamDefaultReader<Uint8Array> | undefined = response.body?.getReader()
  if (reader === undefined) return ''
  const chunks: Uint8Array[] = []
  let bytes = 0
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    bytes += next.value.length
    if (bytes > maxBytes) {
      await reader.cancel()
      throw new Error(`longer than ${maxBytes} bytes`)
    }
    chunks.push(next.value)
  }
  return Buffer.concat(chunks).toString()
}
