import { expect, test } from 'vitest'
import { readModelSchema, requiredFirst } from './readModelSchema.ts'

test('input and output are found through the operations, whatever their components are called', () => {
  const { input, output, problems } = readModelSchema(queueDocument())
  expect(problems).toEqual([])
  expect(input?.type).toMatchObject({ kind: 'object', name: 'Zebra' })
  expect(input?.type.kind === 'object' && input.type.readFields().map(({ path }) => path)).toEqual([
    'input.prompt',
  ])
  expect(output?.type.kind === 'object' && output.type.readFields().map(({ path }) => path)).toEqual([
    'output.image',
  ])
})

test('an input written in place is read like one that is referred to', () => {
  const document = queueDocument()
  document.paths['/a/b'].post.requestBody.content['application/json'].schema = {
    properties: { seed: { type: 'integer' } },
  }
  const { input } = readModelSchema(document)
  expect(input?.type.kind === 'object' && input.type.readFields()).toMatchObject([{ path: 'input.seed' }])
})

test('the queue calls come in the order of use, with method, address and parameters', () => {
  const { calls } = readModelSchema(queueDocument())
  expect(calls.map(({ name, method, url }) => [name, method, url])).toEqual([
    ['Submit', 'POST', 'https://queue.fal.run/a/b'],
    ['Status', 'GET', 'https://queue.fal.run/a/b/requests/{request_id}/status'],
    ['Result', 'GET', 'https://queue.fal.run/a/b/requests/{request_id}'],
    ['Cancel', 'PUT', 'https://queue.fal.run/a/b/requests/{request_id}/cancel'],
  ])
  expect(calls[1]?.parameters).toEqual([
    { name: 'request_id', in: 'path', isRequired: true, description: 'Request ID' },
    { name: 'logs', in: 'query', isRequired: false },
  ])
  expect(calls.every(({ description }) => description.length > 10)).toBe(true)
})

test('an operation that is none of the queue’s is called by method and path, in its own words', () => {
  const { calls } = readModelSchema({
    paths: { '/a/b/stream': { get: { description: 'Streams.' }, parameters: [] } },
  })
  expect(calls).toEqual([
    { name: 'GET /a/b/stream', method: 'GET', url: '/a/b/stream', description: 'Streams.', parameters: [] },
  ])
})

test('an input that refers nowhere is told in plain words, and the rest still stands', () => {
  const document = queueDocument()
  document.paths['/a/b'].post.requestBody.content['application/json'].schema = {
    $ref: '#/components/schemas/Gone',
  }
  const { input, output, calls, problems } = readModelSchema(document)
  expect(input).toBeUndefined()
  expect(output).toBeDefined()
  expect(calls).toHaveLength(4)
  expect(problems).toEqual([
    'The input refers to a schema that the document does not contain: #/components/schemas/Gone',
  ])
})

test('operations that are not there leave input and output undescribed', () => {
  expect(readModelSchema({ paths: {} }).problems).toEqual([
    'The document does not tell what the model takes.',
    'The document does not tell what the model returns.',
  ])
})

test.each([{}, { title: 'RouterInput' }, { description: 'Input' }])(
  'a schema that says nothing of the kind, %j, tells neither input nor output',
  (Zebra) => {
    const document = queueDocument()
    document.components.schemas = { ...document.components.schemas, Zebra, Lion: Zebra }
    const { input, output, calls, problems } = readModelSchema(document)
    expect([input, output]).toEqual([undefined, undefined])
    expect(calls).toHaveLength(4)
    expect(problems).toEqual([
      'The document does not tell what the model takes.',
      'The document does not tell what the model returns.',
    ])
  },
)

test('what stands in place of a document is no document, and its reason is told', () => {
  expect(readModelSchema({ error: { code: 'expansion_failed', message: 'Took too long' } })).toEqual({
    calls: [],
    problems: ['There is no document: Took too long'],
  })
})

test.each([undefined, null, 0, 'text', true, [], [1], {}, { paths: null }, { paths: [] }, { error: 1 }])(
  '%j is no document',
  (value) => {
    expect(readModelSchema(value)).toEqual({
      calls: [],
      problems: ['This is no OpenAPI document: it has no paths.'],
    })
  },
)

test('10,000 properties are read', () => {
  const document = queueDocument()
  const properties = Object.fromEntries(
    Array.from({ length: 10_000 }, (_, n) => [`p${n}`, { type: 'integer' }]),
  )
  document.components.schemas.Zebra = { properties }
  const { input } = readModelSchema(document)
  const fields = input?.type.kind === 'object' ? input.type.readFields() : []
  expect(fields).toHaveLength(10_000)
  expect(fields.every(({ type }) => type.kind === 'integer')).toBe(true)
})

test('an object that contains itself in memory is read like any recursion', () => {
  const node: Record<string, unknown> = { type: 'object' }
  node['properties'] = { child: node, children: { type: 'array', items: node } }
  const document = queueDocument()
  document.components.schemas.Zebra = node
  const { input } = readModelSchema(document)
  expect(input?.type.kind === 'object' && input.type.readFields()).toMatchObject([
    { type: { kind: 'object', recursesTo: 'input' } },
    { type: { kind: 'list', item: { type: { kind: 'object', recursesTo: 'input' } } } },
  ])
})

test('required fields come first, each group in its own order', () => {
  const fields = [
    { name: 'a', isRequired: false },
    { name: 'b', isRequired: true },
    { name: 'c', isRequired: false },
    { name: 'd', isRequired: true },
  ].map((field) => ({
    ...field,
    path: field.name,
    type: { kind: 'any' as const },
    isNullable: false,
    isDeprecated: false,
    examples: [],
    limits: [],
  }))
  expect(requiredFirst(fields).map(({ name }) => name)).toEqual(['b', 'd', 'a', 'c'])
})

function queueDocument() {
  const json = (schema: unknown) => ({ content: { 'application/json': { schema } } })
  const answers = (schema: unknown) => ({ responses: { '200': json(schema) } })
  const requestId = { name: 'request_id', in: 'path', required: true, schema: { description: 'Request ID' } }
  return {
    openapi: '3.0.4',
    servers: [{ url: 'https://queue.fal.run/' }],
    paths: {
      '/a/b/requests/{request_id}/cancel': {
        put: { parameters: [requestId], ...answers({ type: 'object' }) },
      },
      '/a/b/requests/{request_id}/status': {
        get: { parameters: [requestId, { name: 'logs', in: 'query' }, 'odd'], ...answers({}) },
      },
      '/a/b/requests/{request_id}': {
        get: { parameters: [requestId], ...answers({ $ref: '#/components/schemas/Lion' }) },
      },
      '/a/b': { post: { requestBody: json({ $ref: '#/components/schemas/Zebra' }), ...answers({}) } },
    },
    components: {
      schemas: {
        Input: { properties: { wrong: {} } },
        Zebra: { properties: { prompt: { type: 'string' } } } as object,
        Lion: { properties: { image: { type: 'string' } } } as object,
      },
    },
  }
}
