import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Edge } from './edge/createEdge.ts'
import type { Settings } from './settings.ts'

export type Listening = {
  /** The address to open, with the port that the system gave for port 0. */
  url: string
  /** Takes no more connections, and is done when the running requests are answered, or after some seconds. */
  close: () => Promise<void>
}

/** Listens on the port of the settings. Rejects with an error that names the setting to change. */
export async function listen(
  { fetch, answerKept = () => false }: Pick<Edge, 'fetch'> & Partial<Edge>,
  { host, port }: Pick<Settings, 'host' | 'port'>,
  { silence, ...patience } = PATIENCE,
): Promise<Listening> {
  const respond = getRequestListener((request, { incoming }) =>
    fetch(request, { address: incoming.socket.remoteAddress }),
  )
  const server = createServer({ maxHeaderSize: MAX_HEADER_SIZE, ...patience }, (request, response) => {
    if (!answerKept(request, response)) void respond(request, response)
    // What is sent already needs no timer, which would take longer than much of the rest.
    if (!response.writableFinished) request.socket.setTimeout(silence)
  })
  server.maxConnections = MAX_CONNECTIONS
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, host, port)))
    server.listen(port, host, resolve)
  })
  return { url: writeUrl(host, server.address(), port), close }

  function close(): Promise<void> {
    return new Promise((resolve) => {
      const giveUp = setTimeout(() => server.closeAllConnections(), STOPPING)
      // A connection that is kept open becomes idle only when its last request is answered.
      const closeIdle = setInterval(() => server.closeIdleConnections(), 50)
      server.close(() => {
        clearTimeout(giveUp)
        clearInterval(closeIdle)
        resolve()
      })
    })
  }
}

/** Bytes. Node's own 16 kB would refuse a shared shortlist of three hundred models. */
const MAX_HEADER_SIZE = 65_536

/** More than one process serves well; what waits at the door takes memory too. */
const MAX_CONNECTIONS = 4096

/** Milliseconds that running requests get when the server is to stop: those who stop processes wait for ten seconds. */
const STOPPING = 8000

/** Milliseconds after which a connection is cut off. */
const PATIENCE = {
  /** In which the head of a request must be there, and the whole request. */
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  /** In which some byte must move while an answer is under way. */
  silence: 30_000,
  /** In which the next request must begin: longer than the minute for which balancers keep theirs. */
  keepAliveTimeout: 65_000,
  /** How often the first two are looked at. */
  connectionsCheckingInterval: 5000,
}

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
