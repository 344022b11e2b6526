import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Model } from '#contract/models.ts'
import { createCatalogue } from './catalogue/createCatalogue.ts'
import { exampleModel } from './catalogue/exampleModel.ts'
import { openDrawing } from './drawing.ts'

test('a page is drawn from what the endpoint answers', async () => {
  const { markup, answer } = await drawn({})
  expect(markup).toBe(`a/b c from ${answer}`)
  expect(JSON.parse(answer)).toMatchObject({
    models: [{ endpoint_id: 'a/b c', openapi: { openapi: '3.0.4' } }],
    has_more: false,
  })
})

test('a document that is too long, or does not come soon, is not waited for', async () => {
  await expect(drawn({ description: 'a'.repeat(200_000) })).rejects.toThrow('characters')
  const silent = { ...catalogueOf(exampleModel('a/b c')), find: () => new Promise<never>(() => {}) }
  await expect(built()?.(silent, 'a/b c')).rejects.toThrow('did not come')
})

test('that of a deprecated model has what leads it: since when, and what takes its place', async () => {
  const history = async (endpoint_id: string) => ({ endpoint_id, releases: [], nearest_active: [] })
  const source = { ...catalogueOf(exampleModel('a/b c', { status: 'deprecated' })), history }
  const page = await built()?.(source, 'a/b c')
  expect(JSON.parse(page?.answer ?? '')).toMatchObject({
    history: { endpoint_id: 'a/b c', releases: [] },
    alternatives: { endpoint_id: 'a/b c', alternatives: [] },
  })
  expect((await drawn({})).answer).not.toContain('alternatives')
})

test('where the build drew nothing, nothing is drawn', () => {
  expect(openDrawing(mkdtempSync(join(tmpdir(), 'drawing-')))).toBeUndefined()
})

async function drawn(info: object) {
  const model = { ...exampleModel('a/b c'), openapi: { openapi: '3.0.4', info } }
  const page = await built()?.(catalogueOf(model), 'a/b c')
  if (!page) throw new Error('It was built')
  return page
}

function catalogueOf(model: Model) {
  return createCatalogue([model], { kind: 'embedded', name: 'example', as_of: '2026-04-22' })
}

function built() {
  const directory = mkdtempSync(join(tmpdir(), 'drawing-'))
  const code = 'export const drawModelPage = async (endpointId, answer) => `${endpointId} from ${answer}`\n'
  writeFileSync(join(directory, 'drawing.js'), code)
  writeFileSync(join(directory, 'package.json'), '{ "type": "module" }')
  return openDrawing(directory)
}
