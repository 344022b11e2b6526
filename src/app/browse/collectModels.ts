import { ApiError } from '#contract/apiError.ts'
import type { Model, ModelsPage } from '#contract/models.ts'
import { MAX_LIMIT, type ModelsRequest } from '#contract/modelsQuery.ts'

/** What has come of a result so far: where it stopped, it can go on. */
export type Collection = { models: Model[]; cursor: string | undefined; isComplete: boolean }

export const EMPTY_COLLECTION: Collection = { models: [], cursor: undefined, isComplete: false }

/**
 * Fetches the pages of a result one after the other, from where `collection` stopped, and tells of each. Waits when
 * the server asks for a pause, as often as it does; throws what else goes wrong.
 */
export async function collectModels(
  question: Omit<ModelsRequest, 'limit' | 'cursor'>,
  collection: Collection,
  {
    getPage,
    signal,
    onPage,
    onPause,
    wait = waitFor,
  }: {
    getPage: (request: ModelsRequest, signal: AbortSignal) => Promise<ModelsPage>
    signal: AbortSignal
    onPage: (collection: Collection) => void
    /** The server asked for that many seconds; 0 when they are over. */
    onPause: (seconds: number) => void
    wait?: (seconds: number, signal: AbortSignal) => Promise<void>
  },
): Promise<Collection> {
  let current = collection
  // A listing may change meanwhile, and bring a model again.
  const models = new Map(current.models.map((model) => [model.endpoint_id, model]))
  const cursors = new Set<string>()
  while (!current.isComplete) {
    const page = await getPatiently({ ...question, limit: MAX_LIMIT, cursor: current.cursor })
    for (const model of page.models) models.set(model.endpoint_id, model)
    const cursor = page.has_more ? (page.next_cursor ?? undefined) : undefined
    // A server that repeats a cursor would have us turn in circles.
    const isComplete = cursor === undefined || cursors.has(cursor)
    if (cursor !== undefined) cursors.add(cursor)
    current = { models: [...models.values()], cursor, isComplete }
    onPage(current)
  }
  return current

  async function getPatiently(request: ModelsRequest): Promise<ModelsPage> {
    for (;;) {
      try {
        return await getPage(request, signal)
      } catch (error) {
        if (!(error instanceof ApiError) || error.type !== 'rate_limited') throw error
        const seconds = Math.min(Math.max(error.details.retryAfter ?? DEFAULT_PAUSE, 1), LONGEST_PAUSE)
        onPause(seconds)
        await wait(seconds, signal)
        onPause(0)
      }
    }
  }
}

const DEFAULT_PAUSE = 30
const LONGEST_PAUSE = 60

async function waitFor(seconds: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted()
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, seconds * 1000)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason instanceof Error ? signal.reason : new Error('Cancelled'))
    })
  })
}
