import { join } from 'node:path'
import * as z from 'zod/mini'
import { HISTORY_FILE, readCatalogueFile } from './catalogueFile.ts'
import type { SchemaHistory } from './schemaHistory.ts'

/**
 * The schemas of every release that the build compiled into the directory.
 * Throws a CatalogueFileError when they are missing, damaged or of another format.
 */
export async function loadHistory(directory: string): Promise<SchemaHistory> {
  return Packed.parse(await readCatalogueFile(join(directory, HISTORY_FILE)))
}

/** The file's checksum and format vouch for what is inside: the build wrote it. */
const Packed = z.custom<SchemaHistory>()
