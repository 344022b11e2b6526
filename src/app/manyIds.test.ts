import { expect, test } from 'vitest'
import { ApiError } from '#contract/apiError.ts'
import type { ModelsFacets } from '#contract/facets.ts'
import type { ModelsPage } from '#contract/models.ts'
import type { ModelsRequest } from '#contract/modelsQuery.ts'
import { countMany, getPageOfMany } from './manyIds.ts'

test('120 ids are walked in order, fifty after fifty, by cursors that lead on', async () => {
  const ids = Array.from({ length: 120 }, (_, n) => `a/${n}`)
  const asked: number[] = []
  expect(
    await walk(ids, async (request) => {
      asked.push(request.endpoint_ids?.length ?? 0)
      return answer(request)
    }),
  ).toEqual(ids)
  expect(Math.max(...asked)).toBe(50)
})

test('fifty of which none exists are an empty page among the others', async () => {
  const ids = Array.from({ length: 60 }, (_, n) => (n < 50 ? `gone/${n}` : `a/${n}`))
  const found = await walk(ids, async (request) => {
    const isGone = request.endpoint_ids?.every((id) => id.startsWith('gone'))
    return isGone ? { models: [], has_more: false, next_cursor: null } : answer(request)
  })
  expect(found).toEqual(ids.slice(50))
})

test('what goes wrong is thrown', async () => {
  const failure = new ApiError('rate_limited', 'Too many')
  await expect(getPageOfMany({ endpoint_ids: ['a/b'] }, () => Promise.reject(failure))).rejects.toBe(failure)
})

test('counts are added up', async () => {
  const ids = Array.from({ length: 51 }, (_, n) => `a/${n}`)
  const counts = await countMany({ endpoint_ids: ids, facets: ['tag'] }, async ({ endpoint_ids = [] }) => ({
    total: endpoint_ids.length,
    families: 1,
    status: [{ value: 'active', count: endpoint_ids.length }],
    tag: [{ value: 'lora', count: 1 }],
    source: SOURCE,
  }))
  expect(counts).toEqual({
    total: 51,
    status: [{ value: 'active', count: 51 }],
    tag: [{ value: 'lora', count: 2 }],
    source: SOURCE,
  })
})

const SOURCE: ModelsFacets['source'] = { kind: 'embedded', name: 'example', as_of: '2026-04-22' }

/** Pages of twenty, with cursors of its own. */
function answer({ endpoint_ids = [], cursor }: ModelsRequest): ModelsPage {
  const start = Number(cursor ?? 0)
  const end = start + 20
  return {
    models: endpoint_ids.slice(start, end).map((endpoint_id) => ({ endpoint_id })),
    has_more: end < endpoint_ids.length,
    next_cursor: end < endpoint_ids.length ? String(end) : null,
  }
}

async function walk(ids: string[], getPage: (request: ModelsRequest) => Promise<ModelsPage>) {
  const found: string[] = []
  let cursor: string | undefined
  do {
    const page = await getPageOfMany({ endpoint_ids: ids, cursor }, getPage)
    found.push(...page.models.map(({ endpoint_id }) => endpoint_id))
    cursor = page.next_cursor ?? undefined
  } while (cursor !== undefined)
  return found
}
