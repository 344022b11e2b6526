import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { onTestFinished } from 'vitest'
import type { Model } from '#contract/models.ts'
import { createCatalogue } from '#server/catalogue/createCatalogue.ts'
import { exampleModel } from '#server/catalogue/exampleModel.ts'
import { createApp } from '#server/createApp.ts'

/** Answers instead of the good endpoint, or leaves the request to it by answering nothing. */
export type Misbehaviour = (url: URL, response: ServerResponse, request: IncomingMessage) => true | void

export type TestUpstream = {
  /** Up to and with `/v1`. */
  address: string
  /** What was asked, without the origin. */
  asked: string[]
  serve: (models: Model[]) => void
  misbehave: (how: Misbehaviour | undefined) => void
  close: () => void
}

/** An endpoint of its own on a free port: our server, as long as it is not told to misbehave. */
export async function startUpstream(models = exampleModels(25)): Promise<TestUpstream> {
  const asked: string[] = []
  let behave = answerFrom(models)
  let misbehaviour: Misbehaviour | undefined
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://upstream')
    asked.push(url.pathname + url.search)
    if (misbehaviour?.(url, response, request) !== true) void behave(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(close)
  return {
    address: `http://127.0.0.1:${portOf(server.address())}/v1`,
    asked,
    serve: (served) => (behave = answerFrom(served)),
    misbehave: (how) => (misbehaviour = how),
    close,
  }

  function close() {
    server.closeAllConnections()
    server.close()
  }
}

/** Answers with any JSON. */
export function send(response: ServerResponse, body: unknown, status = 200, headers = {}): true {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body))
  return true
}

export function exampleModels(count: number): Model[] {
  return Array.from({ length: count }, (_, number) =>
    exampleModel(`maker/model-${number}`, {}, withInput('prompt')),
  )
}

/** A document that takes one text of this name. */
export function withInput(...names: string[]): Pick<Model, 'openapi'> {
  const properties = Object.fromEntries(names.map((name) => [name, { type: 'string' }]))
  const content = (name: string) => ({
    'application/json': { schema: { $ref: `#/components/schemas/${name}` } },
  })
  return {
    openapi: {
      openapi: '3.0.4',
      paths: {
        '/maker/model': { post: { requestBody: { content: content('In') } } },
        '/maker/model/requests/{request_id}': {
          get: { responses: { '200': { content: content('Out') } } },
        },
      },
      components: {
        schemas: {
          In: { type: 'object', properties },
          Out: { type: 'object', properties: { text: { type: 'string' } } },
        },
      },
    },
  }
}

function answerFrom(models: Model[]) {
  const source = createCatalogue(models, {
    kind: 'live',
    name: 'upstream',
    as_of: '2026-11-25T00:00:00.000Z',
  })
  return getRequestListener((request) => createApp(source).fetch(request))
}

function portOf(address: AddressInfo | string | null): number {
  if (typeof address === 'object' && address !== null) return address.port
  throw new Error('The test upstream has no port')
}
