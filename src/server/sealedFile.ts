import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import * as z from 'zod/mini'
import { isMissing } from './diskFailure.ts'
import { removeAbandoned, replaceFile } from './replaceFile.ts'

type Reason = 'missing' | 'unreadable' | 'damaged' | 'outdated'

/** A file that cannot be used, and why. */
export class SealedFileError extends Error {
  override name = 'SealedFileError'
  readonly reason: Reason

  constructor(path: string, reason: Reason) {
    super(`${path}: the file is ${reason}`)
    this.reason = reason
  }
}

const Header = z.object({ format: z.number(), sha256: z.string(), bytes: z.number() })

/** Writes a header line with format and checksum, and the content as JSON behind it; half a file never stands there. */
export async function writeSealedFile(path: string, format: number, content: unknown): Promise<void> {
  const payload = Buffer.from(JSON.stringify(content))
  const header = { format, sha256: sha256(payload), bytes: payload.length }
  await removeAbandoned(dirname(path))
  await replaceFile(path, Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), payload]))
}

/** The content of a file written above. Throws a SealedFileError when it cannot be read, is damaged or of another format. */
export async function readSealedFile(path: string, format: number): Promise<unknown> {
  const file = await readFile(path).catch((error: unknown) => {
    throw new SealedFileError(path, isMissing(error) ? 'missing' : 'unreadable')
  })
  const end = file.indexOf('\n')
  const header = readHeader(file.subarray(0, Math.max(end, 0)))
  const payload = file.subarray(end + 1)
  if (header === undefined) throw new SealedFileError(path, 'damaged')
  if (header.format !== format) throw new SealedFileError(path, 'outdated')
  if (payload.length !== header.bytes || sha256(payload) !== header.sha256) {
    throw new SealedFileError(path, 'damaged')
  }
  return JSON.parse(payload.toString())
}

function readHeader(line: Buffer) {
  try {
    return Header.safeParse(JSON.parse(line.toString())).data
  } catch {
    return undefined
  }
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
