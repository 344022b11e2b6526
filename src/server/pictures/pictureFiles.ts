import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { diskFailure } from '#server/diskFailure.ts'
import { removeAbandoned, replaceFile, UNFINISHED } from '#server/replaceFile.ts'
import type { Bytes } from './renderPicture.ts'

export type PictureFiles = {
  read: (name: string) => Promise<Bytes | undefined>
  write: (name: string, picture: Bytes) => Promise<void>
}

/**
 * The pictures in a directory, of which the longest unused go when they are more than `maxBytes`. On disk, as a catalogue
 * of fifteen hundred takes some sixty megabytes, and a server that starts again must not ask for all of them once more.
 * A disk that fails is reported, once: pictures are then fetched whenever they are wanted.
 */
export async function openPictureFiles(
  directory: string,
  report: (line: string) => void,
  maxBytes = 256 * 1024 * 1024,
): Promise<PictureFiles> {
  /** Bytes of each by its name, in the order of their last use; of those of earlier processes, in that they came in. */
  const sizes = await listSizes(directory)
  let total = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  let hasFailed = false

  return {
    async read(name) {
      const size = forget(name)
      if (size === undefined) return undefined
      // Before it is read, as others may ask for it meanwhile.
      note(name, size)
      try {
        return new Uint8Array(await readFile(join(directory, name)))
      } catch {
        forget(name)
        return undefined
      }
    },

    async write(name, picture) {
      try {
        await replaceFile(join(directory, name), picture)
        forget(name)
        note(name, picture.length)
        for (const oldest of sizes.keys()) {
          if (total <= maxBytes) return
          forget(oldest)
          await rm(join(directory, oldest), { force: true })
        }
      } catch (error) {
        if (!hasFailed) report(diskFailure(error))
        hasFailed = true
      }
    },
  }

  function note(name: string, size: number) {
    sizes.set(name, size)
    total += size
  }

  function forget(name: string): number | undefined {
    const size = sizes.get(name)
    sizes.delete(name)
    total -= size ?? 0
    return size
  }
}

async function listSizes(directory: string): Promise<Map<string, number>> {
  await removeAbandoned(directory)
  const names = await readdir(directory).catch(() => [])
  const files = await Promise.all(
    names.map(async (name) => {
      const { size, mtimeMs } = await stat(join(directory, name)).catch(() => ({ size: 0, mtimeMs: 0 }))
      return { name, size, mtimeMs }
    }),
  )
  return new Map(
    files
      .filter(({ name, size }) => size > 0 && !name.endsWith(UNFINISHED))
      .sort((one, other) => one.mtimeMs - other.mtimeMs)
      .map(({ name, size }) => [name, size]),
  )
}
