import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CATALOGUE_FILE, HISTORY_FILE, LICENCE_FILE, writeCatalogueFile } from './catalogueFile.ts'
import { compileCatalogue } from './compileCatalogue.ts'
import { type NamedRelease, traceEndpoints } from './history.ts'
import { packCatalogue } from './packedCatalogue.ts'
import { readRelease } from './readRelease.ts'
import { momentOf, NEWEST_RELEASE, type ReleaseName, RELEASES } from './releases.ts'
import { packHistory } from './schemaHistory.ts'

export type BuiltCatalogue = {
  models: number
  deprecated: number
  /** Markdown: the licence notice that goes with whatever is made of the releases. */
  licence: string
}

/**
 * Compiles the releases of @fal-ai/client into the given directory: the catalogue, the schemas of every release, and
 * the licence notice. Reports progress by the line. Throws when a release is not installed or cannot be read.
 */
export async function buildCatalogue(
  directory: string,
  report: (line: string) => void,
): Promise<BuiltCatalogue> {
  const started = performance.now()
  const releases: NamedRelease[] = []
  for (let place = 0; place < RELEASES.length; place += AT_A_TIME) {
    const read = await Promise.all(RELEASES.slice(place, place + AT_A_TIME).map(readInstalled))
    for (const { version, date, endpoints } of read) {
      report(`Read @fal-ai/client ${version} of ${date}: ${endpoints.size} endpoints`)
    }
    releases.push(...read)
  }
  const histories = traceEndpoints(releases)
  const models = compileCatalogue(histories, releases)
  const licence = await licenceNotice(NEWEST_RELEASE.version)
  const source = {
    kind: 'embedded' as const,
    name: `@fal-ai/client ${NEWEST_RELEASE.version}`,
    as_of: momentOf(NEWEST_RELEASE),
  }
  await writeCatalogueFile(join(directory, CATALOGUE_FILE), packCatalogue(models, source))
  await writeCatalogueFile(join(directory, HISTORY_FILE), packHistory(histories))
  await writeFile(join(directory, LICENCE_FILE), licence)
  const deprecated = models.filter(({ metadata }) => metadata.status === 'deprecated').length
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  report(`Compiled ${models.length} models, ${deprecated} of them deprecated, in ${seconds} s`)
  return { models: models.length, deprecated, licence }
}

/** While one is parsed on a thread of its own, the other one's tree is read; all at once would take 200 MB more. */
const AT_A_TIME = 2

async function readInstalled(name: ReleaseName): Promise<NamedRelease> {
  const source = await readFile(join(packageFolder(name.version), 'src/types/endpoints.d.ts'), 'utf8')
  return { ...name, ...(await readRelease(source)) }
}

/** Not resolved as a module: the packages export neither their types' sources nor their licence. */
const INSTALLED = fileURLToPath(new URL('../../../node_modules', import.meta.url))

function packageFolder(version: string): string {
  return join(INSTALLED, `fal-client-${version}`)
}

async function licenceNotice(version: string): Promise<string> {
  const text = await readFile(join(packageFolder(version), 'LICENSE'), 'utf8')
  return `\n## @fal-ai/client ${version} and earlier releases (MIT)\n\nThe embedded catalogue is compiled from the type definitions of these releases.\n\n${text.trim()}\n`
}
