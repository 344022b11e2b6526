import { Hono } from 'hono'
import type { AnswerEnv } from '#server/AnswerEnv.ts'
import type { ModelSource } from '#server/ModelSource.ts'

export type HealthOptions = {
  /** Whether we are about to stop, and want no more requests. */
  isStopping?: () => boolean
  /** What `/metrics` says, in Prometheus' text format. */
  readMetrics?: () => Promise<string>
}

/** `/healthz`: whether the process lives. `/readyz`: whether it can answer, and from what. `/metrics`: how it fares. */
export function createHealth(
  source: Pick<ModelSource, 'facets'>,
  { isStopping = () => false, readMetrics }: HealthOptions,
) {
  const health = new Hono<AnswerEnv>()

  health.get('/healthz', (c) => c.json({ status: 'alive' }, 200, { ...c.env.headers, ...NO_STORE }))

  health.get('/readyz', async (c) => {
    const state = await readState()
    return c.json(state, state.status === 'ready' ? 200 : 503, { ...c.env.headers, ...NO_STORE })
  })

  if (readMetrics) {
    health.get('/metrics', async (c) =>
      c.body(await readMetrics(), 200, {
        ...c.env.headers,
        ...NO_STORE,
        'Content-Type': 'text/plain; version=0.0.4; charset=utf-8',
      }),
    )
  }

  return health

  async function readState() {
    if (isStopping()) return { status: 'stopping' }
    try {
      const { source: origin, total } = await source.facets({ facets: [] })
      const age = Math.round((Date.now() - Date.parse(origin.as_of)) / 1000)
      return { status: 'ready', source: origin, models: total, age_seconds: age }
    } catch (error) {
      console.error('Not ready:', error)
      return { status: 'not ready' }
    }
  }
}

const NO_STORE = { 'Cache-Control': 'no-store' }
