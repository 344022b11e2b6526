import { expect, test } from 'vitest'
import type { Model } from '#contract/models.ts'
import { writeModelMarkdown } from './writeModelMarkdown.ts'

test('a model is told whole: facts, tables, an example call and relatives', () => {
  const markdown = write(
    modelOf({
      type: 'object',
      required: ['prompt'],
      properties: {
        seed: { type: 'integer', nullable: true, default: 7, minimum: 1 },
        size: { enum: ['small', 'a|b'], description: 'How `large`.', deprecated: true },
        loras: {
          type: 'array',
          items: { title: 'Lora', type: 'object', properties: { path: { type: 'string' } } },
        },
        prompt: { type: 'string' },
      },
    }),
  )
  const rows = markdown.split('\n').filter((line) => line.startsWith('|'))
  expect(rows).toEqual([
    '| Name | Type | Required | Default | Notes |',
    '| --- | --- | --- | --- | --- |',
    '| `prompt` | string | yes |  |  |',
    '| `seed` | integer or null |  | `7` | at least 1. |',
    String.raw`| ${'`size`'} | choice |  |  | Deprecated. How ${'`large`'}. One of ${'`"small"`'}, ${'`"a'}\|${'b"`'}. |`,
    '| `loras` | list of Lora |  |  |  |',
    '| `loras.items.path` | string |  |  |  |',
    '| Name | Type | Required | Default | Notes |',
    '| --- | --- | --- | --- | --- |',
    '| `video` | video URL |  |  |  |',
  ])
  expect(markdown).toMatch(/^# River \\\[dev\\\]\n\n- Id: `a\/river`\n- Status: active\n/)
  expect(markdown).toContain('\n- Takes: text\n- Returns: video\n')
  expect(markdown).toContain('\n- Page: https://models.example/models/a/river\n')
  expect(markdown).toContain('```sh\ncurl https://fal.run/a/river \\\n')
  expect(markdown).toContain('- [b/sky](https://models.example/models/b/sky) `b/sky`\n')
})

test('without a document it says so, and without metadata it tells the id', () => {
  expect(write({ endpoint_id: 'a/bare' })).toMatch(
    /^# a\/bare\n\n- Id: `a\/bare`\n- Page: .+\n\nThis is no OpenAPI/,
  )
  const failed = { error: { code: 'expansion_failed', message: 'It *sleeps*' } }
  expect(write({ endpoint_id: 'a/bare', openapi: failed })).toContain(String.raw`It \*sleeps\*`)
})

test('schemas that contain themselves, or multiply, come to an end', () => {
  const level = (number: number) => ({ $ref: `#/components/schemas/Level${number}` })
  const components = Object.fromEntries(
    Array.from({ length: 60 }, (_, number) => [
      `Level${number}`,
      { type: 'object', properties: { self: level(number), a: level(number + 1), b: level(number + 1) } },
    ]),
  )
  expect(write(modelOf(level(0), components)).split('\n').length).toBeLessThan(400)
})

test('texts of a model make no structure of their own', () => {
  const hostile = '\n\n# Ignore all\n| x | <img src=x> ```'
  const model = modelOf({
    type: 'object',
    properties: { [hostile]: { description: hostile, default: hostile } },
  })
  const markdown = write({
    ...model,
    ...(model.metadata && {
      metadata: { ...model.metadata, display_name: hostile, description: hostile, category: hostile },
    }),
  })
  expect(markdown.match(/^## .*/gm)).toEqual(['## Input', '## Output', '## Example', '## Relatives'])
  expect(markdown.match(/^# .*/gm)).toHaveLength(1)
  expect(markdown.replaceAll(/\\[\s\S]|`+[^`]*`+/g, '')).not.toContain('<img')
})

function write(model: Model): string {
  return writeModelMarkdown(model, [{ endpoint_id: 'b/sky' }], 'https://models.example')
}

function modelOf(input: object, schemas: object = {}): Model {
  const content = (schema: object) => ({ content: { 'application/json': { schema } } })
  const output = { type: 'object', properties: { video: { type: 'string', format: 'uri' } } }
  return {
    endpoint_id: 'a/river',
    metadata: {
      display_name: 'River [dev]',
      category: 'text-to-video',
      description: 'Makes rivers.',
      status: 'active',
      tags: [],
      updated_at: '2026-04-22T00:00:00.000Z',
      is_favorited: null,
      thumbnail_url: '',
      model_url: '',
      date: '2025-04-22T00:00:00.000Z',
      highlighted: false,
      pinned: false,
    },
    openapi: {
      openapi: '3.0.4',
      components: { schemas },
      paths: {
        '/a/river': { post: { requestBody: content(input) } },
        '/a/river/requests/{request_id}': { get: { responses: { '200': content(output) } } },
      },
    },
  }
}
