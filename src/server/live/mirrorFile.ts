import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { readSealedFile, SealedFileError, writeSealedFile } from '#server/sealedFile.ts'
import { type Mirror, MIRROR_FORMAT } from './mirror.ts'

/** The mirror in the directory, if there is one. One that cannot be used is reported, and set aside. */
export async function loadMirror(
  directory: string,
  report: (line: string) => void,
): Promise<Mirror | undefined> {
  const path = mirrorPath(directory)
  try {
    return Stored.parse(await readSealedFile(path, MIRROR_FORMAT))
  } catch (error) {
    if (!(error instanceof SealedFileError)) throw error
    if (error.reason === 'missing') return undefined
    const aside = `${path}.${error.reason}`
    await rename(path, aside)
    report(`${error.message}; it is now ${aside}, and the mirror is built anew`)
    return undefined
  }
}

export function saveMirror(directory: string, mirror: Mirror): Promise<void> {
  return writeSealedFile(mirrorPath(directory), MIRROR_FORMAT, mirror)
}

/** The file's checksum and format vouch for what is inside: we wrote it. */
const Stored = z.custom<Mirror>()

function mirrorPath(directory: string): string {
  return join(directory, 'mirror.json')
}
