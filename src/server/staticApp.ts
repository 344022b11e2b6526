import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { Hono } from 'hono'
import type { AnswerCache } from './answerCache.ts'

/**
 * The built app of a directory: its files as they are, and its page at every other address that a person may open.
 * Only files that are there at the start are served. `apiOrigin` is where the app finds the endpoint, if elsewhere.
 * Throws when the directory holds no built app.
 */
export function createStaticApp(directory: string, answers: AnswerCache, apiOrigin?: string) {
  const files = listFiles(directory)
  const pageHeaders = { ...FILE_HEADERS, 'Content-Security-Policy': writePolicy(apiOrigin), ...PAGE_HEADERS }
  const app = new Hono()

  app.get('*', async (c) => {
    const file = c.req.path === '/' ? PAGE : c.req.path
    if (files.has(file)) return respond(c.req.raw, file)
    if (!isPageAddress(c.req.path, c.req.header('Accept'))) return c.text('There is no such file', 404)
    return respond(c.req.raw, PAGE)
  })

  return app

  function respond(request: Request, file: string): Promise<Response> {
    return answers.respond(request, file, async () => ({
      body: new Uint8Array(await readFile(join(directory, file))),
      contentType: CONTENT_TYPES.get(extname(file)) ?? 'application/octet-stream',
      // The names of assets contain a hash of their content.
      cacheControl: file.startsWith('/assets/')
        ? 'public, max-age=31536000, immutable'
        : 'public, max-age=0, must-revalidate',
      headers: file.endsWith('.html') ? pageHeaders : FILE_HEADERS,
    }))
  }
}

const PAGE = '/index.html'

function listFiles(directory: string): Set<string> {
  if (!existsSync(join(directory, PAGE)))
    throw new Error(`${directory}: expected the built app, found no index.html`)
  return new Set(
    readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `/${relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/')}`),
  )
}

/** Not what a page asks for as a script, style or picture: a missing one must fail rather than be a page. */
function isPageAddress(path: string, accept = '*/*'): boolean {
  return !path.startsWith('/assets/') && !CONTENT_TYPES.has(extname(path)) && /text\/html|\*\/\*/.test(accept)
}

const CONTENT_TYPES = new Map([
  ['.css', 'text/css; charset=utf-8'],
  ['.html', 'text/html; charset=utf-8'],
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

const FILE_HEADERS = { 'X-Content-Type-Options': 'nosniff' }

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
    // Pictures and previews of a live catalogue come from many hosts.
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
