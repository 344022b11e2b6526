import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { documentOf } from '#schema/anySchema.ts'
import { drawModelPage } from './drawing.tsx'

const sample = process.env['LIVE_MODELS_SAMPLE'] ?? ''

test('a page is drawn with its properties, and nothing that our policy forbids', async () => {
  const markup = '"><img src=x onerror=alert(1)><script>alert(1)</script>'
  const html = await draw({
    prompt: { type: 'string', description: 'What to draw' },
    loras: { type: 'array', items: { type: 'object', properties: { path: { type: 'string' } } } },
    [markup]: { title: markup, description: `${markup} [a](javascript:alert(1))`, enum: [markup] },
  })
  expect(html).toContain('id="input.prompt"')
  expect(html).toContain('What to draw')
  expect(html).toContain('&lt;script&gt;')
  expect(html).not.toMatch(FORBIDDEN)
})

test('every field of the first level is there, for a link to lead to', async () => {
  const names = Array.from({ length: 50 }, (_, n) => `p${n}`)
  const html = await draw(Object.fromEntries(names.map((name) => [name, { type: 'string' }])))
  for (const name of names) expect(html).toContain(`id="input.${name}"`)
})

test.skipIf(!existsSync(sample))('real models are drawn (needs LIVE_MODELS_SAMPLE)', async () => {
  const models = JSON.parse(readFileSync(sample, 'utf8')) as { endpoint_id: string }[]
  expect(models.length).toBeGreaterThan(200)
  for (const model of models) {
    const html = await drawModelPage(model.endpoint_id, JSON.stringify({ models: [model] }))
    expect(html).toContain('<h1')
    expect(html).toMatch(/role="(tab|alert)"/)
    expect(FORBIDDEN.exec(html)?.[0]).toBeUndefined()
  }
})

/** Inline scripts and styles, and what a script would have to put in its place. */
const FORBIDDEN = /<(script|style|template|title)|<[^>]* (style|on\w+)="|href="javascript:|<!--\$[?!]/

function draw(properties: Record<string, object>): Promise<string> {
  const model = { endpoint_id: 'a/b', openapi: documentOf({ type: 'object', properties }) }
  return drawModelPage(model.endpoint_id, JSON.stringify({ models: [model] }))
}
