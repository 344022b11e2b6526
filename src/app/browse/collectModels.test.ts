import { expect, test } from 'vitest'
import { ApiError } from '#contract/apiError.ts'
import type { ModelsPage } from '#contract/models.ts'
import type { ModelsRequest } from '#contract/modelsQuery.ts'
import { collectModels, type Collection, EMPTY_COLLECTION } from './collectModels.ts'

test('all pages are fetched, each model once, and each page is told of', async () => {
  const told: number[] = []
  const { models, isComplete } = await collect(pagesOf(['a/1', 'a/2'], ['a/2', 'a/3'], ['a/4']), {
    onPage: ({ models }) => told.push(models.length),
  })
  expect(models.map(({ endpoint_id }) => endpoint_id)).toEqual(['a/1', 'a/2', 'a/3', 'a/4'])
  expect(isComplete).toBe(true)
  expect(told).toEqual([2, 3, 4])
})

test('asks for the largest pages of just that question', async () => {
  const asked: ModelsRequest[] = []
  const server = pagesOf(['a/1'], ['a/2'])
  await collect((request) => {
    asked.push(request)
    return server(request)
  })
  expect(asked).toEqual([
    { q: 'flux', limit: 100, cursor: undefined },
    { q: 'flux', limit: 100, cursor: '1' },
  ])
})

test('waits when the server asks for a pause, as long as it says, and goes on', async () => {
  const server = pagesOf(['a/1'], ['a/2'])
  let refusals = 2
  const waited: number[] = []
  const pauses: number[] = []
  const { models } = await collect(
    (request) => {
      if (request.cursor === '1' && refusals-- > 0) {
        return Promise.reject(new ApiError('rate_limited', 'Slow down', { retryAfter: 7 }))
      }
      return server(request)
    },
    {
      onPause: (seconds) => pauses.push(seconds),
      wait: async (seconds) => {
        waited.push(seconds)
      },
    },
  )
  expect(models).toHaveLength(2)
  expect(waited).toEqual([7, 7])
  expect(pauses).toEqual([7, 0, 7, 0])
})

test('after a failure it goes on where it stopped', async () => {
  const server = pagesOf(['a/1'], ['a/2'], ['a/3'])
  let isBroken = true
  let kept: Collection = EMPTY_COLLECTION
  const asked: (string | undefined)[] = []
  const flaky = (request: ModelsRequest) => {
    asked.push(request.cursor)
    return isBroken && request.cursor === '2' ? Promise.reject(new Error('gone')) : server(request)
  }
  const onPage = (collection: Collection) => {
    kept = collection
  }
  await expect(collect(flaky, { onPage })).rejects.toThrow('gone')
  expect(kept.models).toHaveLength(2)
  isBroken = false
  const { models } = await collect(flaky, { onPage }, kept)
  expect(models).toHaveLength(3)
  expect(asked).toEqual([undefined, '1', '2', '2'])
})

test('a server that repeats a cursor is not followed in circles', async () => {
  const { models } = await collect(async ({ cursor }) => ({
    models: [{ endpoint_id: cursor ?? 'first' }],
    next_cursor: 'again',
    has_more: true,
  }))
  expect(models).toHaveLength(2)
})

test('a pause ends when it is cancelled', async () => {
  const controller = new AbortController()
  const promise = collectModels({}, EMPTY_COLLECTION, {
    getPage: () => Promise.reject(new ApiError('rate_limited', 'Slow down')),
    signal: controller.signal,
    onPage: () => undefined,
    onPause: () => controller.abort(),
  })
  await expect(promise).rejects.toThrow('aborted')
})

type Options = Parameters<typeof collectModels>[2]

function collect(getPage: Options['getPage'], options: Partial<Options> = {}, from = EMPTY_COLLECTION) {
  return collectModels({ q: 'flux' }, from, {
    getPage,
    signal: new AbortController().signal,
    onPage: () => undefined,
    onPause: () => undefined,
    wait: async () => undefined,
    ...options,
  })
}

/** A server with these pages, whose cursors are their places. */
function pagesOf(...pages: string[][]) {
  return async ({ cursor }: ModelsRequest): Promise<ModelsPage> => {
    const place = Number(cursor ?? 0)
    return {
      models: (pages[place] ?? []).map((endpoint_id) => ({ endpoint_id })),
      next_cursor: place + 1 < pages.length ? String(place + 1) : null,
      has_more: place + 1 < pages.length,
    }
  }
}
