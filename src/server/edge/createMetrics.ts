import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client'
import type { AnsweredRequest } from './createEdge.ts'

/** Counts requests and their durations, beside what the process says of itself, for Prometheus. */
export function createMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Counter({
    name: 'http_requests_total',
    help: 'Requests answered',
    labelNames: ['method', 'route', 'status'],
    registers: [registry],
  })
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time until an answer stood',
    labelNames: ['route'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  })

  return {
    count: ({ method, path, status, duration }: AnsweredRequest) => {
      const route = routeOf(path)
      requests.inc({ method, route, status })
      durations.observe({ route }, duration / 1000)
    },
    read: () => registry.metrics(),
  }
}

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
