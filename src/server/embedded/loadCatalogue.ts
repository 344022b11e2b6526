import { join } from 'node:path'
import * as z from 'zod/mini'
import { CATALOGUE_FILE, readCatalogueFile } from './catalogueFile.ts'
import { type PackedCatalogue, unpackCatalogue } from './packedCatalogue.ts'

/**
 * The models that the build compiled into the directory, in the catalogue's order, each with its OpenAPI document, and
 * the signature of each. Throws a CatalogueFileError when the catalogue is missing, damaged or of another format.
 */
export async function loadCatalogue(directory: string) {
  return unpackCatalogue(Packed.parse(await readCatalogueFile(join(directory, CATALOGUE_FILE))))
}

/** The file's checksum and format vouch for what is inside: the build wrote it. */
const Packed = z.custom<PackedCatalogue>()
