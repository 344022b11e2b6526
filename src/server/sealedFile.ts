import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import * as z from 'zod/mini'

/** A file that cannot be used, and why. */
export class SealedFileError extends Error {
  override name = 'SealedFileError'
  readonly reason: 'missing' | 'damaged' | 'outdated'

  constructor(path: string, reason: 'missing' | 'damaged' | 'outdated') {
    super(`${path}: the file is ${reason}`)
    this.reason = reason
  }
}

const Header = z.object({ format: z.number(), sha256: z.string(), bytes: z.number() })

/**
 * Writes a header line with format and checksum, and the content as JSON behind it, under another name first: whenever
 * the machine stops, there is the old file or the new one, never half of one. The name is of this writing alone, as there
 * may be another process that writes the same.
 */
export async function writeSealedFile(path: string, format: number, content: unknown): Promise<void> {
  const payload = Buffer.from(JSON.stringify(content))
  const header = { format, sha256: sha256(payload), bytes: payload.length }
  await mkdir(dirname(path), { recursive: true })
  await removeLeftovers(path)
  const newPath = `${path}.${randomUUID()}.new`
  const file = await open(newPath, 'w')
  try {
    await file.writeFile(Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), payload]))
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(newPath, path)
}

/** Milliseconds: no disk takes as long to write a file. */
const ABANDONED = 600_000

/** What processes left behind that were killed while they wrote. */
async function removeLeftovers(path: string) {
  for (const name of await readdir(dirname(path))) {
    if (!name.startsWith(`${basename(path)}.`) || !name.endsWith('.new')) continue
    const leftover = join(dirname(path), name)
    const { mtimeMs = Infinity } = (await stat(leftover).catch(() => undefined)) ?? {}
    if (Date.now() - mtimeMs > ABANDONED) await rm(leftover, { force: true })
  }
}

/** The content of a file written above. Throws a SealedFileError when it is missing, damaged or of another format. */
export async function readSealedFile(path: string, format: number): Promise<unknown> {
  const file = await readFile(path).catch(() => {
    throw new SealedFileError(path, 'missing')
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
