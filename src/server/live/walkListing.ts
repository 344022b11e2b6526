import type { Model, ModelsPage } from '#contract/models.ts'

export type Listing = {
  /** Each once, in the order received. */
  models: Model[]
  /** Whether the listing came to its end, so that what is not in it is gone. */
  isWhole: boolean
}

/**
 * All models of a listing, page by page. One that leads around, or goes on without telling anything new, is left: what it
 * told until then counts.
 */
export async function walkListing(
  getPage: (cursor: string | undefined) => Promise<ModelsPage>,
  report: (models: number) => void = () => {},
): Promise<Listing> {
  const models = new Map<string, Model>()
  const cursors = new Set<string>()
  let barren = 0
  for (let cursor: string | undefined; ;) {
    const before = models.size
    const page = await getPage(cursor)
    for (const model of page.models) {
      if (!models.has(model.endpoint_id)) models.set(model.endpoint_id, model)
    }
    report(models.size)
    if (!page.has_more) return { models: [...models.values()], isWhole: true }
    barren = models.size === before ? barren + 1 : 0
    const next = page.next_cursor?.replace(/=+$/, '')
    const leadsNowhere = !page.next_cursor || !next || cursors.has(next)
    if (leadsNowhere || barren >= MAX_BARREN_PAGES || models.size >= MAX_MODELS) {
      return { models: [...models.values()], isWhole: false }
    }
    cursors.add(next)
    cursor = page.next_cursor ?? undefined
  }
}

/** Pages in a row that tell nothing new: one may be empty, or of models that moved while we read. */
const MAX_BARREN_PAGES = 3
/** Seventy times as many as there are. */
const MAX_MODELS = 100_000
