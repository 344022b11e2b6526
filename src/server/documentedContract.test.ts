import { expect, test } from 'vitest'
import * as z from 'zod'
import { describeApi } from './describeApi.ts'

// The documented endpoint, written down here a second time: what ours describes must be that, and mark all else as ours.

const PARAMETERS = {
  limit: { type: 'integer', minimum: 1 },
  cursor: { type: 'string' },
  endpoint_id: { type: 'array', items: { type: 'string' }, maxItems: 50 },
  q: { type: 'string' },
  // Documented as one; of one value ours is the same.
  category: { type: 'array', items: { type: 'string' } },
  status: { $ref: '#/components/schemas/ModelStatus' },
  expand: { type: 'array', items: { $ref: '#/components/schemas/Expansion' } },
}

const METADATA = {
  display_name: { type: 'string' },
  category: { type: 'string' },
  description: { type: 'string' },
  status: { $ref: '#/components/schemas/ModelStatus' },
  tags: { type: 'array', items: { type: 'string' } },
  updated_at: { type: 'string' },
  is_favorited: { type: ['boolean', 'null'] },
  thumbnail_url: { type: 'string' },
  model_url: { type: 'string' },
  date: { type: 'string' },
  highlighted: { type: 'boolean' },
  pinned: { type: 'boolean' },
}

const OPTIONAL_METADATA = {
  thumbnail_animated_url: { type: 'string' },
  github_url: { type: 'string' },
  license_type: { type: 'string', enum: ['commercial', 'research', 'private'] },
  group: { type: 'object', properties: { key: { type: 'string' }, label: { type: 'string' } } },
  kind: { type: 'string', enum: ['inference', 'training'] },
  training_endpoint_ids: { type: 'array', items: { type: 'string' } },
  inference_endpoint_ids: { type: 'array', items: { type: 'string' } },
  stream_url: { type: 'string' },
  duration_estimate: { type: 'number' },
}

const ERROR_TYPES = [
  'authorization_error',
  'validation_error',
  'not_found',
  'rate_limited',
  'server_error',
  'not_implemented',
]

const Parameter = z.looseObject({
  name: z.string(),
  in: z.string(),
  required: z.boolean().optional(),
  schema: z.looseObject({}),
  'x-extension': z.boolean().optional(),
})

const Described = z.object({ properties: z.record(z.string(), z.unknown()), required: z.array(z.string()) })

const { get } = describeApi().paths['/v1/models']
const schemas = z.record(z.string(), z.looseObject({})).parse(describeApi().components.schemas)

test('every documented parameter is described as documented, none is required, and all others are marked as ours', () => {
  const described = z.array(Parameter).parse(get.parameters)
  const documented = described.filter((parameter) => parameter['x-extension'] === undefined)
  expect(documented.map(({ name }) => name).sort()).toEqual(Object.keys(PARAMETERS).sort())
  expect(Object.fromEntries(documented.map(({ name, schema }) => [name, schema]))).toMatchObject(PARAMETERS)
  expect(described.filter((parameter) => parameter.in !== 'query' || parameter.required)).toEqual([])
})

test('a page is what is documented', () => {
  expect(schemas['ModelsPage']).toMatchObject({
    properties: {
      models: { type: 'array', items: { $ref: '#/components/schemas/Model' } },
      next_cursor: { type: ['string', 'null'] },
      has_more: { type: 'boolean' },
    },
    required: ['models', 'next_cursor', 'has_more'],
  })
})

test('a model is what is documented, and of what is ours nothing is required', () => {
  expect(schemas['Model']).toMatchObject({
    properties: {
      endpoint_id: { type: 'string' },
      metadata: { $ref: '#/components/schemas/ModelMetadata' },
      openapi: { anyOf: [{ $ref: '#/components/schemas/ExpansionError' }, { type: 'object' }] },
      enterprise_status: {
        anyOf: [{ enum: ['ready', 'pending'] }, { $ref: '#/components/schemas/ExpansionError' }],
      },
    },
    required: ['endpoint_id'],
  })
  expect(schemas['ExpansionError']).toMatchObject({
    properties: {
      error: {
        properties: { code: { type: 'string' }, message: { type: 'string' } },
        required: ['code', 'message'],
      },
    },
    required: ['error'],
  })
})

test('the metadata of a model have all that is documented, and no more', () => {
  const { properties, required } = Described.parse(schemas['ModelMetadata'])
  expect(properties).toMatchObject({ ...METADATA, ...OPTIONAL_METADATA })
  expect(Object.keys(properties).sort()).toEqual(
    [...Object.keys(METADATA), ...Object.keys(OPTIONAL_METADATA)].sort(),
  )
  expect(required.toSorted()).toEqual(Object.keys(METADATA).sort())
})

test('values and errors are those documented', () => {
  expect(schemas['ModelStatus']).toMatchObject({ enum: ['active', 'deprecated'] })
  expect(schemas['Expansion']).toMatchObject({ enum: ['openapi-3.0', 'enterprise_status'] })
  expect(schemas['Error']).toMatchObject({
    properties: {
      error: {
        properties: {
          type: { enum: ERROR_TYPES },
          message: { type: 'string' },
          docs_url: { type: 'string' },
          request_id: { type: 'string' },
        },
        required: ['type', 'message'],
      },
    },
    required: ['error'],
  })
  expect(Object.keys(get.responses)).toEqual(
    expect.arrayContaining(['200', '400', '401', '404', '429', '500']),
  )
})

test('a key is optional, and sent as documented', () => {
  const { security, components } = describeApi()
  expect(security).toContainEqual({})
  expect(components.securitySchemes.apiKey).toMatchObject({
    type: 'apiKey',
    in: 'header',
    name: 'Authorization',
  })
})
