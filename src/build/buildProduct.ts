import { appendFile, rm } from 'node:fs/promises'
import { build } from 'vite'
import { buildCatalogue } from '#server/embedded/buildCatalogue.ts'
import { markBuilt } from './sources.ts'

/** Builds the app, the server and the catalogue from nothing, all under `dist/`. */
export async function buildProduct() {
  await rm('dist', { recursive: true, force: true })
  console.log('Building the app and the server …')
  await build({ logLevel: 'warn' })
  await build({ logLevel: 'warn', build: { ssr: 'src/server/main.ts' } })
  const { licence } = await buildCatalogue('dist/catalogue', (line) => console.log(line))
  await appendFile('dist/app/licenses.md', licence)
  await markBuilt()
}
