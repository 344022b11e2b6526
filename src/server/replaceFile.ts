import { randomUUID } from 'node:crypto'
import { readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { writeDurably } from './writeDurably.ts'

/**
 * Writes a file under another name first: whenever the machine stops, there is the old file or the new one, never half of
 * one. The name is of this writing alone, as there may be another process that writes the same.
 */
export async function replaceFile(path: string, content: Uint8Array): Promise<void> {
  const unfinished = `${path}.${randomUUID()}${UNFINISHED}`
  try {
    await writeDurably(unfinished, content, 'w')
    await rename(unfinished, path)
  } catch (error) {
    // On a disk that is full it would take what is left.
    await rm(unfinished, { force: true }).catch(() => {})
    throw error
  }
}

/** How the names of files end that were not written to their end. */
export const UNFINISHED = '.new'

/** Milliseconds: no disk takes as long to write a file. */
const ABANDONED = 600_000

/** Removes what processes left behind in a directory that were killed while they wrote, as far as it lets itself be removed. */
export async function removeAbandoned(directory: string): Promise<void> {
  for (const name of await readdir(directory).catch(() => [])) {
    if (!name.endsWith(UNFINISHED)) continue
    const path = join(directory, name)
    const { mtimeMs = Infinity } = (await stat(path).catch(() => undefined)) ?? {}
    if (Date.now() - mtimeMs > ABANDONED) await rm(path, { force: true }).catch(() => {})
  }
}
