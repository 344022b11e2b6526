import { getRequestListener } from '@hono/node-server'
import { createServer, type Plugin } from 'vite'
import { readSettings } from '#server/settings.ts'
import { buildCatalogue } from '#server/embedded/buildCatalogue.ts'

const CATALOGUE = 'dist/catalogue'

const { host, port } = readSettings(process.env)
await buildCatalogue(CATALOGUE, (line) => console.log(line))
const vite = await createServer({ server: { host, port, strictPort: true }, plugins: [endpoint()] })
await vite.listen()
vite.printUrls()

/** What the endpoint answers, rather than Vite. */
const OURS =
  /^\/(v1|thumbnails)\/|^\/changes\.(json|atom)\b|^\/(llms\.txt|sitemap.*\.xml)$|^\/models\/.+\.md$/

/** Answers for the endpoint from its sources as they are now; everything else is the app, which Vite serves. */
function endpoint(): Plugin {
  return {
    name: 'endpoint',
    configureServer(vite) {
      let loaded: { module: unknown; listener: ReturnType<typeof getRequestListener> } | undefined
      vite.middlewares.use((request, response, next) => {
        if (!OURS.test(request.url ?? '')) return next()
        void answer()

        async function answer() {
          try {
            const module = await vite.ssrLoadModule('/src/server/embeddedApp.ts')
            // Vite hands out another module when a file behind it has changed.
            if (loaded?.module !== module) {
              const app = await module['createEmbeddedApp'](CATALOGUE)
              loaded = { module, listener: getRequestListener(app.fetch) }
            }
            await loaded.listener(request, response)
          } catch (error) {
            // Vite shows what is wrong with the code; once it is mended, the endpoint answers again.
            next(error)
          }
        }
      })
    },
  }
}
