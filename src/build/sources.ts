import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

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

/** Whether `dist/` was built from the sources as they are now. */
export async function isBuilt(): Promise<boolean> {
  return (await readFile(STAMP, 'utf8').catch(() => undefined)) === (await fingerprint())
}

/** Notes that `dist/` was built from the sources as they are now. */
export async function markBuilt() {
  await writeFile(STAMP, await fingerprint())
}

/** Changes when any source does, by content: a checkout gives every file a new time. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  const files = (await Promise.all(SOURCES.map(filesIn))).flat()
  const contents = await Promise.all(files.map((file) => readFile(file)))
  for (const [place, content] of contents.entries()) hash.update(`${files[place]}\0`).update(content)
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
