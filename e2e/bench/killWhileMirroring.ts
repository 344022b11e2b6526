import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { startLiveServer } from './startLiveServer.ts'

/**
 * Starts a server over a mirror of the endpoint and kills it, again and again, at random moments of its mirroring; then
 * lets it finish. Rejects when a start has less than the whole catalogue, or a file that is damaged.
 */
export async function killWhileMirroring(upstream: string, kills: number): Promise<{ mirrors: number }> {
  const models = await countModels(upstream)
  const directory = await mkdtemp(join(tmpdir(), 'mirror-'))
  let mirrors = 0
  try {
    for (let kill = 0; kill <= kills; kill++) {
      const server = await startLiveServer(upstream, directory)
      try {
        const { total, source } = await readFacets(`${server.url}/v1`)
        if (total !== models) throw new Error(`After ${kill} kills there are ${total} of ${models} models`)
        if (kill === kills) await waitForSchemas(`${server.url}/v1`)
        else await setTimeout(Math.random() * 700)
        // A mirror that is whole has nothing left to be killed at.
        if (source.schemas_to_come === undefined) {
          mirrors += 1
          await rm(directory, { recursive: true })
        }
      } finally {
        await server.kill()
      }
      if (server.lines().includes('damaged')) throw new Error(server.lines())
    }
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
  return { mirrors }
}

type Facets = { total: number; source: { schemas_to_come?: number } }

async function readFacets(api: string): Promise<Facets> {
  const response = await fetch(`${api}/models/facets?facet=kind`)
  if (!response.ok) throw new Error(await response.text())
  return response.json()
}

async function countModels(api: string): Promise<number> {
  return (await readFacets(api)).total
}

async function waitForSchemas(api: string) {
  for (let tries = 0; tries < 600; tries++) {
    if ((await readFacets(api)).source.schemas_to_come === undefined) return
    await setTimeout(100)
  }
  throw new Error('The mirror was not whole within a minute')
}
