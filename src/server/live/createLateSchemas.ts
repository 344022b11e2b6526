import type { Upstream } from './createUpstream.ts'
import { fetchSchemas } from './fetchSchemas.ts'
import type { Journal } from './journal.ts'
import type { MirroredSchemas } from './mirror.ts'

/** Milliseconds after which a document that could not be had is asked for again. */
const FORGIVEN = 60_000

/**
 * Fetches the documents of models that somebody looks at before they are mirrored: each once, however many ask. What
 * cannot be had is absent. `patience` is how many milliseconds a reader waits.
 */
export function createLateSchemas(upstream: Upstream, journal: Journal, patience: number) {
  const running = new Map<string, Promise<MirroredSchemas>>()
  const failedAt = new Map<string, number>()

  return async function supply(ids: readonly string[]): Promise<MirroredSchemas> {
    const noted = ids.flatMap((id) => {
      const schema = journal.schemas[id]
      return schema ? [[id, schema] as const] : []
    })
    const found: MirroredSchemas = Object.fromEntries(noted)
    const missing = ids.filter((id) => found[id] === undefined && !hasFailed(id))
    const unasked = missing.filter((id) => !running.has(id))
    if (unasked.length > 0) start(unasked)
    const answers = await Promise.all(missing.flatMap((id) => running.get(id) ?? []))
    for (const answer of answers) Object.assign(found, answer)
    return found
  }

  function start(ids: string[]) {
    const asking = ask(ids)
    for (const id of ids) running.set(id, asking)
  }

  async function ask(ids: string[]): Promise<MirroredSchemas> {
    const how = { isUrgent: true, signal: AbortSignal.timeout(patience) }
    const fetched = await fetchSchemas(ids, (request) => upstream.getPage(request, how)).catch(
      (): MirroredSchemas => ({}),
    )
    await journal.note(fetched)
    for (const id of ids) {
      running.delete(id)
      if (fetched[id] === undefined) failedAt.set(id, performance.now())
    }
    return fetched
  }

  function hasFailed(id: string): boolean {
    return performance.now() - (failedAt.get(id) ?? -Infinity) < FORGIVEN
  }
}
