import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { Hono } from 'hono'
import { ApiError } from '#contract/apiError.ts'
import { writeModelsQuery } from '#contract/modelsQuery.ts'
import type { AnswerCache } from './answerCache.ts'
import type { AnswerContext, AnswerEnv } from './AnswerEnv.ts'
import { describePage, type PageDescription } from './describePage.ts'
import type { DrawnPage, DrawPage } from './drawing.ts'
import type { ModelSource } from './ModelSource.ts'
import { placeDrawing } from './placeDrawing.ts'
import { readChunks } from './readChunks.ts'
import { siteOrigin } from './siteOrigin.ts'
import { type PageNeed, writePageHead } from './writePageHead.ts'

export type StaticAppOptions = {
  /** Where the app finds the endpoint, if elsewhere: then the source does not know its pages. */
  apiOrigin?: string | undefined
  /** Without it the app draws every page itself. */
  drawPage?: DrawPage | undefined
}

/**
 * The built app of a directory: its files as they are, and its page at every other address that a person may open, with
 * what the source knows of that page in its head, and the page of a model drawn. Only files that are there at the start are
 * served. Throws when the directory holds no built app.
 */
export function createStaticApp(
  directory: string,
  answers: AnswerCache,
  source: ModelSource,
  { apiOrigin, drawPage }: StaticAppOptions = {},
) {
  const files = listFiles(directory)
  const html = readFileSync(join(directory, PAGE), 'utf8')
  const modelPageScripts = readChunks(directory, 'src/app/model/ModelPage.tsx')
  const pageHeaders = { 'Content-Security-Policy': writePolicy(apiOrigin), ...PAGE_HEADERS }
  const app = new Hono<AnswerEnv>()

  app.get('*', async (c) => {
    const { path } = c.req
    if (path !== '/' && files.has(path)) return respondWithFile(c, path)
    if (!isPageAddress(path, c.req.header('Accept'))) throw new ApiError('not_found', 'There is no such file')
    const page = apiOrigin === undefined ? await describe(c) : undefined
    if (page === undefined) return respondWithFile(c, PAGE)
    const head = JSON.stringify(page)
    const { endpointId } = page
    if (endpointId !== undefined && drawPage) {
      try {
        return await answers.respond(c, `${PAGE} drawn ${head}`, async () =>
          writePage(page, await drawPage(source, endpointId)),
        )
      } catch (error) {
        console.error(`No drawing of ${endpointId}:`, error)
      }
    }
    if (!page.isUnknown) return answers.respond(c, `${PAGE} ${head}`, () => writePage(page))
    const { body, headers } = writePage(page)
    return c.body(body, 404, {
      ...c.env.headers,
      ...headers,
      'Content-Type': HTML,
      'Cache-Control': 'no-store',
    })
  })

  return app

  function respondWithFile(c: AnswerContext, file: string): Promise<Response> {
    return answers.respond(c, file, async () => ({
      body: new Uint8Array(await readFile(join(directory, file))),
      contentType: CONTENT_TYPES.get(extname(file)) ?? 'application/octet-stream',
      // The names of assets contain a hash of their content.
      cacheControl: file.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : ASK_AGAIN,
      ...(file.endsWith('.html') && { headers: pageHeaders }),
    }))
  }

  function writePage(page: PageDescription, drawn?: DrawnPage) {
    const needs = page.endpointId === undefined ? [] : needsOf(page.endpointId, drawn !== undefined)
    const described = writePageHead(html, page, needs)
    return {
      body: drawn ? placeDrawing(described, drawn) : described,
      contentType: HTML,
      cacheControl: page.endpointId === undefined ? ASK_AGAIN : MODEL_PAGE,
      headers: pageHeaders,
    }
  }

  /** What the app will ask for to show a model, once it runs. */
  function needsOf(endpointId: string, isDrawn: boolean): PageNeed[] {
    const query = writeModelsQuery({ endpoint_ids: [endpointId], expand: ['openapi-3.0'] })
    return [
      ...modelPageScripts.map((url): PageNeed => ({ kind: 'script', url })),
      ...(isDrawn ? [] : [{ kind: 'answer', url: `/v1/models?${query}` } as const]),
    ]
  }

  /** A page stands also when nothing can be said about it. */
  async function describe(c: AnswerContext): Promise<PageDescription | undefined> {
    const { pathname, search } = new URL(c.req.url)
    try {
      return await describePage(source, new URL(`${siteOrigin(c)}${pathname}${search}`))
    } catch (error) {
      console.error(`No description for ${pathname}:`, error)
      return undefined
    }
  }
}

const PAGE = '/index.html'
const HTML = 'text/html; charset=utf-8'
const ASK_AGAIN = 'public, max-age=0, must-revalidate'
/** At once as it was, for those who come back to it, while it is asked for anew: a model's page hardly ever changes. */
const MODEL_PAGE = 'public, max-age=0, stale-while-revalidate=600'

function listFiles(directory: string): Set<string> {
  if (!existsSync(join(directory, PAGE)))
    throw new Error(`${directory}: expected the built app, found no index.html`)
  return new Set(
    readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `/${relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/')}`)
      // What is hidden is meant for us.
      .filter((file) => !file.includes('/.')),
  )
}

/** Not what a page asks for as a script, style or picture: a missing one must fail rather than be a page. */
function isPageAddress(path: string, accept = '*/*'): boolean {
  return !path.startsWith('/assets/') && !CONTENT_TYPES.has(extname(path)) && /text\/html|\*\/\*/.test(accept)
}

const CONTENT_TYPES = new Map([
  ['.css', 'text/css; charset=utf-8'],
  ['.html', HTML],
  ['.ico', 'image/x-icon'],
  ['.jpg', 'image/jpeg'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.json', 'application/json'],
  ['.map', 'application/json'],
  ['.md', 'text/plain; charset=utf-8'],
  ['.png', 'image/png'],
  ['.svg', 'image/svg+xml'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.webmanifest', 'application/manifest+json'],
  ['.webp', 'image/webp'],
  ['.woff2', 'font/woff2'],
])

const PAGE_HEADERS = {
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
}

function writePolicy(apiOrigin = ''): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    // Previews of what a reader names, and without the proxy the pictures of a live catalogue, come from many hosts.
    `img-src 'self' https: data: ${apiOrigin}`,
    'media-src https:',
    `connect-src 'self' ${apiOrigin}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ]
    .map((directive) => directive.trim())
    .join('; ')
}
