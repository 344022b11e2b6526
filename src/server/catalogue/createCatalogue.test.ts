import { expect, test } from 'vitest'
import { ApiError } from '#contract/apiError.ts'
import { readCursor } from '#contract/cursor.ts'
import type { ModelsPage } from '#contract/models.ts'
import type { ModelsQuery } from '#contract/modelsQuery.ts'
import { createCatalogue } from './createCatalogue.ts'
import { exampleModel } from './exampleModel.ts'

const SOURCE = { kind: 'embedded', name: 'example 1.0', as_of: '2026-04-22' } as const
const DOCUMENT = { openapi: '3.0.4' }

const FAMILIES = [
  exampleModel('a/red', { group: { key: 'red', label: 'Red' } }),
  exampleModel('a/alone'),
  exampleModel('a/red/pro', { group: { key: 'red', label: 'Pro' } }),
  exampleModel('a/red/old', { group: { key: 'red', label: 'Old' }, status: 'deprecated' }),
  { endpoint_id: 'a/bare' },
]

const MODELS = [
  exampleModel('a/red', { display_name: 'Red', category: 'text-to-image' }, { openapi: DOCUMENT }),
  exampleModel('a/green', { display_name: 'Green', category: 'text-to-video' }),
  exampleModel('a/blue', { display_name: 'Blue', category: 'text-to-image', status: 'deprecated' }),
  exampleModel('a/blue/deep', { display_name: 'Deep Blue', category: 'image-to-image' }),
  { endpoint_id: 'a/bare' },
]

test('a listing keeps the order of the models', async () => {
  expect(ids(await find({}))).toEqual(['a/red', 'a/green', 'a/blue', 'a/blue/deep', 'a/bare'])
})

test('pages follow the cursor until has_more is false', async () => {
  const first = await find({ limit: 3 })
  expect(first.has_more).toBe(true)
  const second = await find({ limit: 3, ...readCursor(first.next_cursor ?? '') })
  expect(ids(second)).toEqual(['a/blue/deep', 'a/bare'])
  expect(second).toMatchObject({ has_more: false, next_cursor: null })
})

test('a last page that is full says that it is the last', async () => {
  expect(await find({ limit: 5 })).toMatchObject({ has_more: false, next_cursor: null })
})

test('a page after the last is empty', async () => {
  expect(await find({ page: 9 })).toEqual({ models: [], has_more: false, next_cursor: null })
})

test('models come in the order in which their ids are asked for, without those that do not exist', async () => {
  expect(ids(await find({ endpoint_ids: ['a/bare', 'a/none', 'a/red'] }))).toEqual(['a/bare', 'a/red'])
})

test('when none of the ids exists the error names them', async () => {
  const asked = find({ endpoint_ids: ['a/none', 'a/nobody'] })
  await expect(asked).rejects.toThrow(ApiError)
  await expect(asked).rejects.toMatchObject({
    type: 'not_found',
    message: expect.stringMatching(/a\/none.*a\/nobody/),
  })
})

test('ids and filters narrow each other', async () => {
  const endpoint_ids = ['a/blue/deep', 'a/blue', 'a/red']
  expect(ids(await find({ endpoint_ids, q: 'blue' }))).toEqual(['a/blue', 'a/blue/deep'])
  expect(ids(await find({ endpoint_ids, category: ['text-to-image'] }))).toEqual(['a/blue', 'a/red'])
  expect(ids(await find({ endpoint_ids, q: 'green' }))).toEqual([])
})

test('search, category and status narrow each other', async () => {
  expect(ids(await find({ q: 'blue' }))).toEqual(['a/blue', 'a/blue/deep'])
  expect(ids(await find({ q: 'blue', status: 'active' }))).toEqual(['a/blue/deep'])
  expect(ids(await find({ category: ['text-to-image'], status: 'deprecated' }))).toEqual(['a/blue'])
})

test('a category that does not exist is empty', async () => {
  expect(await find({ category: ['text-to-soup'] })).toEqual({
    models: [],
    has_more: false,
    next_cursor: null,
  })
})

test('a signature comes only when asked for, without the names of properties', async () => {
  const signature = { takes: ['text' as const], returns: [], required_inputs: 1, optional_inputs: 0 }
  const signed = createCatalogue(MODELS, SOURCE, [
    { ...signature, inputs: [{ name: 'prompt', kinds: ['string'] }] },
  ])
  const query = { limit: 2, page: 1, expand: [] }
  const [red, green] = (await signed.find({ ...query, include: ['signature'] })).models
  expect(red?.signature).toEqual(signature)
  expect(green).not.toHaveProperty('signature')
  expect((await signed.find(query)).models[0]).not.toHaveProperty('signature')
})

test('matches come only when asked for, and only of a search', async () => {
  const [blue] = (await find({ q: 'blue', include: ['match'] })).models
  expect(blue?.match).toEqual([{ field: 'display_name', text: 'Blue' }])
  expect((await find({ q: 'blue' })).models[0]).not.toHaveProperty('match')
  expect((await find({ include: ['match'] })).models[0]).not.toHaveProperty('match')
})

test('folded, a page counts families: the best member of each, with the others that are left as its variants', async () => {
  const query = { limit: 2, page: 1, expand: [], fold: 'group' as const }
  const families = createCatalogue(FAMILIES, SOURCE)
  const first = await families.find(query)
  expect(listFolded(first)).toEqual([['a/red', 'a/red/pro', 'a/red/old'], ['a/alone']])
  expect(first.models[0]?.variants?.[1]).toEqual({
    endpoint_id: 'a/red/old',
    label: 'Old',
    status: 'deprecated',
  })
  expect(first.has_more).toBe(true)
  const second = await families.find({ ...query, page: 2 })
  expect(listFolded(second)).toEqual([['a/bare']])
  expect(second.has_more).toBe(false)
})

test('folding follows search, ids, filters and order', async () => {
  const fold = async (query: Partial<ModelsQuery>) =>
    listFolded(
      await createCatalogue(FAMILIES, SOURCE).find({
        limit: 9,
        page: 1,
        expand: [],
        fold: 'group',
        ...query,
      }),
    )
  expect(await fold({ q: 'red pro' })).toEqual([['a/red/pro']])
  expect(await fold({ q: 'pro' })).toEqual([['a/red/pro']])
  expect(await fold({ endpoint_ids: ['a/alone', 'a/red/old', 'a/red'] })).toEqual([
    ['a/alone'],
    ['a/red/old', 'a/red'],
  ])
  expect(await fold({ status: 'active' })).toEqual([['a/red', 'a/red/pro'], ['a/alone']])
  expect(await fold({ sort: '-id' })).toEqual([['a/red/pro', 'a/red/old', 'a/red'], ['a/bare'], ['a/alone']])
})

test('without folding there are no variants', async () => {
  const { models } = await createCatalogue(FAMILIES, SOURCE).find({ limit: 9, page: 1, expand: [] })
  expect(models).toHaveLength(FAMILIES.length)
  for (const model of models) expect(model).not.toHaveProperty('variants')
})

test('names are those of all models, in their order', async () => {
  const { models } = await catalogue().names()
  expect(models).toHaveLength(MODELS.length)
  expect(models[0]).toEqual({
    endpoint_id: 'a/red',
    display_name: 'Red',
    category: 'text-to-image',
    status: 'active',
  })
  expect(models.at(-1)).toEqual({ endpoint_id: 'a/bare' })
})

test('only what is new or changed after a moment', async () => {
  const changed = [
    exampleModel('a/old', { date: '2024-11-13T00:00:00.000Z', updated_at: '2025-01-10T00:00:00.000Z' }),
    exampleModel('a/new', { date: '2026-04-22T00:00:00.000Z', updated_at: '2026-04-22T00:00:00.000Z' }),
    { endpoint_id: 'a/bare' },
  ]
  const since = async (updated_since: string) =>
    ids(await createCatalogue(changed, SOURCE).find({ limit: 9, page: 1, expand: [], updated_since }))
  expect(await since('2025-01-09T00:00:00.000Z')).toEqual(['a/old', 'a/new'])
  expect(await since('2025-01-10T00:00:00.000Z')).toEqual(['a/new'])
  expect(await since('2026-04-22T00:00:00.000Z')).toEqual([])
})

test('facets of ids that do not exist are those of nothing, not an error', async () => {
  expect(await catalogue().facets({ endpoint_ids: ['a/none'], facets: [] })).toMatchObject({ total: 0 })
  expect(await catalogue().facets({ endpoint_ids: ['a/none', 'a/red'], facets: [] })).toMatchObject({
    total: 1,
  })
})

test('an OpenAPI document comes only when asked for', async () => {
  const endpoint_ids = ['a/red']
  expect((await find({ endpoint_ids })).models[0]).not.toHaveProperty('openapi')
  const [model] = (await find({ endpoint_ids, expand: ['openapi-3.0'] })).models
  expect(model).toMatchObject({ openapi: DOCUMENT })
  expect(model).not.toHaveProperty('enterprise_status')
})

test('what cannot be added is an error that says why', async () => {
  const { models } = await find({ endpoint_ids: ['a/bare'], expand: ['openapi-3.0', 'enterprise_status'] })
  expect(models).toEqual([
    {
      endpoint_id: 'a/bare',
      openapi: { error: { code: 'expansion_failed', message: expect.stringContaining('OpenAPI') } },
      enterprise_status: {
        error: { code: 'expansion_failed', message: expect.stringContaining('enterprise_status') },
      },
    },
  ])
})

test('facets count each value, the most frequent category of the catalogue first', async () => {
  expect(await catalogue().facets({ facets: ['category'] })).toEqual({
    total: 5,
    families: 5,
    category: [
      { value: 'text-to-image', count: 2 },
      { value: 'image-to-image', count: 1 },
      { value: 'text-to-video', count: 1 },
    ],
    status: [
      { value: 'active', count: 3 },
      { value: 'deprecated', count: 1 },
    ],
    source: SOURCE,
  })
})

test('a facet counts under the other filters, the total under all', async () => {
  expect(
    await catalogue().facets({ q: 'blue', category: ['text-to-image'], facets: ['category'] }),
  ).toMatchObject({
    total: 1,
    category: [
      { value: 'text-to-image', count: 1 },
      { value: 'image-to-image', count: 1 },
      { value: 'text-to-video', count: 0 },
    ],
    status: [
      { value: 'active', count: 0 },
      { value: 'deprecated', count: 1 },
    ],
  })
})

function catalogue() {
  return createCatalogue(MODELS, SOURCE)
}

function find(query: Partial<ModelsQuery>): Promise<ModelsPage> {
  return catalogue().find({ limit: 100, page: 1, endpoint_ids: [], expand: [], ...query })
}

function ids({ models }: ModelsPage): string[] {
  return models.map(({ endpoint_id }) => endpoint_id)
}

/** Of each entry of a folded page the ids of its model and of the variants. */
function listFolded({ models }: ModelsPage): string[][] {
  return models.map(({ endpoint_id, variants = [] }) => [
    endpoint_id,
    ...variants.map((variant) => variant.endpoint_id),
  ])
}
