import { pathToFileURL } from 'node:url'
import type * as Server from '#server/main.ts'
import { readSettings } from '#server/settings.ts'
import { isBuilt } from './sources.ts'

try {
  // Before the build, which takes a while: a bad setting is told at once.
  readSettings(process.env)
  if (!(await isBuilt())) await build()
  await serve().catch(async (error: unknown) => {
    // By name: the server is a bundle with a class of its own.
    if (!(error instanceof Error) || error.name !== 'CatalogueFileError') throw error
    console.error(`${error.message} Building it anew.`)
    await build()
    await serve()
  })
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function build() {
  // Loaded only when needed: the build's tools take longer to load than the product takes to start.
  const { buildProduct } = await import('./buildProduct.ts')
  await buildProduct()
}

async function serve() {
  const server: typeof Server = await import(pathToFileURL('dist/server/main.js').href)
  await server.serveModelBrowser(process.env)
}
