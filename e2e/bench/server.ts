import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ModelsFacets } from '#contract/facets.ts'
import { buildLargeCatalogue } from './largeCatalogue.ts'
import { writeDistinctSearches } from './distinctSearches.ts'
import { type Load, load } from './load.ts'
import { type Started, startServer } from './startServer.ts'
import { quantile } from './statistics.ts'

const CONNECTIONS = 16
const ROUNDS = 5
const SECONDS = 2
const STARTS = 5
const DISTINCT = 1600
/** Of many models, a start takes long, and a search longer. */
const DISTINCT_OF_MANY = 400
const SIZES = [10_000, 100_000]

/** What is asked over and over, as a browser asks it. */
const QUESTIONS = [
  { name: 'list', path: '/v1/models' },
  { name: 'search', path: '/v1/models?q=image+to+video' },
  {
    name: 'find with its document',
    path: '/v1/models?endpoint_id=fal-ai%2Fflux%2Fdev&expand=openapi-3.0',
  },
  { name: 'facets', path: '/v1/models/facets' },
  { name: 'list, 304', path: '/v1/models', isKnown: true },
]

/** The server: repeated questions beside a bare `node:http` server, distinct searches, memory and start, of three sizes. */
export async function benchServer(): Promise<string[]> {
  const lines = await measureRepeated()
  lines.push(
    '',
    `distinct searches: ${DISTINCT}, of generated models ${DISTINCT_OF_MANY}, each asked once, of a server that was just started; one at a time, then as many others by ${CONNECTIONS} connections, where each waits for ${CONNECTIONS - 1}: only what stands beside bare compares; bare: as above, with all answers ready`,
    '',
    '| models | start | memory at rest | alone p50 | p99 | together p50 | p99 | searches/s | bare p50 | p99 | memory then |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    await measureSize('dist', DISTINCT, STARTS, { start: 500, megabytes: 200, p99: 5 }),
  )
  for (const size of SIZES) {
    const folder = await buildLargeCatalogue(size)
    lines.push(await measureSize(folder, DISTINCT_OF_MANY, 1, size === 100_000 ? { p99: 50 } : {}))
    await rm(folder, { recursive: true })
  }
  return lines
}

async function measureRepeated(): Promise<string[]> {
  const product = await startProgram('dist')
  const bare = await startBare(product, 'br', [...new Set(QUESTIONS.map(({ path }) => path))])
  const lines = [
    `${CONNECTIONS} connections, ${ROUNDS} rounds of ${SECONDS} s each, medians, both warm, the log in a file; bare: node:http with the same bytes and headers`,
    '',
    '| asked over and over | requests/s | bare | share | to reach | p50 | p99 | bare p99 | CPU each | bare |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
  ]
  for (const { name, path, isKnown } of QUESTIONS) {
    // A server runs for weeks: what its code costs before it is compiled is no part of it.
    await ask(product, path, isKnown)
    await ask(bare, path, isKnown)
    const rounds: Round[] = []
    for (let round = 0; round < ROUNDS; round++) {
      rounds.push({ ours: await ask(product, path, isKnown), bare: await ask(bare, path, isKnown) })
    }
    const median = (pick: (round: Round) => number) => quantile(rounds.map(pick), 0.5)
    const share = median(({ ours, bare }) => ours.perSecond / bare.perSecond)
    lines.push(
      writeRow([
        name,
        median(({ ours }) => ours.perSecond).toFixed(0),
        median(({ bare }) => bare.perSecond).toFixed(0),
        share.toFixed(2),
        share >= 0.8 ? '≥ 0.8' : '**missed: 0.8**',
        `${median(({ ours }) => ours.p50).toFixed(2)} ms`,
        `${median(({ ours }) => ours.p99).toFixed(2)} ms`,
        `${median(({ bare }) => bare.p99).toFixed(2)} ms`,
        `${median(({ ours }) => ours.cpu).toFixed(0)} µs`,
        `${median(({ bare }) => bare.cpu).toFixed(0)} µs`,
      ]),
    )
  }
  await Promise.all([product.stop(), bare.stop()])
  return lines
}

type Round = { ours: Measured; bare: Measured }

/** With the microseconds that the server's processor took for each request. */
type Measured = Load & { cpu: number }

async function ask(server: Started, path: string, isKnown = false): Promise<Measured> {
  const headers = {
    'Accept-Encoding': 'br',
    ...(isKnown && { 'If-None-Match': await readTag(server, path) }),
  }
  const before = await server.read('process_cpu_seconds_total')
  const measured = await load(
    server.url,
    { paths: Array.from({ length: CONNECTIONS }, () => [path]), headers },
    { seconds: SECONDS, status: isKnown ? 304 : 200 },
  )
  const cpu = (await server.read('process_cpu_seconds_total')) - before
  return { ...measured, cpu: (cpu * 1e6) / measured.requests }
}

async function readTag({ url }: Started, path: string): Promise<string> {
  return (await fetch(`${url}${path}`)).headers.get('ETag') ?? ''
}

async function measureSize(
  folder: string,
  distinct: number,
  starts: number,
  goal: { start?: number; megabytes?: number; p99?: number },
): Promise<string> {
  const times: number[] = []
  for (let start = 1; start < starts; start++) {
    const server = await startProgram(folder)
    times.push(server.time)
    await server.stop()
  }
  const server = await startProgram(folder)
  times.push(server.time)
  const atRest = await readMegabytes(server)
  const total = await countModels(server)
  const searches = await writeDistinctSearches(server.url, 2 * distinct)
  const { alone, together } = await search(server, searches)
  const memoryThen = await readMegabytes(server)
  const bare = await startBare(server, 'identity', searches)
  const { together: bareTogether } = await search(bare, searches)
  const row = writeRow([
    String(total),
    judge(quantile(times, 0.5), 'ms', goal.start),
    judge(atRest, 'MB', goal.megabytes),
    `${alone.p50.toFixed(1)} ms`,
    judge(alone.p99, 'ms', goal.p99),
    `${together.p50.toFixed(1)} ms`,
    judge(together.p99, 'ms'),
    together.perSecond.toFixed(0),
    judge(bareTogether.p50, 'ms'),
    judge(bareTogether.p99, 'ms'),
    judge(memoryThen, 'MB', goal.megabytes),
  ])
  await Promise.all([server.stop(), bare.stop()])
  return row
}

/** The first half of the searches one at a time, the other by all connections at once. */
async function search({ url }: Started, searches: string[]): Promise<{ alone: Load; together: Load }> {
  const half = searches.length / 2
  const alone = await load(url, { paths: [searches.slice(0, half)] })
  const together = await load(url, {
    paths: Array.from({ length: CONNECTIONS }, (_, connection) =>
      searches.slice(half).filter((_, place) => place % CONNECTIONS === connection),
    ),
  })
  return { alone, together }
}

async function countModels({ url }: Started): Promise<number> {
  return ModelsFacets.parse(await (await fetch(`${url}/v1/models/facets?facet=kind`)).json()).total
}

/** A bare server with what the product answers to these paths, in an encoding. */
function startBare(product: Started, encoding: string, paths: string[]): Promise<Started> {
  return startServer(['--import', 'tsx', 'e2e/bench/bareServer.ts', product.url, encoding, ...paths])
}

/** The built server of a folder, with its limit out of the way. */
function startProgram(folder: string): Promise<Started> {
  return startServer([join(folder, 'server', 'main.js')], { PORT: '0', RATE_LIMIT: '1000000000' })
}

async function readMegabytes(server: Started): Promise<number> {
  return (await server.read('process_resident_memory_bytes')) / 1e6
}

function judge(value: number, unit: string, goal?: number): string {
  const written = `${value.toFixed(value < 100 ? 1 : 0)} ${unit}`
  if (goal === undefined) return written
  return value <= goal ? `${written} (≤ ${goal})` : `${written} **(missed: ${goal})**`
}

function writeRow(cells: string[]): string {
  return `| ${cells.join(' | ')} |`
}
