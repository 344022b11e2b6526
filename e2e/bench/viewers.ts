import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'

/** Another viewer of OpenAPI documents, as its own documentation embeds it. */
type Viewer = {
  name: string
  package: string
  version: string
  /** Of the package. */
  script: string
  style?: string
  /** Shows the document at `document`, opened as far as the viewer can be told to. */
  start: string
}

const VIEWERS: readonly Viewer[] = [
  {
    name: 'Redoc',
    package: 'redoc',
    version: '2.5.4',
    script: 'bundles/redoc.standalone.js',
    start: 'Redoc.init(document.body.dataset.document, { schemasExpansionLevel: 2 }, view)',
  },
  {
    name: 'Swagger UI',
    package: 'swagger-ui-dist',
    version: '5.35.0',
    script: 'swagger-ui-bundle.js',
    style: 'swagger-ui.css',
    start: `SwaggerUIBundle({
      url: document.body.dataset.document, dom_id: '#view', docExpansion: 'full', defaultModelRendering: 'model',
      defaultModelExpandDepth: 2, defaultModelsExpandDepth: 2,
    })`,
  },
  {
    name: 'Scalar',
    package: '@scalar/api-reference',
    version: '1.46.4',
    script: 'dist/browser/standalone.js',
    start: `Scalar.createApiReference('#view', {
      url: document.body.dataset.document, withDefaultFonts: false, telemetry: false, expandAllModelSections: true,
    })`,
  },
]

/**
 * Serves the other viewers from the packages that their makers publish, compressed as our own product is, and the
 * documents that they are to show. Rejects when a package cannot be had.
 */
export async function serveViewers(documents: ReadonlyMap<string, unknown>) {
  const folder = await mkdtemp(join(tmpdir(), 'viewers-'))
  const files = new Map<string, { type: string; body: Buffer }>()
  const add = (path: string, type: string, content: string | Buffer) =>
    files.set(path, { type, body: gzipSync(content) })

  for (const [id, document] of documents)
    add(`/documents/${id}`, 'application/json', JSON.stringify(document))
  for (const viewer of VIEWERS) {
    const root = await unpack(viewer, folder)
    add(`/${viewer.name}.js`, 'text/javascript', await readFile(join(root, viewer.script)))
    if (viewer.style !== undefined) {
      add(`/${viewer.name}.css`, 'text/css', await readFile(join(root, viewer.style)))
    }
    for (const id of documents.keys()) add(`/${viewer.name}/${id}`, 'text/html', writePage(viewer, id))
  }
  await rm(folder, { recursive: true })

  const server = createServer((request, response) => {
    const file = files.get(decodeURIComponent(request.url ?? ''))
    if (!file) return response.writeHead(404).end()
    const headers = { 'Content-Type': `${file.type}; charset=utf-8`, 'Content-Encoding': 'gzip' }
    return response.writeHead(200, headers).end(file.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${portOf(server.address())}`
  return {
    viewers: VIEWERS.map(({ name, version }) => ({
      name: `${name} ${version}`,
      addressOf: (id: string) => `${url}/${encodeURIComponent(name)}/${id}`,
    })),
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function unpack({ package: name, version }: Viewer, folder: string): Promise<string> {
  const run = promisify(execFile)
  const { stdout } = await run('npm', [
    'pack',
    '--silent',
    '--pack-destination',
    folder,
    `${name}@${version}`,
  ])
  const root = join(folder, name.replaceAll('/', '-'))
  await run('mkdir', [root])
  await run('tar', ['-xzf', join(folder, stdout.trim()), '-C', root, '--strip-components', '1'])
  return root
}

function writePage({ name, style, start }: Viewer, id: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${name}</title>${
    style === undefined ? '' : `<link rel="stylesheet" href="/${name}.css">`
  }</head><body data-document="/documents/${id}"><div id="view"></div><script src="/${name}.js"></script><script>
const view = document.getElementById('view')
${start}
</script></body></html>`
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0
}
