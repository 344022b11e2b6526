import * as fc from 'fast-check'
import { existsSync, readFileSync } from 'node:fs'
import { renderToString } from 'react-dom/server'
import { MemoryRouter } from 'react-router-dom'
import { expect, test, vi } from 'vitest'
import { anySchema, documentOf, NAMES } from '#schema/anySchema.ts'
import type { Field } from '#schema/field.ts'
import { locateField, pathsTo } from '#schema/locateField.ts'
import { walkFields } from '#schema/partsWithin.ts'
import { readModelSchema } from '#schema/readModelSchema.ts'
import { searchFields } from '#schema/searchFields.ts'
import { SchemaExplorer } from './SchemaExplorer.tsx'
import { useExplorer } from './useExplorer.ts'

// Drawn as by a browser, which knows the place in the address.
vi.mock(import('#app/useIsHydrated.ts'), () => ({ useIsHydrated: () => true }))

/** What the page around it leaves of 3,000. */
const ELEMENTS_AT_MOST = 2400

const sample = process.env['LIVE_MODELS_SAMPLE'] ?? ''

test.skipIf(!existsSync(sample))('real documents are told whole (needs LIVE_MODELS_SAMPLE)', () => {
  const models = JSON.parse(readFileSync(sample, 'utf8')) as { openapi: unknown }[]
  expect(models.length).toBeGreaterThan(200)
  let seen = 0
  for (const { openapi } of models) {
    const { input, output } = readModelSchema(openapi)
    for (const root of [input, output].filter((field) => field !== undefined)) {
      for (const field of walkFields(root, 5000)) {
        seen += 1
        expect(locateField(root, field.path)).toEqual({ field, isThere: true })
        const html = draw(root, field.path)
        // Plain items, and the choices of a union, are told in the row that they belong to.
        const rows = pathsTo(field.path).slice(1).slice(-2)
        expect(rows.length === 0 || rows.some((path) => html.includes(`id="${escaped(path)}"`))).toBe(true)
        expect(elementsIn(html)).toBeLessThan(ELEMENTS_AT_MOST)
        expect(/\[object|undefined|NaN|>unknown</.exec(html)?.[0]).toBeUndefined()
      }
    }
  }
  expect(seen).toBeGreaterThan(3000)
})

test('schemas of every shape are drawn, searched and linked into', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...NAMES), anySchema()), anySchema(), (components, schema) => {
      const { input } = readModelSchema(documentOf(schema, components))
      if (!input) return
      const fields = walkFields(input, 300)
      expect(elementsIn(draw(input, fields.at(-1)?.path))).toBeLessThan(20_000)
      for (const { path } of fields) expect(locateField(input, path).isThere).toBe(true)
      expect(searchFields(input, 'a').length).toBeLessThanOrEqual(12_000)
    }),
    { numRuns: 200 },
  )
})

test('markup in every text stays text', () => {
  const markup = '"><img src=x onerror=alert(1)><script>alert(1)</script>'
  const schema = {
    properties: {
      [markup]: {
        title: markup,
        description: `${markup} **${markup}** [a](javascript:alert(1)) [${markup}](https://a.b/"onclick=alert(1))`,
        enum: [markup],
        default: markup,
        examples: [markup],
        format: markup,
        limit_description: markup,
      },
      b: { type: 'string', format: markup, pattern: markup, default: markup, examples: [markup] },
      c: { $ref: `#/${markup}` },
      d: {
        anyOf: [{ title: markup, properties: { a: {} } }, { const: 1 }],
        discriminator: { propertyName: markup },
      },
    },
  }
  const { input } = readModelSchema(documentOf(schema))
  const html = input ? draw(input, `input.${markup}`) : ''
  expect(html).toContain('&lt;script&gt;')
  expect(html).not.toMatch(/<img|<script|href="(?!https:|mailto:|\/)/)
})

test('what is broken, endless or oddly named is drawn within bounds', () => {
  const self = { $ref: '#/components/schemas/Self' }
  const components = {
    Self: { properties: { me: self, all: { items: self }, map: { additionalProperties: self } } },
    Loop: { $ref: '#/components/schemas/Loop' },
  }
  const many = Array.from({ length: 10_000 }, (_, n) => [
    `p${n}`,
    { type: 'string', description: `Number ${n}` },
  ])
  for (const schema of [
    self,
    { properties: { loop: { $ref: '#/components/schemas/Loop' }, gone: { $ref: '#/gone' } } },
    { properties: Object.fromEntries(many) },
    {
      properties: JSON.parse(
        '{"__proto__": {"type": "string"}, "constructor": {"properties": {"toString": {}}}}',
      ),
    },
    { properties: { list: { enum: many.map(([name]) => name), default: 'p9999' } } },
    { properties: { list: { type: 'string', examples: many.map(([name]) => name) } } },
    { anyOf: many.slice(0, 500).map(([name]) => ({ title: name, properties: { a: { type: 'string' } } })) },
  ]) {
    const { input } = readModelSchema(documentOf(schema, components))
    if (!input) throw new Error('There is an input')
    const fields = walkFields(input, 12_000)
    const html = draw(input, fields.at(-1)?.path)
    expect(elementsIn(html)).toBeLessThan(ELEMENTS_AT_MOST)
  }
})

function draw(root: Field, place = ''): string {
  return renderToString(
    <MemoryRouter initialEntries={[`/models/a/b#${place}`]}>
      <Drawn root={root} />
    </MemoryRouter>,
  )
}

function Drawn({ root }: { root: Field }) {
  const explorer = useExplorer(root)
  return explorer && <SchemaExplorer explorer={explorer} />
}

function elementsIn(html: string): number {
  return html.match(/<[a-z]/g)?.length ?? 0
}

function escaped(path: string): string {
  return path.replaceAll('&', '&amp;').replaceAll("'", '&#x27;')
}
