import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { Settings } from './settings.ts'

export type Listening = {
  /** The address to open, with the port that the system gave for port 0. */
  url: string
  /** Takes no more connections, and is done when the running requests are answered, or after some seconds. */
  close: () => Promise<void>
}

/** Listens on the port of the settings. Rejects with an error that names the setting to change. */
export async function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  { host, port }: Settings,
): Promise<Listening> {
  const server = createAdaptorServer({ fetch, serverOptions: { maxHeaderSize: MAX_HEADER_SIZE } })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, host, port)))
    server.listen(port, host, resolve)
  })
  return { url: writeUrl(host, server.address(), port), close }

  function close(): Promise<void> {
    return new Promise((resolve) => {
      const giveUp = setTimeout(
        () => 'closeAllConnections' in server && server.closeAllConnections(),
        PATIENCE,
      )
      server.close(() => {
        clearTimeout(giveUp)
        resolve()
      })
      if ('closeIdleConnections' in server) server.closeIdleConnections()
    })
  }
}

/** Bytes. Node's own 16 kB would refuse a shared shortlist of three hundred models. */
const MAX_HEADER_SIZE = 65_536

/** Milliseconds. */
const PATIENCE = 3000

function writeUrl(host: string, address: string | AddressInfo | null, port: number): string {
  const actualPort = typeof address === 'object' && address !== null ? address.port : port
  return `http://${host.includes(':') ? `[${host}]` : host}:${actualPort}`
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const reasons = new Map([
    ['EADDRINUSE', `PORT: ${port} on ${host} is taken; stop what uses it, or set another`],
    ['EACCES', `PORT: listening on ${port} is not permitted; set one of 1024 or more`],
    ['EADDRNOTAVAIL', `HOST: ${host} is not an address of this machine`],
    ['ENOTFOUND', `HOST: ${host} is not an address of this machine`],
  ])
  const reason = reasons.get(error.code ?? '') ?? `Cannot listen on ${host}:${port}: ${error.message}`
  return new Error(reason, { cause: error })
}
