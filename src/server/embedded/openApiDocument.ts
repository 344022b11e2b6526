import type { ModelMetadata, OpenApiDocument } from '#contract/models.ts'
import { type JsonSchema, refTo } from './jsonSchema.ts'

export type CompiledModel = {
  endpointId: string
  metadata: ModelMetadata
  /** The component names of what it takes and returns. */
  input: string
  output: string
  components: Map<string, JsonSchema>
}

/** An endpoint's OpenAPI document in the frame that the live endpoint gives all of its documents. */
export function openApiDocument({
  endpointId,
  metadata,
  input,
  output,
  components,
}: CompiledModel): OpenApiDocument {
  const request = `/${endpointId}/requests/{request_id}`
  return {
    openapi: '3.0.4',
    info: {
      title: `Queue OpenAPI for ${endpointId}`,
      version: '1.0.0',
      description: `The OpenAPI schema for the ${endpointId} queue.`,
      'x-fal-metadata': {
        endpointId,
        category: metadata.category,
        thumbnailUrl: metadata.thumbnail_url,
        playgroundUrl: `https://fal.ai/models/${endpointId}`,
        documentationUrl: `https://fal.ai/models/${endpointId}/api`,
        about: metadata.description,
      },
    },
    components: {
      securitySchemes: {
        apiKeyAuth: { type: 'apiKey', in: 'header', name: 'Authorization', description: 'Fal Key' },
      },
      schemas: { QueueStatus: QUEUE_STATUS, ...Object.fromEntries(components) },
    },
    paths: {
      [`${request}/status`]: {
        get: {
          parameters: [REQUEST_ID, LOGS],
          responses: answer('The request status.', refTo('QueueStatus')),
        },
      },
      [`${request}/cancel`]: {
        put: { parameters: [REQUEST_ID], responses: answer('The request was cancelled.', CANCELLED) },
      },
      [`/${endpointId}`]: {
        post: {
          requestBody: { required: true, content: { 'application/json': { schema: refTo(input) } } },
          responses: answer('The request status.', refTo('QueueStatus')),
        },
      },
      [request]: {
        get: { parameters: [REQUEST_ID], responses: answer('Result of the request.', refTo(output)) },
      },
    },
    servers: [{ url: 'https://queue.fal.run' }],
    security: [{ apiKeyAuth: [] }],
  }
}

function answer(description: string, schema: object) {
  return { '200': { description, content: { 'application/json': { schema } } } }
}

const REQUEST_ID = {
  name: 'request_id',
  in: 'path',
  required: true,
  schema: { type: 'string', description: 'Request ID' },
}

const LOGS = {
  name: 'logs',
  in: 'query',
  required: false,
  schema: {
    type: 'number',
    description: 'Whether to include logs (`1`) in the response or not (`0`).',
  },
}

const CANCELLED = {
  type: 'object',
  properties: {
    success: { type: 'boolean', description: 'Whether the request was cancelled successfully.' },
  },
}

const QUEUE_STATUS = {
  type: 'object',
  properties: {
    status: { type: 'string', enum: ['IN_QUEUE', 'IN_PROGRESS', 'COMPLETED'] },
    request_id: { type: 'string', description: 'The request id.' },
    response_url: { type: 'string', description: 'The response url.' },
    status_url: { type: 'string', description: 'The status url.' },
    cancel_url: { type: 'string', description: 'The cancel url.' },
    logs: { type: 'object', description: 'The logs.', additionalProperties: true },
    metrics: { type: 'object', description: 'The metrics.', additionalProperties: true },
    queue_position: { type: 'integer', description: 'The queue position.' },
  },
  required: ['status', 'request_id'],
}
