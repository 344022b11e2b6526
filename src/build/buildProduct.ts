import { appendFile, mkdir, readFile, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { build } from 'vite'
import { buildCatalogue } from '#server/embedded/buildCatalogue.ts'
import { markBuilt } from './sources.ts'

const LICENSES = 'dist/app/licenses.md'

/** Builds the app, the server and the catalogue from nothing, all under `dist/`. */
export async function buildProduct() {
  await emptyDist()
  console.log('Building the app and the server …')
  await build({ logLevel: 'warn' })
  await build({ logLevel: 'warn', build: { ssr: 'src/server/main.ts' } })
  await build({
    logLevel: 'warn',
    build: { ssr: 'src/drawing.tsx', outDir: 'dist/drawing' },
    // Or React would look for it wherever the server runs, and be the slow one.
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  const { licence } = await buildCatalogue('dist/catalogue', (line) => console.log(line))
  await appendFile(LICENSES, licence + (await fontNotice()))
  await markBuilt()
}

/** The bundler lists the licences of scripts only. */
async function fontNotice(): Promise<string> {
  const text = await readFile('node_modules/@fontsource-variable/geist/LICENSE', 'utf8')
  return `\n## Geist and Geist Mono (OFL-1.1)\n\n${text.trim()}\n`
}

async function emptyDist() {
  try {
    await rm('dist', { recursive: true, force: true })
    await mkdir('dist')
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`Cannot write what is built to ${resolve('dist')}: ${reason}`, { cause: error })
  }
}
