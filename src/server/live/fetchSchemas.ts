import { ApiError } from '#contract/apiError.ts'
import type { Model, ModelsPage } from '#contract/models.ts'
import type { ModelsRequest } from '#contract/modelsQuery.ts'
import { readSignature } from '#server/catalogue/readSignature.ts'
import type { MirroredSchema, MirroredSchemas } from './mirror.ts'

export type Ask = (request: ModelsRequest) => Promise<ModelsPage>

/** The documents of models that fit into one page, by id; without those that are gone or that nobody can give. */
export async function fetchSchemas(ids: string[], ask: Ask): Promise<MirroredSchemas> {
  const { models } = await ask({ endpoint_ids: ids, limit: ids.length, expand: ['openapi-3.0'] })
  const wanted = new Set(ids)
  return Object.fromEntries(
    models.filter(({ endpoint_id }) => wanted.has(endpoint_id)).flatMap((model) => readSchema(model)),
  )
}

/** The same for a page that failed as a whole: one model may spoil it. Throws the cause when each fails alone, too. */
export async function fetchSingly(ids: string[], ask: Ask, cause: unknown): Promise<MirroredSchemas> {
  // Of a server that is busy, ten questions ask for more trouble than one.
  if (!isOfAnswer(cause)) throw cause
  const found: MirroredSchemas = {}
  let answers = 0
  for (const id of ids) {
    try {
      Object.assign(found, await fetchSchemas([id], ask))
      answers += 1
    } catch (error) {
      if (!isOfAnswer(error)) throw error
      if (error.type === 'not_found') answers += 1
    }
  }
  if (answers === 0) throw cause
  return found
}

function isOfAnswer(error: unknown): error is ApiError {
  return error instanceof ApiError && error.type !== 'rate_limited'
}

function readSchema({ endpoint_id, metadata, openapi }: Model): [string, MirroredSchema][] {
  if (openapi === undefined || 'error' in openapi) return []
  return [[endpoint_id, { updated_at: metadata?.updated_at, openapi, signature: readSignature(openapi) }]]
}
