import { expect, test } from 'vitest'
import { createUpstream } from './createUpstream.ts'
import { send, startUpstream } from './upstreamForTest.ts'
import { walkListing } from './walkListing.ts'

type Page = { ids: string[]; next?: string | null; more?: boolean }

test('the pages of our own server are walked to the end', async () => {
  const upstream = await startUpstream()
  const { getPage } = createUpstream({ address: upstream.address, pause: 0 })
  const { models, isWhole } = await walkListing((cursor) => getPage({ limit: 10, cursor }))
  expect({ count: models.length, isWhole, asked: upstream.asked.length }).toEqual({
    count: 25,
    isWhole: true,
    asked: 3,
  })
})

test('cursors with and without padding lead on', async () => {
  const { cursors, ...walk } = await walkOver([
    { ids: ['a/1'], next: 'Mg==' },
    { ids: ['a/2'], next: 'Mw' },
    { ids: ['a/3'], next: null, more: false },
  ])
  expect(walk).toEqual({ ids: ['a/1', 'a/2', 'a/3'], isWhole: true })
  expect(cursors).toEqual([null, 'Mg==', 'Mw'])
})

test('a model on two pages is there once, where it came first', async () => {
  const walk = await walkOver([
    { ids: ['a/1', 'a/2'], next: 'Mg' },
    { ids: ['a/2', 'a/3'], next: null, more: false },
  ])
  expect(walk).toMatchObject({ ids: ['a/1', 'a/2', 'a/3'], isWhole: true })
})

test('an empty page that has more is passed over', async () => {
  const walk = await walkOver([
    { ids: ['a/1'], next: 'Mg' },
    { ids: [], next: 'Mw' },
    { ids: ['a/3'], next: null, more: false },
  ])
  expect(walk).toMatchObject({ ids: ['a/1', 'a/3'], isWhole: true })
})

test('a repeated cursor ends the walk, also with other padding, and it is not whole', async () => {
  const walk = await walkOver([
    { ids: ['a/1'], next: 'Mg' },
    { ids: ['a/2'], next: 'Mg==' },
  ])
  expect(walk).toMatchObject({ ids: ['a/1', 'a/2'], isWhole: false, cursors: [null, 'Mg'] })
})

test('more without a cursor ends the walk, and it is not whole', async () => {
  expect(await walkOver([{ ids: ['a/1'], next: null }])).toMatchObject({ ids: ['a/1'], isWhole: false })
})

test('pages without end that tell nothing new are left', async () => {
  const walk = await walkOver(
    Array.from({ length: 50 }, (_, page) => ({ ids: ['a/1'], next: `page${page}` })),
  )
  expect(walk).toMatchObject({ ids: ['a/1'], isWhole: false })
  expect(walk.cursors).toHaveLength(4)
})

test('pages without end that always tell something new are left too', async () => {
  let page = 0
  const { models, isWhole } = await walkListing(async () => {
    page += 1
    const models = Array.from({ length: 100 }, (_, place) => ({ endpoint_id: `a/${page}-${place}` }))
    return { models, next_cursor: String(page), has_more: true }
  })
  expect({ count: models.length, isWhole }).toEqual({ count: 100_000, isWhole: false })
})

async function walkOver(pages: Page[]) {
  const upstream = await startUpstream()
  const cursors: (string | null)[] = []
  upstream.misbehave((url, response) => {
    const { ids = [], next = null, more = true } = pages[cursors.length] ?? {}
    cursors.push(url.searchParams.get('cursor'))
    return send(response, {
      models: ids.map((endpoint_id) => ({ endpoint_id })),
      next_cursor: next,
      has_more: more,
    })
  })
  const { getPage } = createUpstream({ address: upstream.address, pause: 0 })
  const { models, isWhole } = await walkListing((cursor) => getPage({ cursor }))
  return { ids: models.map(({ endpoint_id }) => endpoint_id), isWhole, cursors }
}
