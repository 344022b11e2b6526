import { existsSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anySchema, documentOf, KEYWORDS, NAMES } from './anySchema.ts'
import { examplePayload } from './examplePayload.ts'
import type { Field } from './field.ts'
import { readMedia } from './media.ts'
import { readModelSchema } from './readModelSchema.ts'

test('schemas of every shape, referring to each other in every way, are read to the end', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...NAMES), anySchema()), anySchema(), (components, schema) => {
      expect(() => readAll(documentOf(schema, components))).not.toThrow()
    }),
    { numRuns: 500 },
  )
})

test('any value under any keyword is read to the end', () => {
  const anything = fc.dictionary(fc.constantFrom(...KEYWORDS), fc.jsonValue())
  fc.assert(
    fc.property(anything, anything, (schema, component) => {
      expect(() =>
        readAll(documentOf({ ...schema, properties: { a: schema, b: component } }, { a: component })),
      ).not.toThrow()
    }),
    { numRuns: 500 },
  )
})

test('what cannot be written as a text is read under every keyword', () => {
  for (const keyword of KEYWORDS) {
    for (const value of [{ toString: null }, [{ toString: null }], { toString: null, valueOf: null }]) {
      const schema = { [keyword]: value }
      expect(() => readAll(documentOf({ ...schema, properties: { a: schema } }))).not.toThrow()
    }
  }
})

test('any value in place of a document is read to the end', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(() => readAll(value)).not.toThrow()
      expect(() => readAll({ paths: { '/a': value }, components: value })).not.toThrow()
      expect(() => readAll({ paths: { '/a': { post: value, get: value } }, servers: value })).not.toThrow()
      expect(() =>
        readAll({ paths: { '/a': { post: { requestBody: value, parameters: value } } }, servers: [value] }),
      ).not.toThrow()
    }),
  )
})

test('nesting and branching without end are cut off', () => {
  const nest = (wrap: (inner: unknown) => unknown) => {
    let schema: unknown = { type: 'string' }
    for (let depth = 0; depth < 5000; depth += 1) schema = wrap(schema)
    return schema
  }
  expect(() => readAll(documentOf(nest((items) => ({ type: 'array', items }))))).not.toThrow()
  expect(() => readAll(documentOf(nest((schema) => ({ allOf: [schema] }))))).not.toThrow()
  expect(() => readAll(documentOf(nest((schema) => ({ anyOf: [schema, { type: 'null' }] }))))).not.toThrow()
  expect(() =>
    readAll(documentOf(nest((schema) => ({ anyOf: [schema, { type: 'integer' }] })))),
  ).not.toThrow()
  expect(() =>
    readAll(documentOf(nest((schema) => ({ properties: { a: schema }, required: ['a'] })))),
  ).not.toThrow()
  const self = { $ref: '#/components/schemas/Self' }
  expect(() => readAll(documentOf(self, { Self: { allOf: [self, self] } }))).not.toThrow()
})

test('of a schema that doubles with every level only so much is read', () => {
  const doubling = Array.from({ length: 40 }, (_, n) => {
    const next = { $ref: `#/components/schemas/L${n + 1}` }
    return [`L${n}`, { anyOf: [{ type: 'array', items: next }, { prefixItems: [next, next] }] }] as const
  })
  const document = documentOf({ $ref: '#/components/schemas/L0' }, Object.fromEntries(doubling))
  expect(countFields(readModelSchema(document).input)).toBeLessThan(2500)
})

test('of ten thousand properties each is read', () => {
  const properties = Object.fromEntries(
    Array.from({ length: 10_000 }, (_, n) => [`p${n}`, { type: 'string' }]),
  )
  const { input } = readModelSchema(documentOf({ type: 'object', properties }))
  const kinds = input?.type.kind === 'object' ? input.type.readFields().map(({ type }) => type.kind) : []
  expect(kinds).toHaveLength(10_000)
  expect(new Set(kinds)).toEqual(new Set(['string']))
})

const sample = process.env['LIVE_MODELS_SAMPLE'] ?? ''

test.skipIf(!existsSync(sample))('real documents are read whole (needs LIVE_MODELS_SAMPLE)', () => {
  const models: unknown = JSON.parse(readFileSync(sample, 'utf8'))
  const documents = (models as { endpoint_id: string; openapi: Record<string, unknown> }[]).filter(
    ({ openapi }) => openapi['error'] === undefined,
  )
  expect(documents.length).toBeGreaterThan(100)
  const problems = documents.flatMap(({ openapi }) => readModelSchema(openapi).problems)
  // Streams and structured answers are described by `{}`.
  const dangling = problems.filter((problem) => !problem.endsWith('what the model returns.'))
  expect(problems.length).toBeLessThanOrEqual(documents.length * 0.04)
  expect(dangling.every((problem) => problem.startsWith('The input refers to a schema'))).toBe(true)
  expect(dangling.length).toBeLessThanOrEqual(documents.length * 0.01)
  for (const { openapi } of documents) {
    const fields = readAll(openapi)
    expect(new Set(fields.map(({ path }) => path)).size).toBe(fields.length)
    expect(fields.filter(saysNothingOf(openapi)).map(({ path }) => path)).toEqual([])
  }
})

test.skipIf(!existsSync(sample))('media agree with the real categories (needs LIVE_MODELS_SAMPLE)', () => {
  const models: unknown = JSON.parse(readFileSync(sample, 'utf8'))
  const judged = (models as { metadata: { category: string }; openapi: Record<string, unknown> }[]).flatMap(
    ({ metadata, openapi }) => {
      const [, from, to] = /^(\w+)-to-(\w+)$/.exec(metadata.category.replaceAll('speech', 'audio')) ?? []
      if (from === undefined || openapi['error'] !== undefined) return []
      const { takes, returns } = readMedia(openapi)
      return [takes.some((medium) => medium === from) && returns[0] === to]
    },
  )
  expect(judged.filter(Boolean).length / judged.length).toBeGreaterThan(0.93)
})

const FIELDS_READ = 30_000

/** Reads all that can be read of a document, and the fields in it; throws when something in it throws. */
function readAll(document: unknown): Field[] {
  const { input, output } = readModelSchema(document)
  readMedia(document)
  examplePayload(input)
  const fields: Field[] = []
  const open = [input, output].filter((field) => field !== undefined)
  for (let field = open.pop(); field !== undefined && fields.length < FIELDS_READ; field = open.pop()) {
    fields.push(field)
    open.push(...partsOf(field))
  }
  return fields
}

/** With all that is read along with it. */
function countFields(field: Field | undefined): number {
  return field === undefined ? 0 : partsOf(field).reduce((sum, part) => sum + countFields(part), 1)
}

function partsOf({ type }: Field): Field[] {
  switch (type.kind) {
    case 'object':
      return type.recursesTo === undefined ? type.readFields() : []
    case 'list':
      return [type.item]
    case 'map':
      return [type.value]
    case 'tuple':
      return type.items
    case 'union':
      return type.branches
    default:
      return []
  }
}

/** A field of kind `any` whose property does state a type somewhere in the document. */
function saysNothingOf(document: unknown) {
  const stated = new Set<string>()
  JSON.stringify(document, (_, value: unknown) => {
    const properties =
      typeof value === 'object' && value !== null && 'properties' in value ? value.properties : {}
    for (const [name, schema] of Object.entries(properties ?? {})) {
      if (/"(type|enum|const)":/.test(JSON.stringify(schema))) stated.add(name)
    }
    return value
  })
  return ({ type, name }: Field) => type.kind === 'any' && stated.has(name)
}
