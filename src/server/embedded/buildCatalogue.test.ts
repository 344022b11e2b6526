import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, expect, test } from 'vitest'
import type { ModelMetadata } from '#contract/models.ts'
import { buildCatalogue } from './buildCatalogue.ts'
import { CATALOGUE_FILE, HISTORY_FILE, LICENCE_FILE, readCatalogueFile } from './catalogueFile.ts'
import { loadCatalogue } from './loadCatalogue.ts'
import type { SchemaHistory } from './schemaHistory.ts'

// Reading eleven releases takes seconds: once for all of these tests.
const lines: string[] = []
const directory = await mkdtemp(join(tmpdir(), 'catalogue-'))
afterAll(() => rm(directory, { recursive: true }))
const built = await buildCatalogue(directory, (line) => lines.push(line))
const { models, source } = await loadCatalogue(directory)
const metadata = models.flatMap((model) => model.metadata ?? [])

test('the build reports how many endpoints each release has', () => {
  const counts = lines.map((line) =>
    /(\d+\.\d+\.\d+) of (\S+): (\d+) endpoints/.exec(line)?.slice(1).join(' '),
  )
  expect(counts.filter(Boolean)).toEqual([
    '1.1.0 2024-11-13 170',
    '1.2.0 2024-11-25 188',
    '1.2.1 2024-12-05 199',
    '1.2.2 2025-01-10 232',
    '1.2.3 2025-01-23 254',
    '1.3.0 2025-03-18 356',
    '1.6.0 2025-07-09 499',
    '1.6.2 2025-08-08 499',
    '1.7.0 2025-10-17 807',
    '1.8.0 2025-12-03 935',
    '1.9.6 2026-04-22 1207',
  ])
})

test('the catalogue holds 1,311 models, 104 of them deprecated, and says where it comes from', () => {
  expect(built).toMatchObject({ models: 1311, deprecated: 104 })
  expect(new Set(models.map(({ endpoint_id }) => endpoint_id)).size).toBe(1311)
  expect(metadata.filter(({ status }) => status === 'deprecated')).toHaveLength(104)
  expect(source).toEqual({
    kind: 'embedded',
    name: '@fal-ai/client 1.9.6',
    as_of: '2026-04-22T00:00:00.000Z',
  })
})

test('an endpoint that vanished and returned is active since its first release', () => {
  expect(modelNamed('fal-ai/fast-sdxl').metadata).toMatchObject({
    status: 'active',
    date: '2024-11-13T00:00:00.000Z',
  })
})

test('a deprecated endpoint keeps the schema of the last release that described it', () => {
  const { metadata: details, openapi } = modelNamed('fal-ai/hyper-sdxl')
  expect(details?.status).toBe('deprecated')
  expect(openapi).toHaveProperty('components.schemas.HyperSdxlInput.properties.prompt')
})

test('no model was updated before it appeared', () => {
  expect(metadata.filter(({ date, updated_at }) => updated_at < date)).toEqual([])
})

test('every one of the OpenAPI documents is valid', async () => {
  const validator = new Validator()
  const faults: unknown[] = []
  for (const { endpoint_id, openapi } of models) {
    const { valid, errors } = await validator.validate({ ...openapi })
    if (!valid) faults.push({ endpoint_id, errors })
  }
  expect(faults).toEqual([])
}, 60_000)

test('a document names nothing that it does not hold', () => {
  const dangling = models.flatMap(({ endpoint_id, openapi }) => {
    const refs = JSON.stringify(openapi).matchAll(/#\/components\/schemas\/([^"]+)/g)
    const schemas = Object(Object(openapi).components).schemas
    return [...refs]
      .filter(([, name = '']) => !Object.hasOwn(schemas, name))
      .map(([ref]) => `${endpoint_id} ${ref}`)
  })
  expect(dangling).toEqual([])
})

test('properties stand in the order of their authors, required ones first', () => {
  const { openapi } = modelNamed('fal-ai/flux/dev')
  expect(openapi).toHaveProperty(
    'components.schemas.FluxDevInput.x-fal-order-properties',
    expect.arrayContaining(['prompt', 'image_size', 'num_inference_steps', 'seed']),
  )
  const order = Object(openapi).components.schemas.FluxDevInput['x-fal-order-properties']
  expect(order.slice(0, 4)).toEqual(['prompt', 'image_size', 'num_inference_steps', 'seed'])
})

test('no two models share a name, and no two of a family share a label', () => {
  expect(repeated(metadata.map(({ display_name }) => display_name))).toEqual([])
  expect(repeated(metadata.map(({ group }) => `${group?.key} ${group?.label}`))).toEqual([])
})

test('names read as names', () => {
  const names = metadata.map(({ display_name }) => display_name)
  expect(names.filter((name) => / {2}|^ | $|[_/]|undefined/.test(name))).toEqual([])
  // A lost dot, a task as it is written in ids, a maker's capitals lost.
  expect(names.filter((name) => /\bv\d{2,}\b|-to-|\b[it]2[iv]\b/.test(name))).toEqual([])
  expect(names.filter((name) => /\b(Lora|Flux|Sdxl|Tts|Ltx|Gpt|Minimax|kling|wan)\b/.test(name))).toEqual([])
})

test('a description is one plain sentence', () => {
  const odd = metadata.filter(({ description }) => {
    const isSentence = /^[A-Z][a-z-]+s [^.;]+(; optional [^.;]+)?\.$/.test(description)
    const isOdd = / {2}|undefined|\{|\b(\w+) \1\b|\ban? [a-z]*s (and|with|from)\b|\ba [aeiou]/.test(
      description,
    )
    return !isSentence || isOdd || description.length > 160
  })
  expect(odd.map(({ model_url, description }) => `${model_url} ${description}`)).toEqual([])
})

test('what cannot be known is absent, and what is constant is so', () => {
  for (const details of metadata) {
    expect(details).not.toHaveProperty('license_type')
    expect(details).not.toHaveProperty('github_url')
    expect(details).toMatchObject({ is_favorited: null, highlighted: false, pinned: false })
  }
})

test('new are exactly the models of the newest release', () => {
  const isNew = ({ tags }: ModelMetadata) => tags.includes('new')
  expect(metadata.filter(isNew).every(({ date }) => date === source.as_of)).toBe(true)
  expect(metadata.filter(isNew)).toHaveLength(metadata.filter(({ date }) => date === source.as_of).length)
})

test('the newest come first, and a family stays together within a release', () => {
  const places = metadata.map(({ date, group }) => `${date} ${group?.key}`)
  expect(metadata.map(({ date }) => date)).toEqual(
    metadata
      .map(({ date }) => date)
      .toSorted()
      .toReversed(),
  )
  expect(places.filter((place, at) => place !== places[at - 1])).toHaveLength(new Set(places).size)
})

test('a trainer and the endpoints that use what it makes name each other', () => {
  expect(modelNamed('fal-ai/flux-2-trainer/edit').metadata).toMatchObject({
    kind: 'training',
    category: 'training',
    inference_endpoint_ids: ['fal-ai/flux-2/lora/edit'],
  })
  expect(modelNamed('fal-ai/flux-2/lora/edit').metadata).toMatchObject({
    kind: 'inference',
    training_endpoint_ids: ['fal-ai/flux-2-trainer-v2/edit', 'fal-ai/flux-2-trainer/edit'],
  })
})

test('an endpoint with a stream beside it says where', () => {
  expect(modelNamed('fal-ai/flux-lora').metadata).toMatchObject({
    model_url: 'https://fal.run/fal-ai/flux-lora',
    stream_url: 'https://fal.run/fal-ai/flux-lora/stream',
    tags: expect.arrayContaining(['lora', 'streaming']),
  })
})

test('pictures have addresses of our own that change with the drawing', () => {
  expect(modelNamed('fal-ai/veo3.1').metadata?.thumbnail_url).toMatch(
    /^\/thumbnails\/fal-ai\/veo3\.1\.640\.webp\?v=[0-9a-f]{8}$/,
  )
  expect(modelNamed('fal-ai/veo3.1').metadata?.thumbnail_animated_url).toMatch(
    /^\/thumbnails\/fal-ai\/veo3\.1\.animated\.svg\?v=[0-9a-f]{8}$/,
  )
})

test('the history knows in which releases an endpoint changed', async () => {
  const history = (await readCatalogueFile(join(directory, HISTORY_FILE))) as SchemaHistory
  const { releases, changes } = history.endpoints['fal-ai/flux/dev/redux'] ?? { releases: [], changes: [] }
  expect(releases).toEqual(['1.2.0', '1.2.1', '1.2.2', '1.2.3', '1.3.0', '1.6.0', '1.7.0', '1.8.0'])
  expect(changes[0]?.release).toBe('1.2.0')
  const [input = ''] = changes.map((change) => change.input)
  expect(history.schemas[changes[0]?.components[input] ?? -1]).toHaveProperty('properties.image_url')
  expect(Object.keys(history.endpoints)).toHaveLength(1311)
})

test('the licence notice goes with what is built', async () => {
  expect(built.licence).toContain('@fal-ai/client')
  expect(built.licence).toContain('Permission is hereby granted')
  expect(await readFile(join(directory, LICENCE_FILE), 'utf8')).toBe(built.licence)
})

test('the same releases give the same bytes', async () => {
  const again = join(directory, 'again')
  await buildCatalogue(again, () => undefined)
  for (const file of [CATALOGUE_FILE, HISTORY_FILE]) {
    expect((await readFile(join(again, file))).equals(await readFile(join(directory, file)))).toBe(true)
  }
}, 60_000)

const sample = process.env['LIVE_MODELS_SAMPLE']

test.skipIf(sample === undefined)(
  'categories agree with the live endpoint in at least 92 of 100',
  async () => {
    const live = JSON.parse(await readFile(sample ?? '', 'utf8')) as typeof models
    const known = new Map(
      models.map(({ endpoint_id, metadata: details }) => [endpoint_id, details?.category]),
    )
    const shared = live.filter(({ endpoint_id }) => known.has(endpoint_id))
    const agreeing = shared.filter(
      ({ endpoint_id, metadata: details }) => known.get(endpoint_id) === details?.category,
    )
    expect(shared.length).toBeGreaterThan(100)
    expect(agreeing.length / shared.length).toBeGreaterThanOrEqual(0.92)
  },
)

function modelNamed(endpointId: string) {
  const model = models.find(({ endpoint_id }) => endpoint_id === endpointId)
  if (model === undefined) throw new Error(`no ${endpointId}`)
  return model
}

function repeated(texts: string[]): string[] {
  return texts.filter((text, place) => texts.indexOf(text) !== place)
}
