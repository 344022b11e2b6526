import { join } from 'node:path'
import { ApiError, type ApiErrorType } from '#contract/apiError.ts'
import { writeCursor } from '#contract/cursor.ts'
import type { ModelsFacets } from '#contract/facets.ts'
import type { Model, ModelsPage } from '#contract/models.ts'
import type { ModelsQuery } from '#contract/modelsQuery.ts'
import type { ModelSource } from '#server/ModelSource.ts'
import { createEdition, type Edition } from './createEdition.ts'
import { createLateSchemas } from './createLateSchemas.ts'
import type { Upstream } from './createUpstream.ts'
import { openJournal } from './journal.ts'
import { keepMirror, type KeepOptions } from './keepMirror.ts'
import { markFavourites } from './markFavourites.ts'
import { createMirrorFile } from './mirrorFile.ts'
import { canPass, PASSED, passQuery } from './passQuery.ts'

export type LiveOptions = Pick<KeepOptions, 'refreshEvery' | 'patience' | 'report' | 'onProgress'> & {
  upstream: Upstream
  /** Where the mirror is kept. */
  directory: string
  /** Milliseconds that a reader waits for the live endpoint. */
  readersPatience?: number
}

export type LiveSource = Required<Omit<ModelSource, 'picture'>> & {
  /** What it answers from now, for people. */
  describe: () => string
  close: () => void
}

/**
 * Answers from a mirror of the live endpoint, beginning with the one on disk, and renews it. Until there is one, the
 * endpoint itself answers what it understands, and the rest waits a little for the listing.
 */
export async function createLiveSource({
  upstream,
  directory,
  readersPatience = 10_000,
  ...options
}: LiveOptions): Promise<LiveSource> {
  const journal = await openJournal(join(directory, 'journal.txt'), options.report)
  const file = createMirrorFile(directory, options.report)
  const stored = await file.load()
  const first = stored && { ...stored, schemas: { ...stored.schemas, ...journal.schemas } }
  const supplySchemas = createLateSchemas(upstream, journal, readersPatience)
  let current = first && createEdition(first, upstream.name)
  /** For those who began to walk its pages. */
  let previous: Edition | undefined
  const waiting = new Set<(edition: Edition) => void>()
  /** What the endpoint passed on before there was a mirror: the pictures of a page are asked for one by one after it. */
  const passed = new Map<string, Model>()
  let change = () => {}
  // What the endpoint passed on, or failed to give, may be other a minute later.
  const unsettled = setInterval(() => {
    if (!mirror.isSettled) change()
  }, 60_000).unref()
  const mirror = keepMirror({
    ...options,
    upstream,
    journal,
    file,
    // Without what was noted since: what that changes is still to be told.
    first: stored,
    onTrouble: () => change(),
    onMirror(mirror) {
      const next = createEdition(mirror, upstream.name)
      if (current?.id !== next.id) previous = current
      current = next
      for (const go of waiting) go(next)
      waiting.clear()
      passed.clear()
      change()
    },
  })

  return {
    find,
    findAs: async (query, key) => {
      const page = await find(query)
      return { ...page, models: await markFavourites(upstream, page.models, { ...askUrgently(), key }) }
    },
    facets: async (query) => {
      const answer = await (await stands()).facets(query)
      return { ...answer, source: { ...answer.source, ...tellTrouble() } }
    },
    names: async () => (await stands()).names(),
    alternatives: async (endpointId) => (await stands()).alternatives(endpointId),
    history: async (endpointId) => (await stands()).history(endpointId),
    changes: async (query) => (await stands()).changes(query),
    whenChanged(act) {
      change = act
    },
    describe: () =>
      `live endpoint ${upstream.name}, ${current ? `${current.models.toLocaleString('en')} models` : 'no models yet'}`,
    close() {
      clearInterval(unsettled)
      mirror.close()
    },
  }

  async function find(query: ModelsQuery): Promise<ModelsPage> {
    const edition = findEdition(query.edition) ?? (await pass(query))
    if ('has_more' in edition) return edition
    const { models, has_more } = await edition.find(query)
    return {
      models: query.expand.includes('openapi-3.0') ? await supplyDocuments(models) : models,
      next_cursor: has_more ? writeCursor(query.page + 1, edition.id) : null,
      has_more,
    }
  }

  /** That of the cursor, or the newest; none where the live endpoint is to answer itself. */
  function findEdition(id: string | undefined): Edition | undefined {
    if (id === undefined) return current
    if (id === PASSED) return undefined
    const edition = [current, previous].find((known) => known?.id === id)
    if (edition) return edition
    const message = 'cursor: the models have changed since then; begin again, without a cursor'
    throw new ApiError('validation_error', message)
  }

  /** What the live endpoint answers. Where it cannot, its mirror, which may stand soon. */
  async function pass(query: ModelsQuery): Promise<ModelsPage | Edition> {
    if (!canPass(query)) return stands()
    const known = passed.get(readOnlyId(query) ?? '')
    if (known) return { models: [known], next_cursor: null, has_more: false }
    const how = askUrgently()
    try {
      const page = await passQuery(upstream, query, how)
      for (const { endpoint_id, metadata } of page.models) {
        passed.set(endpoint_id, { endpoint_id, ...(metadata && { metadata }) })
      }
      return page
    } catch (error) {
      // What was refused to our own key says nothing to a reader.
      const isOurs = error instanceof ApiError && OURS.has(error.type)
      if (!isOurs) throw error
      return stands(how)
    }
  }

  async function supplyDocuments(models: Model[]): Promise<Model[]> {
    const missing = models.filter(({ openapi }) => openapi !== undefined && 'error' in openapi)
    if (missing.length === 0) return models
    const schemas = await supplySchemas(missing.map(({ endpoint_id }) => endpoint_id))
    return models.map((model) => ({ ...model, ...pickDocument(schemas[model.endpoint_id]) }))
  }

  function tellTrouble(): Pick<ModelsFacets['source'], 'failing_since' | 'schemas_to_come'> {
    const { failingSince, isSettled } = mirror
    const toCome = isSettled ? 0 : (current?.withoutSchema ?? 0)
    return {
      ...(failingSince !== undefined && { failing_since: failingSince }),
      ...(toCome > 0 && { schemas_to_come: toCome }),
    }
  }

  function askUrgently() {
    return { isUrgent: true, signal: AbortSignal.timeout(readersPatience) }
  }

  async function stands({ signal } = askUrgently()): Promise<Edition> {
    if (current) return current
    return new Promise((resolve, reject) => {
      const leave = () => {
        waiting.delete(resolve)
        reject(
          new ApiError('server_error', `${upstream.name}: the models are still being read; try again soon`),
        )
      }
      waiting.add(resolve)
      if (signal.aborted) leave()
      else signal.addEventListener('abort', leave)
    })
  }
}

const OURS = new Set<ApiErrorType>(['rate_limited', 'server_error', 'authorization_error'])

/** The one model that a query asks for with nothing besides, as all do that need to know whose picture or page it is. */
function readOnlyId({ endpoint_ids = [], limit: _limit, page, expand, ...others }: ModelsQuery) {
  const [id, ...more] = endpoint_ids
  const isPlain = more.length === 0 && page === 1 && expand.length === 0 && Object.keys(others).length === 0
  return isPlain ? id : undefined
}

function pickDocument(schema: { openapi: Model['openapi'] } | undefined): Pick<Model, 'openapi'> {
  return schema?.openapi ? { openapi: schema.openapi } : {}
}
