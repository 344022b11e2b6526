import { existsSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { LANGUAGES, variantOf } from '#code/languages.ts'
import { anySchema, documentOf, KEYWORDS, NAMES } from '#schema/anySchema.ts'
import { examplePayload } from '#schema/examplePayload.ts'
import type { Field } from '#schema/field.ts'
import { readModelSchema } from '#schema/readModelSchema.ts'
import { blankValue } from './blankValue.ts'
import { fitPayload } from './fitPayload.ts'
import { packPayload, unpackPayload } from './packPayload.ts'
import { parseJson } from './parseJson.ts'
import { isJsonObject, pathInWords, valueAt } from './payload.ts'
import { startPayloads } from './startPayloads.ts'
import { validatePayload } from './validatePayload.ts'

// Thousands of programs, on machines of any speed.
vi.setConfig({ testTimeout: 120_000 })

const writers = await Promise.all(
  LANGUAGES.map(async (language) => ({
    write: 'write' in language ? language.write : await language.load(),
    variant: variantOf(language.choices, new Map()),
  })),
)

test('of schemas of every shape, requests and code come to an end, whatever the payload', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(fc.constantFrom(...NAMES), anySchema()),
      fc.dictionary(fc.constantFrom(...NAMES), anySchema()),
      fc.dictionary(fc.constantFrom(...NAMES), fc.jsonValue()),
      async (components, properties, payload) => {
        expect(
          await faultsWith(
            documentOf({ properties, required: Object.keys(properties) }, components),
            payload,
          ),
        ).toEqual([])
      },
    ),
    { numRuns: 60 },
  )
})

test('of anything under any keyword, too', async () => {
  const anything = fc.dictionary(fc.constantFrom(...KEYWORDS), fc.jsonValue())
  await fc.assert(
    fc.asyncProperty(
      anything,
      anything,
      fc.dictionary(fc.string(), fc.jsonValue()),
      async (schema, component, payload) => {
        expect(
          await faultsWith(documentOf({ ...schema, properties: { a: schema, b: component } }), payload),
        ).toEqual([])
      },
    ),
    { numRuns: 60 },
  )
})

test('of documents that are cut off anywhere, too', async () => {
  const whole = JSON.stringify(documentOf(HOSTILE['markup'], {}))
  for (let length = 0; length < whole.length; length += 31) {
    expect(await faultsWith(repair(whole.slice(0, length)), { a: 1 })).toEqual([])
  }
})

const MARKUP = '</script><img src=x onerror="polluted = 1">${1}`"\'\\\u2028'
const self = { $ref: '#/components/schemas/Self' }
const HOSTILE: Record<string, unknown> = {
  cycle: {
    properties: { self, list: { type: 'array', items: self }, map: { additionalProperties: self } },
    required: ['self', 'list', 'map'],
  },
  dangling: {
    properties: { a: { $ref: '#/components/schemas/Nowhere' }, b: { $ref: 'https://example.com/x' } },
    required: ['a', 'b'],
  },
  wide: {
    properties: Object.fromEntries(
      Array.from({ length: 10_000 }, (_, n) => [`p${n}`, { type: 'string', default: MARKUP }]),
    ),
    required: Array.from({ length: 10_000 }, (_, n) => `p${n}`),
  },
  prototypes: {
    properties: JSON.parse(
      '{"__proto__": {"type": "object", "properties": {"polluted": {"type": "string", "default": "yes"}}, "required": ["polluted"]}, "constructor": {"type": "string"}, "toString": {"type": "array", "items": {"type": "string"}}, "hasOwnProperty": {"const": 1}}',
    ),
    required: ['__proto__', 'constructor', 'toString', 'hasOwnProperty'],
  },
  markup: {
    title: MARKUP,
    description: MARKUP,
    properties: {
      [MARKUP]: { type: 'string', title: MARKUP, description: MARKUP, default: MARKUP, examples: [MARKUP] },
      choice: { enum: [MARKUP, 1], description: MARKUP },
      union: {
        anyOf: [
          { title: MARKUP, properties: { [MARKUP]: { const: MARKUP } } },
          { type: 'string', pattern: '^(a+)+$' },
        ],
      },
    },
    required: [MARKUP, 'choice', 'union'],
  },
  doubling: { properties: { a: { $ref: '#/components/schemas/L0' } }, required: ['a'] },
}
const COMPONENTS = {
  Self: {
    properties: {
      self,
      other: { anyOf: [self, { type: 'array', items: self }, { additionalProperties: self }] },
    },
    required: ['self', 'other'],
  },
  ...Object.fromEntries(
    Array.from({ length: 40 }, (_, n) => {
      const next = { $ref: `#/components/schemas/L${n + 1}` }
      return [
        `L${n}`,
        {
          anyOf: [
            { type: 'array', items: next },
            { prefixItems: [next, next] },
            { additionalProperties: next },
          ],
        },
      ]
    }),
  ),
}

test.each(Object.keys(HOSTILE))('of a hostile document, too: %s', async (name) => {
  let nested: unknown = 1
  for (let depth = 0; depth < 20; depth += 1)
    nested = { a: [nested, nested === 1 ? 2 : 3], self: nested === 1 ? 1 : {} }
  const payload: unknown = JSON.parse(
    `{"a": ${JSON.stringify(nested)}, "self": {"self": {"other": [[], {}]}}, "union": "${'a'.repeat(40)}!", "__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}`,
  )
  expect(await faultsWith(documentOf(HOSTILE[name], COMPONENTS), payload)).toEqual([])
})

const sample = process.env['LIVE_MODELS_SAMPLE'] ?? ''

test.skipIf(!existsSync(sample))(
  'of real documents, everything to start from fits (needs LIVE_MODELS_SAMPLE)',
  () => {
    const models = JSON.parse(readFileSync(sample, 'utf8')) as {
      endpoint_id: string
      metadata: { category: string }
      openapi: unknown
    }[]
    expect(models.length).toBeGreaterThan(200)
    let starts = 0
    for (const { endpoint_id: id, metadata, openapi } of models) {
      const { input } = readModelSchema(openapi)
      const suggested = { name: 'suggested', payload: examplePayload(input, metadata.category) }
      for (const { name, payload } of [suggested, ...startPayloads(input)]) {
        starts += 1
        expect({ id, name, problems: inWords(input, payload) }).toEqual({ id, name, problems: [] })
      }
      for (const field of input?.type.kind === 'object' ? input.type.readFields() : []) {
        expect({ id, field: field.name, blank: kindsOf(field) }).toEqual({ id, field: field.name, blank: [] })
      }
    }
    expect(starts).toBeGreaterThan(700)
  },
)

function inWords(input: Field | undefined, payload: unknown): string[] {
  return validatePayload(input, payload).map(({ path, message }) => `${pathInWords(path)}: ${message}`)
}

/** What is wrong with a blank value, but for texts that are still to be written. */
function kindsOf(field: Field): string[] {
  const blank = blankValue(field)
  return validatePayload(field, blank)
    .filter(({ path }) => valueAt(blank, path) !== '')
    .map(({ message }) => message)
}

/** Does with a document all that the request form does, and says what came out wrong. */
async function faultsWith(document: unknown, payload: unknown): Promise<string[]> {
  const { input, output } = readModelSchema(document)
  const faults: string[] = []
  const starts = startPayloads(input).map((start) => start.payload)
  for (const each of [...starts, isJsonObject(payload) ? payload : {}, examplePayload(input)]) {
    const problems = validatePayload(input, each)
    const fitted = fitPayload(input, each)
    if (fitPayload(input, fitted.payload).leftOut.length > 0) faults.push('what fits does not fit')
    // Of an input that is no object nothing can be left out.
    const misfits = problems.filter(({ path, kind }) => path.length > 0 && /unknown|type|value/.test(kind))
    if (misfits.length > 0 && fitted.leftOut.length === 0) faults.push('what does not fit was not left out')
    if (problems.length === 0 && fitted.payload !== each) faults.push('what fits was changed')
    const unpacked = await unpackPayload((await packPayload(each)) ?? '')
    if (unpacked && JSON.stringify(unpacked) !== JSON.stringify(each))
      faults.push('packing changed something')
    for (const { write, variant } of writers) {
      write({ endpointId: 'a/b', title: 'A', description: '', payload: each, input, output }, variant)
    }
  }
  if (input?.type.kind === 'object') {
    for (const field of input.type.readFields().slice(0, 100)) JSON.stringify(blankValue(field))
  }
  return 'polluted' in {} || 'polluted' in globalThis ? [...faults, 'something was polluted'] : faults
}

/** A document whose text was cut off, with what was open closed. */
function repair(text: string): unknown {
  for (const end of ['', '"', 'null', '":null', ':null']) {
    const cut = `${text}${end}`
    const brackets = cut.replace(/"(?:[^"\\]|\\.)*"/g, '').match(/[{}[\]]/g) ?? []
    const open: string[] = []
    for (const bracket of brackets) {
      if (bracket === '{' || bracket === '[') open.unshift(bracket === '{' ? '}' : ']')
      else open.shift()
    }
    const { value } = parseJson(cut + open.join(''))
    if (value !== undefined) return value
  }
  return text
}
