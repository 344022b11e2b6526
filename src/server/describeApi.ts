import * as z from 'zod/mini'
import { ModelAlternatives } from '#contract/alternatives.ts'
import { ApiErrorEnvelope } from '#contract/apiError.ts'
import { ModelsFacets } from '#contract/facets.ts'
import { ChangesPage, ModelEvent, ModelHistory } from '#contract/history.ts'
import { ModelNames } from '#contract/modelNames.ts'
import {
  Expansion,
  ExpansionError,
  Match,
  Medium,
  Model,
  ModelMetadata,
  ModelsPage,
  ModelStatus,
  Signature,
  Variant,
} from '#contract/models.ts'
import {
  ALTERNATIVES_EXAMPLE,
  CHANGES_EXAMPLE,
  FACETS_EXAMPLE,
  HISTORY_EXAMPLE,
  NAMES_EXAMPLE,
  PAGE_EXAMPLE,
} from './apiExamples.ts'
import {
  CHANGES_PARAMETERS,
  EXTENSION,
  FACETS_PARAMETERS,
  ID_PARAMETERS,
  MODELS_PARAMETERS,
  schemaAddress,
} from './describeParameters.ts'

/** The endpoint as an OpenAPI 3.1 document; its schemas are the contract's. */
export function describeApi() {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Model search',
      version: '1.0.0',
      description:
        'Lists, finds and searches AI models. `GET /v1/models` speaks the contract of the endpoint of the same name at ' +
        'api.fal.ai; what is tagged `extension` is ours, and a client must do without it elsewhere. Every answer ' +
        'carries its `X-Request-Id`, and what is asked for by GET is answered to HEAD and to other origins too. How ' +
        'much a client may still ask is told by the `RateLimit` header.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    tags: [
      { name: 'models', description: 'The documented contract' },
      {
        name: 'extension',
        description: 'Beyond the documented contract, as is what is marked `x-extension`',
      },
    ],
    security: [{}, { apiKey: [] }],
    paths: {
      '/v1/models': {
        get: {
          operationId: 'getModels',
          tags: ['models'],
          summary: 'A page of models',
          description:
            'Without parameters it lists all models, newest first; `endpoint_id` finds models by id, in the order ' +
            'asked; `q`, `category` and `status` search, best match first. Together they narrow each other, and so do ' +
            'the parameters that are ours, marked `x-extension`. Parameters that are not named here are ignored, and an ' +
            'empty value counts as none.',
          parameters: MODELS_PARAMETERS,
          responses: {
            '200': describeAnswer('ModelsPage', 'A page; empty when nothing matches', PAGE_EXAMPLE),
            ...NOT_MODIFIED,
            ...COMMON_ERRORS,
            '404': describeError(
              'not_found',
              'None of the ids asked for exists',
              'endpoint_id: no model is called a/b',
            ),
          },
        },
      },
      '/v1/models/facets': {
        get: {
          operationId: 'getModelsFacets',
          tags: ['extension'],
          summary: 'How many models each value of a filter would leave',
          description:
            'Counts with each value chosen too, under all the other active filters: of facets of which any value will do, ' +
            'in place of those chosen; of `takes`, `returns` and `param`, besides them. Every value of the catalogue is ' +
            'there, those of the most models first. The total is that under all filters. Ids that do not exist are ' +
            'no error here.',
          parameters: FACETS_PARAMETERS,
          responses: {
            '200': describeAnswer('ModelsFacets', 'The counts', FACETS_EXAMPLE),
            ...NOT_MODIFIED,
            ...COMMON_ERRORS,
          },
        },
      },
      '/v1/models/names': {
        get: {
          operationId: 'getModelNames',
          tags: ['extension'],
          summary: 'What all models are called',
          description: 'In the order of a listing, for completing what someone types.',
          responses: {
            '200': describeAnswer('ModelNames', 'The names', NAMES_EXAMPLE),
            ...NOT_MODIFIED,
            '401': COMMON_ERRORS['401'],
            '405': COMMON_ERRORS['405'],
            '429': COMMON_ERRORS['429'],
            '500': COMMON_ERRORS['500'],
          },
        },
      },
      '/v1/models/{endpoint_id}/history': {
        get: {
          operationId: 'getModelHistory',
          tags: ['extension'],
          summary: 'What each release changed for a model',
          description:
            'What was added to and removed from what it takes and returns, what looks renamed, and where types, ' +
            'choices, defaults, limits and what is required changed, newest first; and, for a deprecated model, the ' +
            'active ones nearest to it. The slashes of the id stay slashes.',
          parameters: ID_PARAMETERS,
          responses: {
            '200': describeAnswer('ModelHistory', 'The history', HISTORY_EXAMPLE),
            ...NOT_MODIFIED,
            ...COMMON_ERRORS,
            '404': describeError('not_found', 'No model has this id', 'endpoint_id: no model is called a/b'),
            ...WITHOUT_HISTORY,
          },
        },
      },
      '/v1/models/{endpoint_id}/alternatives': {
        get: {
          operationId: 'getModelAlternatives',
          tags: ['extension'],
          summary: 'Models that accept the same call',
          description:
            'The active models that return the same and take what this one requires, under the same names or known other ' +
            'ones, the nearest first; each with what has to change in the call: names, one or a list, choices, limits, ' +
            'what to drop and what to give. Empty for a model of which it is not known what it takes. The slashes of the ' +
            'id stay slashes.',
          parameters: ID_PARAMETERS,
          responses: {
            '200': describeAnswer('ModelAlternatives', 'The alternatives', ALTERNATIVES_EXAMPLE),
            ...NOT_MODIFIED,
            ...COMMON_ERRORS,
            '404': describeError('not_found', 'No model has this id', 'endpoint_id: no model is called a/b'),
          },
        },
      },
      '/v1/changes': {
        get: {
          operationId: 'getChanges',
          tags: ['extension'],
          summary: 'What the releases did to all models',
          description:
            'A page of what was done, the newest release first, with counts by release and by event under all the ' +
            'other active filters. Also as feeds, with the same filters: `/changes.json` and `/changes.atom`.',
          parameters: CHANGES_PARAMETERS,
          responses: {
            '200': describeAnswer('ChangesPage', 'A page; empty when nothing matches', CHANGES_EXAMPLE),
            ...NOT_MODIFIED,
            ...COMMON_ERRORS,
            ...WITHOUT_HISTORY,
          },
        },
      },
      '/v1/openapi.json': {
        get: {
          operationId: 'getDescription',
          tags: ['extension'],
          summary: 'This document',
          responses: {
            '200': {
              description: 'An OpenAPI document',
              headers: REQUEST_ID_HEADER,
              content: { 'application/json': { schema: { type: 'object' } } },
            },
            ...NOT_MODIFIED,
            '401': COMMON_ERRORS['401'],
            '405': COMMON_ERRORS['405'],
            '429': COMMON_ERRORS['429'],
            '500': COMMON_ERRORS['500'],
          },
        },
      },
    },
    components: {
      schemas: describeSchemas(),
      securitySchemes: {
        apiKey: {
          type: 'apiKey',
          in: 'header',
          name: 'Authorization',
          description:
            '`Key <api key>`. Optional; a malformed header is refused, and by a server that has keys one that it does not know. ' +
            'A key allows ten times the requests.',
        },
      },
    },
  }
}

/** The contract's schemas by name, as the reader of an answer may rely on them: with fields that are new to them. */
function describeSchemas() {
  const named = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(SCHEMAS)) named.add(schema, { id })
  const { schemas } = z.toJSONSchema(named, { io: 'input', uri: schemaAddress })
  return Object.fromEntries(
    Object.entries(schemas).map(([id, schema]) => [
      id,
      { ...omitIdentity(schema), ...(id in EXTENSION_SCHEMAS && EXTENSION) },
    ]),
  )
}

/** Address and dialect are the whole document's matter. */
function omitIdentity(schema: object) {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => name !== '$id' && name !== '$schema'))
}

const EXTENSION_SCHEMAS = {
  Signature,
  Medium,
  Match,
  Variant,
  ModelsFacets,
  ModelNames,
  ModelHistory,
  ModelEvent,
  ModelAlternatives,
  ChangesPage,
}

const SCHEMAS = {
  ModelsPage,
  Model,
  ModelMetadata,
  ModelStatus,
  Expansion,
  ExpansionError,
  Error: ApiErrorEnvelope,
  ...EXTENSION_SCHEMAS,
}

const REQUEST_ID_HEADER = {
  'X-Request-Id': { description: 'New for every answer', schema: { type: 'string' } },
}

const NOT_MODIFIED = {
  '304': { description: '`If-None-Match` names the current `ETag`', headers: REQUEST_ID_HEADER },
}

const COMMON_ERRORS = {
  '400': describeError(
    'validation_error',
    'A parameter has a value that it cannot have',
    'limit: expected a whole number of at least 1, got "0"',
  ),
  '401': describeError(
    'authorization_error',
    'The `Authorization` header is malformed, or its key not known to a server that has keys',
    'Authorization: expected "Key <api key>", or no such header',
  ),
  '405': describeError('validation_error', 'Only GET, HEAD and OPTIONS', 'POST: expected GET, HEAD, OPTIONS'),
  '429': {
    ...describeError(
      'rate_limited',
      'More than a client may ask',
      'Expected at most 600 requests a minute; try again in 3 s',
    ),
    headers: {
      ...REQUEST_ID_HEADER,
      'Retry-After': { description: 'Seconds to wait', schema: { type: 'integer' } },
    },
  },
  '500': describeError('server_error', 'Our fault', 'Something went wrong on our side'),
}

const WITHOUT_HISTORY = {
  '501': describeError(
    'not_implemented',
    'Where the models come from, nothing is known of their past',
    'The catalogue behind this server keeps no history',
  ),
}

function describeAnswer(schema: keyof typeof SCHEMAS, description: string, example: unknown) {
  return {
    description,
    headers: { ...REQUEST_ID_HEADER, ETag: { schema: { type: 'string' } } },
    content: { 'application/json': { schema: { $ref: schemaAddress(schema) }, example } },
  }
}

function describeError(type: string, description: string, message: string) {
  return {
    description,
    headers: REQUEST_ID_HEADER,
    content: {
      'application/json': {
        schema: { $ref: schemaAddress('Error') },
        example: { error: { type, message, request_id: '7e0c5b1e-0d3c-4f6e-9a43-2f8a3f1f4c55' } },
      },
    },
  }
}
