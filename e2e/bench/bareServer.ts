import { Agent, createServer, type OutgoingHttpHeaders, request } from 'node:http'

// Sends what another server answered, with nothing but `node:http`: what there is to reach on this machine.
// Started with that server's address, the encoding to ask for and the paths, it says its own address once it can answer.

type Kept = { headers: OutgoingHttpHeaders; body: Buffer }

const [origin = '', encoding = '', ...paths] = process.argv.slice(2)
const agent = new Agent({ keepAlive: true, maxSockets: 16 })
const kept = new Map(
  await Promise.all(paths.map(async (path) => [path, await ask(new URL(path, origin))] as const)),
)
agent.destroy()

const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
  const answer = kept.get(request.url ?? '')
  if (request.url === '/metrics') {
    const { user, system } = process.cpuUsage()
    response.end(`process_cpu_seconds_total ${(user + system) / 1e6}\n`)
  } else if (answer === undefined) {
    response.writeHead(404).end()
  } else if (request.headers['if-none-match'] === undefined) {
    response.writeHead(200, answer.headers).end(answer.body)
  } else {
    const { 'content-length': _length, 'content-type': _type, ...headers } = answer.headers
    response.writeHead(304, headers).end()
  }
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}\n`)
})

/** As bytes: `fetch` would decode them. */
function ask(url: URL): Promise<Kept> {
  return new Promise((resolve, reject) => {
    request(url, { agent, headers: { 'Accept-Encoding': encoding } }, (response) => {
      const chunks: Buffer[] = []
      const { date: _date, connection: _connection, 'keep-alive': _alive, ...headers } = response.headers
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ headers, body: Buffer.concat(chunks) }))
    })
      .on('error', reject)
      .end()
  })
}
