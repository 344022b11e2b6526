import { readSealedFile, SealedFileError, writeSealedFile } from '#server/sealedFile.ts'

/** What the build writes into the catalogue's directory. */
export const CATALOGUE_FILE = 'catalogue.json'
export const HISTORY_FILE = 'history.json'
export const LICENCE_FILE = 'LICENCE.md'

/** Raised whenever what is written changes its shape, so that an older file is built anew rather than misread. */
const CATALOGUE_FORMAT = 4

/** A file of the catalogue that cannot be used, and why. */
export class CatalogueFileError extends Error {
  override name = 'CatalogueFileError'
  reason: SealedFileError['reason']

  constructor(path: string, reason: SealedFileError['reason']) {
    super(`${path}: the catalogue is ${reason}; build it with npm run build`)
    this.reason = reason
  }
}

export function writeCatalogueFile(path: string, content: unknown): Promise<void> {
  return writeSealedFile(path, CATALOGUE_FORMAT, content)
}

/** The content of a file written above. Throws a CatalogueFileError when it is missing, damaged or of another format. */
export async function readCatalogueFile(path: string): Promise<unknown> {
  try {
    return await readSealedFile(path, CATALOGUE_FORMAT)
  } catch (error) {
    throw error instanceof SealedFileError ? new CatalogueFileError(path, error.reason) : error
  }
}
