import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'
import sharp from 'sharp'

type Respond = (response: ServerResponse, request: IncomingMessage) => void

export type PictureHost = {
  origin: string
  /** The paths that were asked for. */
  asked: string[]
}

/** A host of its own on a free port, with what stands at its paths. */
export async function startHost(pages: Record<string, Buffer | Respond>): Promise<PictureHost> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const { url = '' } = request
    asked.push(url)
    const page = pages[url]
    if (typeof page === 'function') page(response, request)
    else response.writeHead(page ? 200 : 404, { 'Content-Type': 'text/plain' }).end(page)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return { origin: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`, asked }
}

/** A picture of this size in one colour. */
export function paint(width: number, height: number, background = 'teal'): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer()
}

/** A GIF of two frames. */
export async function animate(width: number, height: number): Promise<Buffer> {
  const frames = [await paint(width, height, 'teal'), await paint(width, height, 'orange')]
  return sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer()
}

/** What a picture is, by what stands in it. */
export async function measure(picture: Uint8Array | undefined): Promise<string> {
  const { format, width, height, pages = 1 } = await sharp(picture).metadata()
  return `${format} ${width}×${height}${pages > 1 ? ` of ${pages} frames` : ''}`
}
