import { collectDefaultMetrics, Registry } from 'prom-client'
import type { AnsweredRequest } from './createEdge.ts'

/**
 * Counts requests and their durations, beside what the process says of itself, in Prometheus' text format. Its own
 * counters make texts and objects of every request, which would take an eighth of the throughput.
 */
export function createMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const routes = new Map<string, Tally>()

  return {
    count: ({ method, path, status, duration }: AnsweredRequest) => {
      const name = routeOf(path)
      let tally = routes.get(name)
      if (!tally) routes.set(name, (tally = createTally()))
      let statuses = tally.requests.get(method)
      if (!statuses) tally.requests.set(method, (statuses = new Map()))
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      const seconds = duration / 1000
      const place = BOUNDS.findIndex((bound) => seconds <= bound)
      tally.durations[place] = (tally.durations[place] ?? 0) + 1
      tally.seconds += seconds
    },
    read: async () =>
      `${await registry.metrics()}\n${[...writeRequests(), ...writeDurations()].join('\n')}\n`,
  }

  function writeRequests(): string[] {
    const counts = [...routes].flatMap(([route, { requests }]) =>
      [...requests].flatMap(([method, statuses]) =>
        [...statuses].map(
          ([status, count]) =>
            `http_requests_total{method="${method}",route="${route}",status="${status}"} ${count}`,
        ),
      ),
    )
    return ['# HELP http_requests_total Requests answered', '# TYPE http_requests_total counter', ...counts]
  }

  function writeDurations(): string[] {
    const name = 'http_request_duration_seconds'
    const lines = [...routes].flatMap(([route, { durations, seconds }]) => {
      let sum = 0
      const buckets = BOUNDS.map((bound, place) => {
        sum += durations[place] ?? 0
        const le = bound === Infinity ? '+Inf' : bound
        return `${name}_bucket{le="${le}",route="${route}"} ${sum}`
      })
      return [
        ...buckets,
        `${name}_sum{route="${route}"} ${seconds}`,
        `${name}_count{route="${route}"} ${sum}`,
      ]
    })
    return [`# HELP ${name} Time until an answer stood`, `# TYPE ${name} histogram`, ...lines]
  }
}

type Tally = {
  /** How many, by method and status. */
  requests: Map<string, Map<number, number>>
  /** How many took as long as each of the bounds, and longer than the one before. */
  durations: number[]
  seconds: number
}

function createTally(): Tally {
  return { requests: new Map(), durations: BOUNDS.map(() => 0), seconds: 0 }
}

/** Seconds. */
const BOUNDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, Infinity]

/** One of few, whatever is asked: each is a row of its own for ever. */
function routeOf(path: string): string {
  if (ROUTES.has(path)) return path
  return FAMILIES.find(([family]) => family.test(path))?.[1] ?? 'other'
}

const ROUTES = new Set([
  '/',
  '/changes',
  '/changes.atom',
  '/changes.json',
  '/healthz',
  '/llms.txt',
  '/metrics',
  '/readyz',
  '/v1/changes',
  '/v1/models',
  '/v1/models/facets',
  '/v1/models/names',
  '/v1/openapi.json',
])

const FAMILIES: [RegExp, string][] = [
  [/^\/assets\//, '/assets/…'],
  [/^\/thumbnails\//, '/thumbnails/…'],
  [/^\/models\/.+\.md$/, '/models/{endpoint_id}.md'],
  [/^\/models\//, '/models/{endpoint_id}'],
  [/^\/v1\/models\/.+\/history$/, '/v1/models/{endpoint_id}/history'],
]
