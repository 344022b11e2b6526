import { createCatalogue } from './catalogue/createCatalogue.ts'
import { createApp, type AppOptions } from './createApp.ts'
import { createReleaseHistory } from './embedded/createReleaseHistory.ts'
import { loadCatalogue } from './embedded/loadCatalogue.ts'
import { loadHistory } from './embedded/loadHistory.ts'

/**
 * Everything that one port serves, over the catalogue that the build put into a directory.
 * Throws when the catalogue, or the built app, is missing or damaged.
 */
export async function createEmbeddedApp(catalogueDirectory: string, options: AppOptions = {}) {
  const { models, source, signatures } = await loadCatalogue(catalogueDirectory)
  const history = createReleaseHistory(models, () => loadHistory(catalogueDirectory))
  const app = createApp({ ...createCatalogue(models, source, signatures), ...history }, options)
  const from = `embedded catalogue, ${source.name} of ${source.as_of.slice(0, 10)}`
  return { ...app, description: `${from}, ${models.length.toLocaleString('en')} models`, close() {} }
}
