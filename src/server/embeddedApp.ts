import { createCatalogue } from './catalogue/createCatalogue.ts'
import { createApp, type AppOptions } from './createApp.ts'
import { createHistory } from './embedded/createHistory.ts'
import { loadCatalogue } from './embedded/loadCatalogue.ts'
import { loadHistory } from './embedded/loadHistory.ts'

/**
 * Everything that one port serves, over the catalogue that the build put into a directory.
 * Throws when the catalogue, or the built app, is missing or damaged.
 */
export async function createEmbeddedApp(catalogueDirectory: string, options: AppOptions = {}) {
  const { models, source, signatures } = await loadCatalogue(catalogueDirectory)
  const history = createHistory(models, () => loadHistory(catalogueDirectory))
  const { fetch } = createApp({ ...createCatalogue(models, source, signatures), ...history }, options)
  return { fetch, models: models.length, source }
}
