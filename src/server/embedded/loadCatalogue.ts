import { join } from 'node:path'
import * as z from 'zod/mini'
import type { ModelsFacets } from '#contract/facets.ts'
import type { Model } from '#contract/models.ts'
import { CATALOGUE_FILE, readCatalogueFile } from './catalogueFile.ts'
import { type PackedCatalogue, unpackCatalogue } from './packedCatalogue.ts'

/**
 * The models that the build compiled into the directory, in the catalogue's order, each with its OpenAPI document.
 * Throws a CatalogueFileError when the catalogue is missing, damaged or of another format.
 */
export async function loadCatalogue(
  directory: string,
): Promise<{ models: Model[]; source: ModelsFacets['source'] }> {
  const packed = Packed.parse(await readCatalogueFile(join(directory, CATALOGUE_FILE)))
  return { models: unpackCatalogue(packed), source: packed.source }
}

/** The file's checksum and format vouch for what is inside: the build wrote it. */
const Packed = z.custom<PackedCatalogue>()
