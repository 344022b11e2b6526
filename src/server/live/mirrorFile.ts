import { rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { readSealedFile, SealedFileError, writeSealedFile } from '#server/sealedFile.ts'
import { type Mirror, MIRROR_FORMAT } from './mirror.ts'

export type MirrorFile = {
  /** The mirror in the directory, if there is one. One that cannot be used is reported, and set aside. */
  load: () => Promise<Mirror | undefined>
  save: (mirror: Mirror) => Promise<void>
}

/**
 * The file of a directory that keeps the mirror. Another process may keep its own there: that is reported once, and does
 * no harm, as both write a whole file in one step.
 */
export function createMirrorFile(directory: string, report: (line: string) => void): MirrorFile {
  const path = join(directory, 'mirror.json')
  /** Which writing of the file we know. */
  let known: string | undefined
  let isShared = false

  return {
    async load() {
      try {
        known = await readWriting(path)
        return Stored.parse(await readSealedFile(path, MIRROR_FORMAT))
      } catch (error) {
        if (!(error instanceof SealedFileError)) throw error
        if (error.reason === 'missing') return undefined
        const aside = `${path}.${error.reason}`
        const isAside = await rename(path, aside).then(
          () => true,
          () => false,
        )
        report(`${error.message}; ${isAside ? `it is now ${aside}, and ` : ''}the mirror is built anew`)
        return undefined
      }
    },

    async save(mirror) {
      const found = await readWriting(path)
      if (!isShared && found !== undefined && found !== known) {
        isShared = true
        report(
          `DATA_DIR: another process keeps a mirror in ${directory} too; of both the last one written stays`,
        )
      }
      await writeSealedFile(path, MIRROR_FORMAT, mirror)
      known = await readWriting(path)
    },
  }
}

async function readWriting(path: string): Promise<string | undefined> {
  const file = await stat(path).catch(() => undefined)
  return file && `${file.ino} ${file.mtimeMs}`
}

/** The file's checksum and format vouch for what is inside: we wrote it. */
const Stored = z.custom<Mirror>()
