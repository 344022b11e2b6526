import { createHash } from 'node:crypto'
import { appendFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import { buildCatalogue } from '#server/embedded/buildCatalogue.ts'

const STAMP = 'dist/built-from'
const SOURCES = [
  'src',
  'public',
  'index.html',
  'package-lock.json',
  'tailwind.config.ts',
  'tsconfig.json',
  'vite.config.ts',
]

/**
 * Builds what is missing or older than its sources: the app, the server and the catalogue, all under `dist/`.
 * Throws when `dist/` cannot be written or something does not build.
 */
export async function buildProduct() {
  const sources = await fingerprint()
  if (sources === (await readFile(STAMP, 'utf8').catch(() => undefined))) return
  await mkdir('dist', { recursive: true })
  console.log('Building the app and the server …')
  await build({ logLevel: 'warn' })
  await build({ logLevel: 'warn', build: { ssr: true } })
  const { licence } = await buildCatalogue('dist/catalogue', (line) => console.log(line))
  await appendFile('dist/app/licenses.md', licence)
  await writeFile(STAMP, sources)
}

/** Changes when any source does, by content: a checkout gives every file a new time. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    for (const file of await filesIn(source)) hash.update(`${file}\0`).update(await readFile(file))
  }
  return hash.update(process.env['VITE_MODELS_API'] ?? '').digest('hex')
}

async function filesIn(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => undefined)
  if (!entries) return [path]
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
