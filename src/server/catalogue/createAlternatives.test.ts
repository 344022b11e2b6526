import { expect, test } from 'vitest'
import type { ModelMetadata } from '#contract/models.ts'
import { createAlternatives } from './createAlternatives.ts'
import { exampleModel } from './exampleModel.ts'
import { readSignature } from './readSignature.ts'

const text = { type: 'string' }

test('what stands in is active, returns the same and takes the call; what changes is told', () => {
  const models = [
    model('a/gone', { prompt: text, seed: text }, { status: 'deprecated' }),
    model('a/other-product', { prompt: text }, {}, 'video'),
    model('a/deprecated', { prompt: text }, { status: 'deprecated' }),
    model('a/no-place', { image_url: text }),
    model('a/new', { prompt: text }),
    exampleModel('a/unknown'),
  ]
  expect(alternativesOf('a/gone', models)).toEqual([
    {
      endpoint_id: 'a/new',
      display_name: 'a/new',
      category: 'text-to-image',
      changes: [{ kind: 'drop', name: 'seed' }],
    },
  ])
})

test('first what changes little, then what is near of kin', () => {
  const whole = { prompt: text, seed: text, size: text }
  const models = [
    model('a/river/v1', whole, { status: 'deprecated', group: { key: 'river', label: 'v1' } }),
    model('b/stone', whole),
    model('b/sky', { prompt: text }),
    model('a/river/story', whole, { category: 'image-to-image', group: { key: 'river', label: 'story' } }),
    model('a/river/v2', { ...whole, seed: { type: 'integer' } }, { group: { key: 'river', label: 'v2' } }),
  ]
  expect(alternativesOf('a/river/v1', models).map(({ endpoint_id }) => endpoint_id)).toEqual([
    'a/river/v2',
    'a/river/story',
    'b/stone',
    'b/sky',
  ])
})

test('where it is not known what a model returns, its category tells', () => {
  const models = [
    model('a/stream', { prompt: text }, {}, 'none'),
    model('a/image', { prompt: text }, { category: 'text-to-video' }),
    model('a/other', { prompt: text }),
  ]
  expect(alternativesOf('a/stream', models).map(({ endpoint_id }) => endpoint_id)).toEqual(['a/other'])
})

test('of a model of which it is not known what it takes there is no stand-in', () => {
  const models = [exampleModel('a/unknown'), model('a/other', { prompt: text })]
  expect(alternativesOf('a/unknown', models)).toEqual([])
})

test('what takes nothing of the call does not stand in, also where none of it is a text or file', () => {
  const models = [
    model('a/one', { seed: { type: 'integer' } }),
    model('a/two', { seed: { type: 'integer' } }),
    model('a/nothing-known', {}),
    model('a/else', { steps: { type: 'integer' } }),
  ]
  expect(alternativesOf('a/one', models).map(({ endpoint_id }) => endpoint_id)).toEqual(['a/two'])
})

function alternativesOf(endpointId: string, models: ReturnType<typeof exampleModel>[]) {
  const find = createAlternatives(
    models,
    models.map(({ openapi }) => readSignature(openapi)),
  )
  return find(models.findIndex(({ endpoint_id }) => endpoint_id === endpointId))
}

/** A model that cannot do without the first of its inputs. */
function model(
  id: string,
  properties: object,
  metadata: Partial<ModelMetadata> = {},
  returns: 'image' | 'video' | 'none' = 'image',
) {
  const input = { type: 'object', properties, required: Object.keys(properties).slice(0, 1) }
  const output = { type: 'object', properties: { [returns]: { type: 'string', format: 'uri' } } }
  const content = (schema: object) => ({ content: { 'application/json': { schema } } })
  return exampleModel(id, metadata, {
    openapi: {
      paths: {
        '/x': { post: { requestBody: content(input) } },
        ...(returns !== 'none' && {
          '/x/requests/{request_id}': { get: { responses: { '200': content(output) } } },
        }),
      },
    },
  })
}
