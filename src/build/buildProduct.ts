import { appendFile, readFile, rm } from 'node:fs/promises'
import { build } from 'vite'
import { buildCatalogue } from '#server/embedded/buildCatalogue.ts'
import { markBuilt } from './sources.ts'

const LICENSES = 'dist/app/licenses.md'

/** Builds the app, the server and the catalogue from nothing, all under `dist/`. */
export async function buildProduct() {
  await rm('dist', { recursive: true, force: true })
  console.log('Building the app and the server …')
  await build({ logLevel: 'warn' })
  await build({ logLevel: 'warn', build: { ssr: 'src/server/main.ts' } })
  const { licence } = await buildCatalogue('dist/catalogue', (line) => console.log(line))
  await appendFile(LICENSES, licence + (await fontNotice()))
  await markBuilt()
}

/** The bundler lists the licences of scripts only. */
async function fontNotice(): Promise<string> {
  const text = await readFile('node_modules/@fontsource-variable/geist/LICENSE', 'utf8')
  return `\n## Geist and Geist Mono (OFL-1.1)\n\n${text.trim()}\n`
}
