import { expect, test } from 'vitest'
import { createCatalogue } from '#server/catalogue/createCatalogue.ts'
import { exampleModel } from '#server/catalogue/exampleModel.ts'
import { createApp } from '#server/createApp.ts'

test('a model is told as Markdown, with its relatives', async () => {
  const response = await get('/models/a/river/v1.1.md')
  expect(response.status).toBe(200)
  expect(response.headers.get('Content-Type')).toBe('text/markdown; charset=utf-8')
  const markdown = await response.text()
  expect(markdown).toMatch(/^# River\n/)
  expect(markdown).toContain('- [Trainer](http://localhost/models/a/trainer) `a/trainer` (deprecated)')
  expect(markdown).toContain('- [Fast](http://localhost/models/a/river/fast) `a/river/fast`')
  expect(markdown).not.toContain('a/sky')
})

test('a model that is not there is none', async () => {
  for (const path of ['/models/a/none.md', '/models/.md', '/sitemap-2.xml', '/sitemap-0.xml']) {
    expect((await get(path)).status).toBe(404)
  }
})

test('the catalogue is told to language models by category, without what is deprecated', async () => {
  const text = await (await get('/llms.txt')).text()
  expect(text).toMatch(/^# Model browser\n\n> /)
  expect(text.match(/^## .+/gm)).toEqual(['## Endpoint', '## image-to-video', '## other', '## text-to-image'])
  expect(text).toContain('- [Fast](http://localhost/models/a/river/fast.md): Makes something of something.')
  expect(text).not.toContain('Trainer')
})

test('the sitemap names every page under the address that was asked', async () => {
  const response = await get('https://models.example/sitemap.xml')
  expect(response.headers.get('Content-Type')).toBe('application/xml; charset=utf-8')
  const pages = (await response.text()).match(/(?<=<loc>)[^<]+/g)
  expect(pages).toEqual([
    'https://models.example/',
    'https://models.example/models/a/river/v1.1',
    'https://models.example/models/a/river/fast',
    'https://models.example/models/a/trainer',
    'https://models.example/models/a/sky',
  ])
})

function get(path: string) {
  const group = { key: 'river', label: 'All' }
  const models = [
    exampleModel('a/river/v1.1', {
      display_name: 'River',
      group,
      training_endpoint_ids: ['a/trainer', 'a/unlisted'],
    }),
    exampleModel('a/river/fast', { display_name: 'Fast', group, category: 'image-to-video' }),
    exampleModel('a/trainer', { display_name: 'Trainer', status: 'deprecated' }),
    { endpoint_id: 'a/sky' },
  ]
  const source = createCatalogue(models, { kind: 'embedded', name: 'example', as_of: '2026-04-22' })
  return createApp(source).request(path)
}
