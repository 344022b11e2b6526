import { ApiError } from '#contract/apiError.ts'
import type { Expansion, Model, ModelsPage } from '#contract/models.ts'
import { MAX_LIMIT, MAX_LIMIT_WITH_OPENAPI, type ModelsRequest } from '#contract/modelsQuery.ts'
import type { Upstream } from './createUpstream.ts'
import { fetchSchemas, fetchSingly } from './fetchSchemas.ts'
import type { Journal } from './journal.ts'
import { isStale, type Mirror } from './mirror.ts'
import { mirrorEvents } from './mirrorEvents.ts'
import { PATIENT, persist, type Patience } from './persist.ts'
import { walkListing } from './walkListing.ts'
import { withoutReader } from './withoutReader.ts'

export type RefreshOptions = {
  upstream: Upstream
  journal: Journal
  last: Mirror | undefined
  patience?: Patience | undefined
  signal: AbortSignal
  /** Is told of the first mirror as soon as its listing is whole, before its schemas come. */
  onListed: (mirror: Mirror) => Promise<unknown>
  onProgress: (step: Step, done: number, total?: number) => void
}

export type Step = 'models' | 'schemas'

export type Refreshed = {
  mirror: Mirror
  /** Why schemas are missing that the endpoint should have given. */
  failure: Error | undefined
}

/**
 * The mirror of now: the whole listing, and the documents of models that are new or changed since the last one. Where the
 * endpoint gives no more documents it is what we have until then. Rejects when there is no listing to be had.
 */
export async function refreshMirror({
  upstream,
  journal,
  last,
  patience = PATIENT,
  signal,
  onListed,
  onProgress,
}: RefreshOptions): Promise<Refreshed> {
  const once = (request: ModelsRequest) => upstream.getPage(request, { signal })
  const patiently = (request: ModelsRequest) => persist(() => once(request), patience, signal)

  const as_of = new Date().toISOString()
  let expand: Expansion[] = ['enterprise_status']
  const { models, missed } = await list()
  if (last === undefined) {
    await onListed({ as_of, models, missed, schemas: gatherSchemas(models), events: [] })
  }
  const failure = await fetchStale().then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
  )
  signal.throwIfAborted()
  const next = { as_of, models, missed, schemas: gatherSchemas(models) }
  return { mirror: { ...next, events: last ? mirrorEvents(last, next) : [] }, failure }

  async function list(): Promise<Pick<Mirror, 'models' | 'missed'>> {
    const { models, isWhole } = await walkListing(getListed, (count) => onProgress('models', count))
    const { models: known, missed: missedBefore } = last ?? { models: [], missed: [] }
    if (models.length === 0 || (isWhole && models.length < known.length / 2)) {
      throw new ApiError('server_error', `${upstream.name} lists only ${models.length} models`)
    }
    const listed = models.map(({ openapi: _openapi, ...model }) => withoutReader(model))
    const ids = new Set(listed.map(({ endpoint_id }) => endpoint_id))
    // One that moves to a page which we have read is missed, though it is there: only a second time it is gone. Of a
    // listing that broke off nobody knows.
    const gone = new Set(isWhole ? missedBefore : [])
    const kept = known.filter(({ endpoint_id }) => !ids.has(endpoint_id) && !gone.has(endpoint_id))
    return {
      models: [...listed, ...kept],
      missed: isWhole
        ? kept.map(({ endpoint_id }) => endpoint_id)
        : missedBefore.filter((id) => !ids.has(id)),
    }
  }

  async function getListed(cursor: string | undefined): Promise<ModelsPage> {
    try {
      return await patiently({ limit: MAX_LIMIT, cursor, expand })
    } catch (error) {
      // An endpoint need not know all that is documented of the one it stands for.
      if (expand.length === 0 || !(error instanceof ApiError) || error.type !== 'validation_error')
        throw error
      expand = []
      return getListed(cursor)
    }
  }

  async function fetchStale() {
    const schemas = gatherSchemas(models)
    const stale = models.filter((model) => isStale(model, schemas[model.endpoint_id]))
    for (let start = 0; start < stale.length; start += MAX_LIMIT_WITH_OPENAPI) {
      onProgress('schemas', start, stale.length)
      const ids = stale
        .slice(start, start + MAX_LIMIT_WITH_OPENAPI)
        // A reader may have asked for it meanwhile.
        .filter((model) => isStale(model, journal.schemas[model.endpoint_id]))
        .map(({ endpoint_id }) => endpoint_id)
      if (ids.length === 0) continue
      await journal.note(
        await fetchSchemas(ids, patiently).catch((error: unknown) => fetchSingly(ids, once, error)),
      )
    }
    if (stale.length > 0) onProgress('schemas', stale.length, stale.length)
  }

  /** What is known of the models' documents; those of before the last change, where there is nothing newer. */
  function gatherSchemas(models: Model[]): Mirror['schemas'] {
    return Object.fromEntries(
      models.flatMap((model) => {
        const { endpoint_id } = model
        const noted = journal.schemas[endpoint_id]
        const known = isStale(model, noted) ? (last?.schemas[endpoint_id] ?? noted) : noted
        return known ? [[endpoint_id, known] as const] : []
      }),
    )
  }
}
