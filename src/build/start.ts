import { pathToFileURL } from 'node:url'
import type * as Server from '#server/main.ts'
import { isBuilt } from './sources.ts'

try {
  if (!(await isBuilt())) {
    // Loaded only here: the build's tools take longer to load than the product takes to start.
    const { buildProduct } = await import('./buildProduct.ts')
    await buildProduct()
  }
  const server: typeof Server = await import(pathToFileURL('dist/server/main.js').href)
  await server.serveModelBrowser(process.env)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
