import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createLiveSource } from './createLiveSource.ts'
import { createUpstream } from './createUpstream.ts'
import { openJournal } from './journal.ts'
import type { MirroredSchemas } from './mirror.ts'
import { exampleModels, startUpstream } from './upstreamForTest.ts'

test('two that mirror into one directory at once leave it whole for the next, and one of them says so once', async () => {
  const upstream = await startUpstream(exampleModels(60))
  const directory = mkdtempSync(join(tmpdir(), 'mirror-'))
  const said: string[] = []
  const start = async (refreshEvery: number) => {
    const source = await createLiveSource({
      upstream: createUpstream({ address: upstream.address, pause: 0 }),
      directory,
      refreshEvery,
      patience: { attempts: 2, firstWait: 1 },
      report: (line) => said.push(line),
      onProgress() {},
    })
    onTestFinished(source.close)
    return source
  }
  const both = await Promise.all([start(20), start(33)])
  const refreshes = () => said.filter((line) => line.includes('60 models as of')).length
  await expect.poll(refreshes, { timeout: 10_000 }).toBeGreaterThan(10)
  const shared = () => said.filter((line) => line.includes('another process')).length
  // Two that write at the very same moment may both take the file for theirs, that time.
  await expect.poll(shared, { timeout: 20_000 }).toBeGreaterThan(0)
  expect(shared()).toBeLessThanOrEqual(2)
  for (const source of both) source.close()
  // What runs is finished.
  await expect.poll(() => readdirSync(directory).filter((name) => name.endsWith('.new'))).toEqual([])
  upstream.close()
  const next = await start(600_000)
  const { total, source } = await next.facets({ facets: [] })
  expect([total, source.schemas_to_come]).toEqual([60, undefined])
  expect(said.filter((line) => /damaged|ENOENT/.test(line))).toEqual([])
})

test('what two write into one journal at once is there for the next, all of it', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'journal-')), 'journal.txt')
  const open = () => openJournal(path, () => {})
  const writers = [await open(), await open()]
  await Promise.all(
    writers.map(async ({ note }, writer) => {
      for (let number = writer; number < 40; number += 2) await note(schemaOf(`a/${number}`, number))
    }),
  )
  const { schemas } = await open()
  expect(Object.keys(schemas)).toHaveLength(40)
})

/** As long as some pages of schemas are. */
function schemaOf(id: string, length: number): MirroredSchemas {
  return { [id]: { openapi: { info: 'x'.repeat(10_000 * length) } } }
}
