import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const STAMP = 'dist/built-from.json'
const SOURCES = [
  'src',
  'public',
  'index.html',
  'package.json',
  'package-lock.json',
  'tailwind.config.ts',
  'tsconfig.json',
  'vite.config.ts',
  '.env',
]

/** Whether `dist/` was built from the sources as they are now, and is still whole. */
export async function isBuilt(): Promise<boolean> {
  const [stamp, sources, files] = await Promise.all([
    readFile(STAMP, 'utf8').catch(() => undefined),
    fingerprint(),
    filesIn('dist'),
  ])
  return stamp === writeStamp(sources, files)
}

/** Notes what `dist/` was built from, and what it consists of. */
export async function markBuilt() {
  await writeFile(STAMP, writeStamp(await fingerprint(), await filesIn('dist')))
}

function writeStamp(sources: string, files: string[]): string {
  return JSON.stringify({ sources, files: files.filter((file) => file !== STAMP) }, null, 2)
}

/** Changes when any source does, by content: a checkout gives every file a new time. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  const files = (await Promise.all(SOURCES.map(filesIn))).flat()
  const contents = await Promise.all(files.map((file) => readFile(file)))
  for (const [place, content] of contents.entries()) hash.update(`${files[place]}\0`).update(content)
  return hash.update(process.env['VITE_MODELS_API'] ?? '').digest('hex')
}

/** The files of a folder, a file alone as itself; nothing where there is nothing. */
async function filesIn(path: string): Promise<string[]> {
  try {
    const entries = await readdir(path, { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOTDIR' ? [path] : []
  }
}
