import { cpSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { ModelsFacets } from '#contract/facets.ts'
import { buildCatalogue } from './embedded/buildCatalogue.ts'
import { serveModelBrowser } from './main.ts'

const BUILT = mkdtempSync(join(tmpdir(), 'dist-'))
await buildCatalogue(join(BUILT, 'catalogue'), () => {})
mkdirSync(join(BUILT, 'app'))
writeFileSync(join(BUILT, 'app', 'index.html'), '<!doctype html><title>The app</title><p>The page')

test('app, endpoint and pictures are served on one port, and one line says so', async () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  const { url, close } = await serveModelBrowser({ PORT: '0' }, BUILT)
  expect(log.mock.calls).toEqual([
    [
      expect.stringMatching(
        /^Model browser: http:\/\/127\.0\.0\.1:\d+ \(embedded catalogue, @fal-ai\/client [\d.]+ of \d{4}-\d\d-\d\d, 1,311 models\)$/,
      ),
    ],
  ])
  log.mockRestore()
  const facets = ModelsFacets.parse(await (await fetch(`${url}/v1/models/facets?status=deprecated`)).json())
  expect(facets.total).toBe(104)
  expect(await (await fetch(`${url}/models/fal-ai/flux/dev`)).text()).toContain('The page')
  expect((await fetch(`${url}/thumbnails/fal-ai/flux/dev.svg`)).headers.get('Content-Type')).toBe(
    'image/svg+xml',
  )
  await close()
})

test('a bad setting is told before anything is loaded', async () => {
  await expect(serveModelBrowser({ PORT: 'http' }, '/nowhere')).rejects.toThrow('PORT')
})

test('a missing or damaged catalogue, and a missing app, are told in one line', async () => {
  const dist = mkdtempSync(join(tmpdir(), 'broken-'))
  const refusals = [await refuse(dist)]
  cpSync(BUILT, dist, { recursive: true })
  rmSync(join(dist, 'app'), { recursive: true })
  refusals.push(await refuse(dist))
  truncateSync(join(dist, 'catalogue', 'catalogue.json'), 100_000)
  refusals.push(await refuse(dist))
  expect(refusals).toEqual([
    expect.stringMatching(/^.*catalogue is missing.*$/),
    expect.stringMatching(/^.*no index\.html$/),
    expect.stringMatching(/^.*catalogue is damaged.*$/),
  ])
})

async function refuse(dist: string): Promise<string> {
  const refusal = await serveModelBrowser({ PORT: '0' }, dist).catch((error: unknown) => error)
  return refusal instanceof Error ? refusal.message : 'not refused'
}
