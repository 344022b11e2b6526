import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import * as z from 'zod/mini'

/** What the build writes into the catalogue's directory. */
export const CATALOGUE_FILE = 'catalogue.json'
export const HISTORY_FILE = 'history.json'
export const LICENCE_FILE = 'LICENCE.md'

/** Raised whenever what is written changes its shape, so that an older file is built anew rather than misread. */
const CATALOGUE_FORMAT = 3

/** A file of the catalogue that cannot be used, and why. */
export class CatalogueFileError extends Error {
  override name = 'CatalogueFileError'
  reason: 'missing' | 'damaged' | 'outdated'

  constructor(path: string, reason: 'missing' | 'damaged' | 'outdated') {
    super(`${path}: the catalogue is ${reason}; build it with npm run build`)
    this.reason = reason
  }
}

const Header = z.object({ format: z.number(), sha256: z.string(), bytes: z.number() })

/**
 * Writes a header line, and the content as JSON behind it, under another name first: a reader never sees half a file.
 */
export async function writeCatalogueFile(path: string, content: unknown): Promise<void> {
  const payload = Buffer.from(JSON.stringify(content))
  const header = { format: CATALOGUE_FORMAT, sha256: sha256(payload), bytes: payload.length }
  await mkdir(dirname(path), { recursive: true })
  await writeFile(`${path}.new`, Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), payload]))
  await rename(`${path}.new`, path)
}

/** The content of a file written above. Throws a CatalogueFileError when it is missing, damaged or of another format. */
export async function readCatalogueFile(path: string): Promise<unknown> {
  const file = await readFile(path).catch(() => {
    throw new CatalogueFileError(path, 'missing')
  })
  const end = file.indexOf('\n')
  const header = readHeader(file.subarray(0, Math.max(end, 0)))
  const payload = file.subarray(end + 1)
  if (header === undefined) throw new CatalogueFileError(path, 'damaged')
  if (header.format !== CATALOGUE_FORMAT) throw new CatalogueFileError(path, 'outdated')
  if (payload.length !== header.bytes || sha256(payload) !== header.sha256) {
    throw new CatalogueFileError(path, 'damaged')
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
