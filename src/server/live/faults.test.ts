import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { ModelsFacets } from '#contract/facets.ts'
import { readModelsPage } from '#contract/models.ts'
import { createApp } from '#server/createApp.ts'
import { createLiveSource } from './createLiveSource.ts'
import { createUpstream } from './createUpstream.ts'
import { FAULTS } from './faultsForTest.ts'
import { startUpstream } from './upstreamForTest.ts'

/** How long faults come in random sequence: a few seconds among the tests, a minute in the bench. */
const SECONDS = Number(process.env['FAULT_SECONDS'] ?? 3)

test.each(Object.entries(FAULTS))('%s: readers read on, and afterwards all is well', async (_, fault) => {
  const { upstream, read, source } = await startReading()
  upstream.misbehave(fault)
  const asked = upstream.asked.length
  await expect.poll(() => upstream.asked.length).toBeGreaterThan(asked + 1)
  await read()
  upstream.misbehave(undefined)
  await expect.poll(async () => (await source.facets({ facets: [] })).source.failing_since).toBeUndefined()
  await read()
})

test(
  `faults in random sequence for ${SECONDS} s: no reader sees an error`,
  async () => {
    const { upstream, read } = await startReading()
    const faults = Object.values(FAULTS)
    upstream.misbehave((...request) => {
      const fault = Math.random() < 0.7 ? faults[Math.floor(Math.random() * faults.length)] : undefined
      return fault?.(...request)
    })
    const end = Date.now() + SECONDS * 1000
    const asked = upstream.asked.length
    let readings = 0
    await Promise.all([1, 2, 3].map(readOn))
    expect(readings).toBeGreaterThan(3)
    expect(upstream.asked.length).toBeGreaterThan(asked)

    async function readOn() {
      while (Date.now() < end) {
        await read()
        readings += 1
        await setTimeout(5)
      }
    }
  },
  (SECONDS + 60) * 1000,
)

/** An endpoint, a mirror of it that is renewed as often as can be, and someone who reads all of it. */
async function startReading() {
  const upstream = await startUpstream()
  const source = await createLiveSource({
    upstream: createUpstream({ address: upstream.address, pause: 0, timeout: 2000, maxBytes: 1_000_000 }),
    directory: mkdtempSync(join(tmpdir(), 'mirror-')),
    refreshEvery: 100,
    patience: { attempts: 2, firstWait: 1 },
    report() {},
    onProgress() {},
  })
  onTestFinished(source.close)
  const { request } = createApp(source)
  await expect
    .poll(async () => (await source.facets({ facets: [] })).source)
    .not.toHaveProperty('schemas_to_come')
  return { upstream, source, read }

  /** Fails when anything is refused or missing. */
  async function read() {
    const first = await get('/v1/models?limit=10')
    expect(readModelsPage(first).models).toHaveLength(10)
    // Two refreshes later a walk is told to begin again; here that may be at once.
    const second = await request(`/v1/models?limit=10&cursor=${readModelsPage(first).next_cursor}`)
    expect(second.ok ? '' : await second.text()).toMatch(/^$|begin again/)
    expect(readModelsPage(await get('/v1/models?q=model-7&limit=1')).models).toHaveLength(1)
    // An endpoint that says the same wrong thing twice is believed, as far as half of its models.
    expect(ModelsFacets.parse(await get('/v1/models/facets')).total).toBeGreaterThan(12)
    const [model] = readModelsPage(
      await get('/v1/models?endpoint_id=maker/model-7&expand=openapi-3.0'),
    ).models
    expect(model?.openapi).toHaveProperty('paths')
  }

  async function get(path: string): Promise<unknown> {
    const response = await request(path)
    expect(`${path} ${response.status}`).toBe(`${path} 200`)
    return response.json()
  }
}
