import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
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
  await expect(built()?.({ find: () => new Promise(() => {}) }, 'a/b c')).rejects.toThrow('did not come')
})

test('where the build drew nothing, nothing is drawn', () => {
  expect(openDrawing(mkdtempSync(join(tmpdir(), 'drawing-')))).toBeUndefined()
})

async function drawn(info: object) {
  const model = { ...exampleModel('a/b c'), openapi: { openapi: '3.0.4', info } }
  const catalogue = createCatalogue([model], { kind: 'embedded', name: 'example', as_of: '2026-04-22' })
  const page = await built()?.(catalogue, 'a/b c')
  if (!page) throw new Error('It was built')
  return page
}

function built() {
  const directory = mkdtempSync(join(tmpdir(), 'drawing-'))
  const code = 'export const drawModelPage = async (endpointId, answer) => `${endpointId} from ${answer}`\n'
  writeFileSync(join(directory, 'drawing.js'), code)
  writeFileSync(join(directory, 'package.json'), '{ "type": "module" }')
  return openDrawing(directory)
}
