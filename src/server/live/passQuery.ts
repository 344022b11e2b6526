import { writeCursor } from '#contract/cursor.ts'
import type { ModelsPage } from '#contract/models.ts'
import { FACETS, splitChoice } from '#contract/modelsFilter.ts'
import type { ModelsQuery } from '#contract/modelsQuery.ts'
import type { HowToAsk, Upstream } from './createUpstream.ts'
import { withoutReader } from './withoutReader.ts'

/** The edition of a page that the live endpoint itself gave: the walk goes on there. */
export const PASSED = 'passed'

/** Whether the documentation knows all by which a query narrows and orders: the rest would be ignored. */
export function canPass(query: ModelsQuery): boolean {
  const { category = [], sort = 'relevance', updated_since } = query
  const isDocumented = FACETS.every((name) => name === 'category' || query[name] === undefined)
  const isOne = category.length <= 1 && category.every((choice) => !splitChoice(choice).isExcluded)
  return isDocumented && isOne && sort === 'relevance' && updated_since === undefined
}

/** Has the live endpoint answer a query itself. */
export async function passQuery(upstream: Upstream, query: ModelsQuery, how: HowToAsk): Promise<ModelsPage> {
  const { page, edition: _edition, sort: _sort, fold: _fold, include: _include, ...documented } = query
  const request = { ...documented, ...(page > 1 && { cursor: writeCursor(page) }) }
  const { models, has_more } = await upstream.getPage(request, how)
  return {
    models: models.map(withoutReader),
    next_cursor: has_more ? writeCursor(page + 1, PASSED) : null,
    has_more,
  }
}
