import { execFile, spawn } from 'node:child_process'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { ModelsPage } from '#contract/models.ts'
import { cards, searchBox, shownIds } from './fixtures.ts'

test('built for another endpoint, it is files that any host serves', async ({ page, baseURL }) => {
  // It is built here.
  test.slow()
  const asked = new Set<string>()
  const endpoint = await serve(async ({ url = '', headers }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://localhost')
    asked.add(pathname)
    response.setHeader('Access-Control-Allow-Origin', '*')
    if (pathname === '/picture.svg') {
      response.writeHead(200, { 'Content-Type': 'image/svg+xml' }).end(PICTURE)
    } else if (pathname === '/v1/models') {
      const answer = await fetch(`${baseURL}/v1/models?${onlyDocumented(searchParams)}`)
      const body = (await answer.text()).replaceAll(
        /"\/thumbnails\/[^"]+"/g,
        `"http://${headers.host}/picture.svg"`,
      )
      response.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(body)
    } else response.writeHead(404, { 'Content-Type': 'application/json' }).end('{"detail":"Not Found"}')
  })
  const folder = await mkdtemp(join(tmpdir(), 'static-'))
  await promisify(execFile)('npx', ['vite', 'build', '--logLevel', 'error', '--outDir', folder], {
    env: { ...process.env, VITE_MODELS_API: `${endpoint.url}/v1` },
  })
  const host = await serve(async ({ url = '' }, response) => {
    const { pathname } = new URL(url, 'http://localhost')
    // As file hosts do it for apps: the page at every address that is no file.
    const file = extname(pathname) === '' ? '/index.html' : pathname
    const body = await readFile(join(folder, file)).catch(() => undefined)
    response.writeHead(body ? 200 : 404, { 'Content-Type': TYPES[extname(file)] ?? 'text/plain' }).end(body)
  })
  const surprises: string[] = []
  page.on('pageerror', ({ message }) => surprises.push(message))
  page.on('console', (message) => {
    // The browser itself logs that the other endpoint has no counts.
    if (message.type() === 'error' && !message.text().includes('404')) surprises.push(message.text())
  })

  await page.goto(host.url)
  await expect(cards(page).first()).toBeVisible()
  await searchBox(page).fill('flux dev')
  await expect(page).toHaveURL(/q=flux/)
  await expect(page.getByRole('feed')).toHaveAttribute('aria-busy', 'false')
  await expect.poll(async () => (await shownIds(page))[0]).toBe('fal-ai/flux/dev')
  await expect(page.getByRole('button', { name: 'Filters' })).toHaveCount(0)
  await cards(page).first().getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/flux/i)
  await expect(page.getByText('prompt').first()).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/flux/i)
  await expect(page.getByRole('alert')).toHaveCount(0)
  expect(asked).toContain('/v1/models')
  expect(surprises).toEqual([])

  endpoint.close()
  host.close()
  await rm(folder, { recursive: true })
})

test('what is built serves by itself, without anything installed, and stops when told', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'process-'))
  await cp('dist', folder, { recursive: true })
  const { url, server, stopped } = await startBuilt(folder, { TRUST_PROXY: '1' })

  const html = await fetch(`${url}/models/fal-ai/flux/dev`, { headers: { 'X-Forwarded-Proto': 'https' } })
  expect(Object.fromEntries(html.headers)).toMatchObject({
    'cache-control': expect.stringContaining('stale-while-revalidate'),
    'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
    'permissions-policy': expect.stringContaining('camera=()'),
    'referrer-policy': 'strict-origin-when-cross-origin',
    'strict-transport-security': expect.stringMatching(/^max-age=\d{8}/),
    'x-content-type-options': 'nosniff',
    'x-request-id': expect.stringMatching(/^[\da-f-]{36}$/),
  })
  expect(html.headers.get('Content-Security-Policy')).not.toMatch(/unsafe|\*/)
  const [script = ''] = /\/assets\/[^"]+\.js/.exec(await html.text()) ?? []
  const asset = await fetch(`${url}${script}`)
  expect(asset.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
  expect(asset.headers.get('Strict-Transport-Security')).toBeNull()
  expect((await fetch(`${url}/thumbnails/fal-ai/flux/dev.webp`)).headers.get('Content-Type')).toBe(
    'image/svg+xml',
  )
  const page = ModelsPage.parse(await (await fetch(`${url}/v1/models?q=flux`)).json())
  expect(page.models.length).toBeGreaterThan(10)

  server.kill('SIGTERM')
  expect(await stopped).toEqual([0, null])
  await rm(folder, { recursive: true })
})

test('told to stop, it answers the request that runs, takes no other, and ends well', async () => {
  const { ask, url, server, stopped, answer } = await startOverSlowEndpoint()
  const running = ask()
  await answer.isAsked
  server.kill('SIGTERM')
  await expect.poll(() => fetch(url).catch(() => 'refused')).toBe('refused')
  answer.give()
  const response = await running
  expect(response.status).toBe(200)
  expect(ModelsPage.parse(await response.json()).models).toEqual([{ endpoint_id: 'a/red' }])
  expect(await stopped).toEqual([0, null])
})

test('told twice to stop, it waits for nobody', async () => {
  const { ask, url, server, stopped, answer } = await startOverSlowEndpoint()
  const running = ask().catch(() => 'cut off')
  await answer.isAsked
  server.kill('SIGTERM')
  await expect.poll(() => fetch(url).catch(() => 'refused')).toBe('refused')
  server.kill('SIGINT')
  expect(await stopped).toEqual([null, 'SIGINT'])
  expect(await running).toBe('cut off')
})

/** A built server over an endpoint that answers a search only when it is told to. */
async function startOverSlowEndpoint() {
  let beAsked = () => {}
  let give = () => {}
  const isAsked = new Promise<void>((resolve) => (beAsked = resolve))
  const isGiven = new Promise<void>((resolve) => (give = resolve))
  const endpoint = await serve(async ({ url = '' }, response) => {
    const isSearch = url.includes('q=red')
    if (isSearch) {
      beAsked()
      await isGiven
    }
    const page = { models: [{ endpoint_id: 'a/red' }], next_cursor: null, has_more: false }
    response.writeHead(isSearch ? 200 : 500, { 'Content-Type': 'application/json' }).end(JSON.stringify(page))
  })
  const folder = await mkdtemp(join(tmpdir(), 'mirror-'))
  const started = await startBuilt('dist', {
    MODELS_SOURCE: 'live',
    MODELS_UPSTREAM: `${endpoint.url}/v1`,
    MODELS_PACE: '0',
    DATA_DIR: folder,
  })
  const stopped = started.stopped.then(async (ending) => {
    endpoint.close()
    await rm(folder, { recursive: true })
    return ending
  })
  return {
    ...started,
    stopped,
    answer: { isAsked, give: () => give() },
    ask: () => fetch(`${started.url}/v1/models?q=red`),
  }
}

/** What is built in a folder, as a process of its own; how that ended is its exit code and signal. */
async function startBuilt(folder: string, environment: Record<string, string>) {
  const server = spawn(process.execPath, ['server/main.js'], {
    cwd: folder,
    env: { PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const stopped = new Promise((resolve) => server.once('exit', (...ending) => resolve(ending)))
  const url = await new Promise<string>((resolve) => {
    server.stdout.on('data', (text: Buffer) => {
      const [address] = /http:\/\/[\d.:]+/.exec(text.toString()) ?? []
      if (address !== undefined) resolve(address)
    })
  })
  return { url, server, stopped }
}

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="400"/>'

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

const DOCUMENTED = new Set(['limit', 'cursor', 'endpoint_id', 'q', 'category', 'status', 'expand'])

function onlyDocumented(parameters: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...parameters].filter(([name]) => DOCUMENTED.has(name)))
}

type Respond = (request: IncomingMessage, response: ServerResponse) => Promise<void>

async function serve(respond: Respond): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => void respond(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
