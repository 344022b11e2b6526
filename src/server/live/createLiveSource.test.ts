import { mkdtempSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { readCursor } from '#contract/cursor.ts'
import type { ModelsQuery } from '#contract/modelsQuery.ts'
import { exampleModel } from '#server/catalogue/exampleModel.ts'
import { createLiveSource, type LiveOptions } from './createLiveSource.ts'
import { createUpstream } from './createUpstream.ts'
import { exampleModels, send, startUpstream, type TestUpstream, withInput } from './upstreamForTest.ts'

const ALL: ModelsQuery = { limit: 100, page: 1, expand: [] }

test('on the first start the endpoint answers itself what it understands, and the mirror what it does not', async () => {
  const upstream = await startUpstream()
  const held = holdListing(upstream)
  const source = await startSource(upstream, { refreshEvery: 300 })
  const page = await source.find({ ...ALL, limit: 10, q: 'model', include: ['signature'] })
  expect(page.models).toHaveLength(10)
  const second = await source.find({ ...ALL, limit: 10, q: 'model', ...readCursor(page.next_cursor ?? '') })
  const [narrowed, counted] = [
    source.find({ ...ALL, provider: ['maker'] }),
    source.facets({ facets: ['category'] }),
  ]
  held.release()
  expect((await narrowed).models).toHaveLength(25)
  expect(await counted).toMatchObject({
    total: 25,
    source: { kind: 'live', name: new URL(upstream.address).host },
  })
  const third = await source.find({ ...ALL, limit: 10, q: 'model', ...readCursor(second.next_cursor ?? '') })
  expect(third).toMatchObject({ has_more: false, next_cursor: null })
  expect(new Set([page, second, third].flatMap(idsOf))).toHaveLength(25)
  expect(upstream.asked).toContain('/v1/models?q=model&limit=10&cursor=Mw%3D%3D')
})

test('what the endpoint said of a model on a page is not asked again for its picture', async () => {
  const upstream = await startUpstream()
  const held = holdListing(upstream)
  const source = await startSource(upstream, { refreshEvery: 300 })
  const page = await source.find({ ...ALL, limit: 3, q: 'model' })
  upstream.asked.length = 0
  for (const model of page.models) {
    const { models } = await source.find({ endpoint_ids: [model.endpoint_id], limit: 1, page: 1, expand: [] })
    expect(models).toEqual([model])
  }
  expect(upstream.asked.filter((path) => path.includes('endpoint_id'))).toEqual([])
  held.release()
})

test('while nothing answers, a reader is told so in time', async () => {
  const upstream = await startUpstream()
  upstream.misbehave(() => true)
  const source = await startSource(upstream, { readersPatience: 200, refreshEvery: 300 })
  await expect(source.find(ALL)).rejects.toMatchObject({ type: 'server_error' })
  await expect(source.facets({ facets: [] })).rejects.toThrow(/still being read/)
})

test('that our own key is refused is not told to readers as if it were theirs', async () => {
  const upstream = await startUpstream()
  upstream.misbehave((_url, response) =>
    send(response, { error: { type: 'authorization_error', message: 'Unknown key' } }, 401),
  )
  const source = await startSource(upstream, { readersPatience: 200 })
  await expect(source.find(ALL)).rejects.toMatchObject({ type: 'server_error' })
})

test('search, facets, media, parameters and families work over the mirror', async () => {
  const models = [
    exampleModel('maker/river', { group: { key: 'river', label: 'One' } }, withInput('image_url', 'seed')),
    exampleModel('maker/river/two', { group: { key: 'river', label: 'Two' } }, withInput('prompt')),
    exampleModel('maker/sky', {}, withInput('prompt')),
  ]
  const source = await startSource(await startUpstream(models), { untilSettled: true })
  expect(idsOf(await source.find({ ...ALL, q: 'river' }))).toEqual(['maker/river', 'maker/river/two'])
  expect(idsOf(await source.find({ ...ALL, param: ['seed'] }))).toEqual(['maker/river'])
  expect(idsOf(await source.find({ ...ALL, takes: ['image'] }))).toEqual(['maker/river'])
  expect(idsOf(await source.find({ ...ALL, returns: ['text'] }))).toHaveLength(3)
  expect(idsOf(await source.find({ ...ALL, fold: 'group' }))).toEqual(['maker/river', 'maker/sky'])
  const { families, takes } = await source.facets({ facets: ['takes'] })
  expect({ families, takes }).toMatchObject({
    families: 2,
    takes: [
      { value: 'text', count: 2 },
      { value: 'image', count: 1 },
    ],
  })
  expect((await source.names()).models).toHaveLength(3)
})

test('the listing is asked for in hundreds, schemas in tens, and at a refresh only those of what changed', async () => {
  const models = exampleModels(25)
  const upstream = await startUpstream(models)
  const source = await startSource(upstream, { untilSettled: true, refreshEvery: 300 })
  expect(upstream.asked.slice(0, 4).map(countIds)).toEqual([0, 10, 10, 5])
  upstream.asked.length = 0
  upstream.serve(
    models.with(
      3,
      exampleModel('maker/model-3', { updated_at: '2026-11-25T00:00:00.000Z' }, withInput('prompt', 'seed')),
    ),
  )
  await refreshed(source)
  expect([...new Set(upstream.asked)]).toEqual([
    '/v1/models?limit=100&expand=enterprise_status',
    '/v1/models?endpoint_id=maker%2Fmodel-3&limit=1&expand=openapi-3.0',
  ])
  expect(idsOf(await source.find({ ...ALL, param: ['seed'] }))).toEqual(['maker/model-3'])
})

test('changes between refreshes are told of each model and of all', async () => {
  const models = exampleModels(6)
  const upstream = await startUpstream(models)
  const source = await startSource(upstream, { untilSettled: true, refreshEvery: 300 })
  expect(await source.changes({ limit: 10, page: 1 })).toMatchObject({ changes: [], total: 0 })
  upstream.serve([
    exampleModel('maker/new'),
    ...models.slice(1, 5),
    exampleModel('maker/model-5', { updated_at: '2026-11-25T00:00:00.000Z' }, withInput('prompt', 'seed')),
  ])
  await refreshed(source)
  await refreshed(source)
  const { changes } = await source.changes({ limit: 10, page: 1 })
  expect(changes.map(({ event, endpoint_id }) => `${event} ${endpoint_id}`)).toEqual([
    'removed maker/model-0',
    'added maker/new',
    'changed maker/model-5',
  ])
  const { releases } = await source.history('maker/model-5')
  expect(releases.map(({ changes }) => changes)).toEqual([
    [{ kind: 'added', path: 'input.seed', type: 'string', required: false }],
  ])
  upstream.serve(models)
  await refreshed(source)
  const later = await source.changes({ limit: 10, page: 1, endpoint_id: 'maker/model-0' })
  expect(later.changes.map(({ event }) => event)).toEqual(['returned', 'removed'])
})

test('a model that one listing misses, as it moved to a page that was read before, is still there', async () => {
  const models = exampleModels(6)
  const upstream = await startUpstream(models)
  const source = await startSource(upstream, { untilSettled: true, refreshEvery: 300 })
  let isMissed = true
  upstream.misbehave((url, response) => {
    if (!isMissed || url.searchParams.has('endpoint_id')) return undefined
    isMissed = false
    return send(response, { models: models.slice(1), next_cursor: null, has_more: false })
  })
  await expect.poll(() => isMissed).toBe(false)
  await refreshed(source)
  expect((await source.find(ALL)).models).toHaveLength(6)
  expect((await source.changes({ limit: 10, page: 1 })).changes).toEqual([])
})

test('a page walk that began on the models of before ends on them; one still older is told to begin again', async () => {
  const models = exampleModels(20)
  const upstream = await startUpstream(models)
  const source = await startSource(upstream, { untilSettled: true, refreshEvery: 2000 })
  const first = await source.find({ ...ALL, limit: 10 })
  const rest = readCursor(first.next_cursor ?? '')
  upstream.serve(models.toReversed())
  await refreshed(source)
  const second = await source.find({ ...ALL, limit: 10, ...rest })
  expect([...idsOf(first), ...idsOf(second)]).toEqual(models.map(({ endpoint_id }) => endpoint_id))
  expect(idsOf(await source.find(ALL))[0]).toBe('maker/model-19')
  await refreshed(source)
  await expect(source.find({ ...ALL, ...rest })).rejects.toMatchObject({
    type: 'validation_error',
    message: expect.stringMatching(/^cursor: .*begin again/),
  })
})

test('a schema that is not mirrored yet is fetched when asked for, once however many ask', async () => {
  const upstream = await startUpstream()
  upstream.misbehave((url, response) => (countIds(url.search) > 1 ? send(response, {}, 503) : undefined))
  const source = await startSource(upstream, { patience: { attempts: 2, firstWait: 600_000 } })
  await expect.poll(() => upstream.asked.map(countIds)).toEqual([0, 10])
  expect((await source.facets({ facets: [] })).source.schemas_to_come).toBe(25)
  const documents = await Promise.all(
    Array.from({ length: 30 }, () => findDocument(source, 'maker/model-17')),
  )
  documents.push(await findDocument(source, 'maker/model-17'))
  expect(documents.every((openapi) => openapi && 'paths' in openapi)).toBe(true)
  expect(upstream.asked.slice(2)).toEqual([
    '/v1/models?endpoint_id=maker%2Fmodel-17&limit=1&expand=openapi-3.0',
  ])
})

test('a model that vanished between list and find stays listed, without a document, and costs one question', async () => {
  const upstream = await startUpstream()
  upstream.misbehave((url, response) =>
    url.searchParams.has('endpoint_id')
      ? send(response, { error: { type: 'not_found', message: 'endpoint_id: gone' } }, 404)
      : undefined,
  )
  const source = await startSource(upstream, { untilSettled: true })
  upstream.asked.length = 0
  for (const _ of [1, 2, 3]) {
    expect(await findDocument(source, 'maker/model-7')).toMatchObject({ error: { code: 'expansion_failed' } })
  }
  expect(upstream.asked).toHaveLength(1)
})

test('one model that spoils its page of schemas costs no other', async () => {
  const upstream = await startUpstream()
  upstream.misbehave((url, response) =>
    url.searchParams.getAll('endpoint_id').includes('maker/model-7') ? send(response, {}, 500) : undefined,
  )
  const source = await startSource(upstream, { untilSettled: true })
  expect(idsOf(await source.find({ ...ALL, param: ['prompt'] }))).toHaveLength(24)
  expect((await source.find(ALL)).models).toHaveLength(25)
})

test('the last mirror serves while the endpoint fails, says since when, and goes on when it is back', async () => {
  const upstream = await startUpstream()
  const source = await startSource(upstream, { untilSettled: true, refreshEvery: 300 })
  upstream.misbehave((_url, response) => send(response, 'down', 503))
  await expect.poll(async () => (await source.facets({ facets: [] })).source.failing_since).toBeDefined()
  expect((await source.find(ALL)).models).toHaveLength(25)
  expect(await findDocument(source, 'maker/model-3')).toHaveProperty('openapi')
  upstream.misbehave(undefined)
  await expect.poll(async () => (await source.facets({ facets: [] })).source.failing_since).toBeUndefined()
})

test('what the endpoint says of enterprise_status is mirrored, and shown to those who ask for it', async () => {
  const [ready, ...others] = exampleModels(3)
  const upstream = await startUpstream([
    ...(ready ? [{ ...ready, enterprise_status: 'ready' as const }] : []),
    ...others,
  ])
  const source = await startSource(upstream, { untilSettled: true })
  upstream.close()
  const query = { endpoint_ids: ['maker/model-0', 'maker/model-1'], limit: 10, page: 1 }
  const asked = await source.find({ ...query, expand: ['enterprise_status'] })
  expect(asked.models.map(({ enterprise_status }) => enterprise_status)).toEqual([
    'ready',
    { error: { code: 'expansion_failed', message: expect.any(String) } },
  ])
  const { models } = await source.find({ ...query, expand: [] })
  expect(models[0]).not.toHaveProperty('enterprise_status')
})

test('an endpoint that does not know enterprise_status is mirrored without it', async () => {
  const upstream = await startUpstream()
  upstream.misbehave((url, response) =>
    url.searchParams.has('expand', 'enterprise_status')
      ? send(response, { error: { type: 'validation_error', message: 'expand: unknown' } }, 400)
      : undefined,
  )
  const source = await startSource(upstream, { untilSettled: true })
  expect((await source.facets({ facets: [] })).total).toBe(25)
})

test('a listing that lost most of its models is taken for a fault', async () => {
  const upstream = await startUpstream()
  const source = await startSource(upstream, { untilSettled: true, refreshEvery: 300 })
  upstream.serve(exampleModels(3))
  await expect.poll(async () => (await source.facets({ facets: [] })).source.failing_since).toBeDefined()
  expect((await source.find(ALL)).models).toHaveLength(25)
})

test('the next start answers at once from the disk, also when the endpoint is gone', async () => {
  const upstream = await startUpstream()
  const directory = newDirectory()
  const source = await startSource(upstream, { directory, untilSettled: true })
  const { next_cursor } = await source.find({ ...ALL, limit: 10 })
  source.close()
  upstream.close()
  const again = await startSource(upstream, { directory })
  expect(await findDocument(again, 'maker/model-3')).toHaveProperty('openapi')
  expect((await again.find({ ...ALL, limit: 10, ...readCursor(next_cursor ?? '') })).models).toHaveLength(10)
})

test('a mirror from the future, as a clock that was put back leaves one, is refreshed as any other', async () => {
  const upstream = await startUpstream()
  const directory = newDirectory()
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 })
  const source = await startSource(upstream, { directory, untilSettled: true })
  const { as_of } = (await source.facets({ facets: [] })).source
  source.close()
  vi.useRealTimers()
  const again = await startSource(upstream, { directory, refreshEvery: 300 })
  await expect.poll(async () => (await again.facets({ facets: [] })).source.as_of < as_of).toBe(true)
})

test('schemas that were fetched before a stop are not fetched again', async () => {
  const upstream = await startUpstream()
  const directory = newDirectory()
  upstream.misbehave((url) => (countIds(url.search) === 5 ? true : undefined))
  const source = await startSource(upstream, { directory })
  await expect.poll(() => upstream.asked.some((url) => countIds(url) === 5)).toBe(true)
  source.close()
  upstream.misbehave(undefined)
  upstream.asked.length = 0
  await startSource(upstream, { directory, untilSettled: true })
  expect(upstream.asked.slice(0, 2).map(countIds)).toEqual([0, 5])
})

test.each([
  ['damaged', (text: string) => text.replace('model-3', 'model-x')],
  ['outdated', (text: string) => text.replace(/"format":\d+/, '"format":1')],
  ['damaged', (text: string) => text.slice(0, 2000)],
])('a mirror on disk that is %s is reported, set aside and built anew', async (reason, spoil) => {
  const upstream = await startUpstream()
  const directory = newDirectory()
  const told: string[] = []
  const source = await startSource(upstream, { directory, report: (line) => told.push(line) })
  // It is answered from a moment before it is on disk.
  await expect.poll(() => told.at(-1)).toMatch(/25 models as of/)
  source.close()
  const path = join(directory, 'mirror.json')
  const text = await readFile(path, 'utf8')
  await writeFile(path, spoil(text))
  const lines: string[] = []
  await startSource(upstream, { directory, untilSettled: true, report: (line) => lines.push(line) })
  expect(lines[0]).toMatch(
    new RegExp(`mirror\\.json: the file is ${reason}; it is now .*, and the mirror is built anew`),
  )
  expect(await readdir(directory)).toContain(`mirror.json.${reason}`)
  expect(JSON.parse((await readFile(path, 'utf8')).split('\n')[1] ?? '').models).toHaveLength(25)
})

test('what the owner of a key favours is shown to them alone', async () => {
  const models = exampleModels(3)
  const upstream = await startUpstream(models)
  upstream.misbehave((_url, response, { headers }) => {
    const key = headers.authorization
    if (key === undefined) return undefined
    if (key !== 'Key of-a-reader') {
      return send(response, { error: { type: 'authorization_error', message: 'Unknown key' } }, 401)
    }
    const favoured = models.map((model, place) =>
      exampleModel(model.endpoint_id, { is_favorited: place === 1 }),
    )
    return send(response, { models: favoured, next_cursor: null, has_more: false })
  })
  const source = await startSource(upstream, { untilSettled: true })
  const favoured = async (key: string) =>
    (await source.findAs(ALL, key)).models.map(({ metadata }) => metadata?.is_favorited)
  expect(await favoured('of-a-reader')).toEqual([false, true, false])
  await expect(favoured('of-nobody')).rejects.toMatchObject({ type: 'authorization_error' })
  expect((await source.find(ALL)).models.map(({ metadata }) => metadata?.is_favorited)).toEqual([
    null,
    null,
    null,
  ])
})

test('what our own key favours is told to nobody', async () => {
  const models = exampleModels(3).map(({ endpoint_id }) => exampleModel(endpoint_id, { is_favorited: true }))
  const source = await startSource(await startUpstream(models))
  const pages = [await source.find(ALL)]
  await settled(source)
  pages.push(await source.find(ALL))
  expect(pages.flatMap(({ models }) => models).every(({ metadata }) => metadata?.is_favorited === null)).toBe(
    true,
  )
})

test('a mirror that is there but cannot be read is reported, set aside and built anew', async () => {
  const directory = newDirectory()
  await mkdir(join(directory, 'mirror.json'))
  const lines: string[] = []
  await startSource(await startUpstream(), {
    directory,
    untilSettled: true,
    report: (line) => lines.push(line),
  })
  expect(lines[0]).toMatch(/mirror\.json: the file is unreadable; it is now .*, and the mirror is built anew/)
  await expect.poll(() => readdir(directory)).toContain('mirror.json.unreadable')
})

test('a damaged mirror that cannot be set aside is reported, and keeps nobody from being served', async () => {
  const upstream = await startUpstream()
  const directory = newDirectory()
  await mkdir(join(directory, 'mirror.json.damaged/full'), { recursive: true })
  await writeFile(join(directory, 'mirror.json'), 'not a mirror')
  const lines: string[] = []
  const source = await startSource(upstream, {
    directory,
    untilSettled: true,
    report: (line) => lines.push(line),
  })
  expect(lines[0]).toMatch(/mirror\.json: the file is damaged; the mirror is built anew/)
  expect((await source.find(ALL)).models).toHaveLength(25)
})

test('what changed is told also where the server was stopped between reading it and telling it', async () => {
  const models = exampleModels(15)
  const upstream = await startUpstream(models)
  const directory = newDirectory()
  const source = await startSource(upstream, { directory, untilSettled: true })
  source.close()
  upstream.serve(
    models.map(({ endpoint_id }) =>
      exampleModel(endpoint_id, { updated_at: '2026-11-25T00:00:00.000Z' }, withInput('prompt', 'seed')),
    ),
  )
  upstream.misbehave((url) => (countIds(url.search) === 5 ? true : undefined))
  const stopped = await startSource(upstream, { directory, refreshEvery: 1 })
  await expect.poll(() => upstream.asked.filter((url) => countIds(url) === 5)).toHaveLength(2)
  stopped.close()
  upstream.misbehave(undefined)
  const again = await startSource(upstream, { directory, refreshEvery: 1 })
  await expect.poll(async () => (await again.changes({ limit: 100, page: 1 })).total).toBe(15)
})

type Started = Awaited<ReturnType<typeof createLiveSource>>

/** Refreshed once, unless asked for otherwise, and with short waits after failures. */
async function startSource(
  { address }: TestUpstream,
  { untilSettled = false, ...options }: Partial<LiveOptions> & { untilSettled?: boolean } = {},
): Promise<Started> {
  const source = await createLiveSource({
    upstream: createUpstream({ address, pause: 0 }),
    directory: newDirectory(),
    refreshEvery: 600_000,
    readersPatience: 60_000,
    patience: { attempts: 2, firstWait: 10 },
    report() {},
    onProgress() {},
    ...options,
  })
  onTestFinished(source.close)
  if (untilSettled) await settled(source)
  return source
}

async function settled(source: Started) {
  await expect.poll(async () => (await source.facets({ facets: [] })).source.schemas_to_come).toBeUndefined()
}

/** Waits until what the endpoint says now is what is answered. */
async function refreshed(source: Started) {
  const now = new Date().toISOString()
  await expect.poll(async () => (await source.facets({ facets: [] })).source.as_of > now).toBe(true)
}

/** Lets the listing wait until it is released; everything else is answered. */
function holdListing(upstream: TestUpstream) {
  let isHeld = true
  upstream.misbehave((url, response) =>
    isHeld && url.search.startsWith('?limit=100&') ? send(response, {}, 503) : undefined,
  )
  return { release: () => (isHeld = false) }
}

async function findDocument(source: Started, id: string) {
  const { models } = await source.find({ endpoint_ids: [id], limit: 1, page: 1, expand: ['openapi-3.0'] })
  return models[0]?.openapi
}

function idsOf({ models }: { models: { endpoint_id: string }[] }): string[] {
  return models.map(({ endpoint_id }) => endpoint_id)
}

function countIds(url: string): number {
  return new URLSearchParams(url.split('?')[1]).getAll('endpoint_id').length
}

function newDirectory(): string {
  return mkdtempSync(join(tmpdir(), 'mirror-'))
}
