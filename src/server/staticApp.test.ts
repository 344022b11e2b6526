import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { createCatalogue } from './catalogue/createCatalogue.ts'
import { exampleModel } from './catalogue/exampleModel.ts'
import { createApp } from './createApp.ts'
import type { DrawPage } from './drawing.ts'
import type { StaticAppOptions } from './staticApp.ts'

const HTML = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

test.each(['/', '/index.html', '/models/fal-ai/flux-pro/v1.1', '/about?q=a.js'])(
  '%s opens the app',
  async (path) => {
    const response = await builtApp().request(path, { headers: HTML })
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toBe('text/html; charset=utf-8')
    expect(await response.text()).toContain('The page')
  },
)

test('a deep link says of its model, in the head, what a chat shows of it', async () => {
  const response = await builtApp().request('/models/fal-ai/flux-pro/v1.1', { headers: HTML })
  const html = await response.text()
  expect(html).toContain('<title>FLUX &#60;pro&#62; · Model browser</title>')
  expect(html).toContain('<link rel="canonical" href="http://localhost/models/fal-ai/flux-pro/v1.1" />')
  expect(html).toContain('<meta name="description" content="&#34;A&#34; &#38; $&#38; b" />')
  expect(html).toContain(
    '<meta property="og:image" content="http://localhost/thumbnails/fal-ai/flux-pro/v1.1.png?v=0a1b" />',
  )
  expect(html).toContain('<meta name="twitter:card" content="summary_large_image" />')
  expect(html.match(/<title>/g)).toHaveLength(1)
  expect(html.match(/name="description"/g)).toHaveLength(1)
  expect(html).toContain('The page')
})

test('a link to a comparison names its models', async () => {
  const html = await (
    await builtApp().request(
      '/compare?endpoint_id=fal-ai/flux-pro/v1.1&endpoint_id=<b>&endpoint_id=fal-ai/flux-pro/v1.1',
      { headers: HTML },
    )
  ).text()
  expect(html).toContain('<title>FLUX &#60;pro&#62; · Model browser</title>')
  expect(html).toContain('side by side." />')
  const none = await (await builtApp().request('/compare', { headers: HTML })).text()
  expect(none).toContain('<title>Compare models · Model browser</title>')
})

test('a deep link has the browser fetch what its model needs at once', async () => {
  const manifest = {
    'index.html': { file: 'assets/index-1.js', isEntry: true },
    'src/app/model/ModelPage.tsx': { file: 'assets/ModelPage-2.js', imports: ['index.html', '_shared-3.js'] },
    '_shared-3.js': { file: 'assets/shared-3.js', imports: ['index.html'] },
    'src/app/changes/ChangesPage.tsx': { file: 'assets/ChangesPage-4.js', imports: ['_shared-3.js'] },
  }
  const app = builtApp({}, manifest)
  const html = await (await app.request('/models/fal-ai/flux-pro/v1.1', { headers: HTML })).text()
  expect(html.match(/(?<=<link rel="modulepreload" href=")[^"]*/g)).toEqual([
    '/assets/ModelPage-2.js',
    '/assets/shared-3.js',
  ])
  expect(html).toContain(
    '<link rel="preload" as="fetch" crossorigin href="/v1/models?endpoint_id=fal-ai%2Fflux-pro%2Fv1.1&#38;expand=openapi-3.0" />',
  )
  for (const path of ['/', '/changes', '/models/fal-ai/none']) {
    expect(await (await app.request(path, { headers: HTML })).text()).not.toContain('preload')
  }
  expect((await app.request('/.vite/manifest.json')).status).toBe(404)
})

test('a model’s page comes drawn, with the answer that it was drawn from', async () => {
  const app = builtApp({ drawPage })
  const response = await app.request('/models/fal-ai/flux-pro/v1.1', {
    headers: { ...HTML, 'Accept-Encoding': 'br' },
  })
  expect(response.headers.get('Content-Encoding')).toBe('br')
  const html = await (await app.request('/models/fal-ai/flux-pro/v1.1', { headers: HTML })).text()
  expect(html).toContain('<div id="root"><main>fal-ai/flux-pro/v1.1 $&</main></div>')
  const [, answer = ''] = /<script type="application\/json" id="answer">(.*?)<\/script>/.exec(html) ?? []
  expect(JSON.parse(answer)).toEqual({ models: ['</script><script>$&'] })
  // The app begins once that was seen, and asks for nothing that is here.
  expect(html).toContain('<script defer src="/takeOver.js" data-app="/assets/app-1a2b.js"></script>')
  expect(html).not.toContain('type="module"')
  expect(html).not.toContain('as="fetch"')
  for (const path of ['/', '/changes', '/models/fal-ai/none']) {
    expect(await (await app.request(path, { headers: HTML })).text()).toContain('<div id="root"></div>')
  }
})

test('a page that cannot be drawn comes undrawn, and the next reader’s is tried again', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  let times = 0
  const app = builtApp({
    drawPage(...asked) {
      times += 1
      return times === 1 ? Promise.reject(new Error('too long')) : drawPage(...asked)
    },
  })
  const get = async () => (await app.request('/models/fal-ai/flux-pro/v1.1', { headers: HTML })).text()
  const undrawn = await get()
  expect(undrawn).toContain('<div id="root"></div>')
  expect(undrawn).toContain('as="fetch"')
  expect(undrawn).toContain('<title>FLUX &#60;pro&#62; · Model browser</title>')
  expect(log).toHaveBeenCalledWith('No drawing of fal-ai/flux-pro/v1.1:', expect.any(Error))
  log.mockRestore()
  expect(await get()).toContain('<main>')
  expect(await get()).toContain('<main>')
  expect(times).toBe(2)
})

test('a model that is not there is the page too, with 404', async () => {
  const response = await builtApp().request('/models/fal-ai/none', { headers: HTML })
  expect(response.status).toBe(404)
  expect(response.headers.get('Cache-Control')).toBe('no-store')
  expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
  expect(await response.text()).toContain('The page')
})

test('slashes too many and letters escaped lead to the same model', async () => {
  for (const path of ['/models//fal-ai/flux-pro/v1.1/', '/models/fal%2Dai/flux-pro/v1.1']) {
    const html = await (await builtApp().request(path, { headers: HTML })).text()
    expect(html).toContain('href="http://localhost/models/fal-ai/flux-pro/v1.1"')
  }
  expect((await builtApp().request('/models/%E0%A4%A', { headers: HTML })).status).toBe(404)
})

test('the changes name their feeds, under the same filter', async () => {
  const html = await (
    await builtApp().request('/changes?event=removed&release=1.0', { headers: HTML })
  ).text()
  expect(html).toContain('type="application/atom+xml" href="http://localhost/changes.atom?event=removed"')
  expect(html).toContain('type="application/feed+json" href="http://localhost/changes.json?event=removed"')
})

test('one host is not told of another', async () => {
  const app = builtApp()
  for (const host of ['one.example', 'two.example']) {
    const response = await app.request(`http://${host}/models/fal-ai/flux-pro/v1.1`, { headers: HTML })
    expect(await response.text()).toContain(`href="http://${host}/models/fal-ai/flux-pro/v1.1"`)
  }
})

test('of the models of another endpoint nothing is known', async () => {
  const response = await builtApp({ apiOrigin: 'https://api.example.com' }).request('/models/a/b', {
    headers: HTML,
  })
  expect(response.status).toBe(200)
  expect(await response.text()).toContain('<title>The app</title>')
})

test('the page may load only what is ours, and pictures', async () => {
  const { headers } = await builtApp().request('/', { headers: HTML })
  const policy = headers.get('Content-Security-Policy')?.split('; ')
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self'")
  expect(policy).toContain("connect-src 'self'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
  expect(headers.get('Referrer-Policy')).toBe('strict-origin-when-cross-origin')
  expect(headers.get('Permissions-Policy')).toContain('camera=()')
})

test('an app built for another endpoint may speak to it', async () => {
  const { headers } = await builtApp({ apiOrigin: 'https://api.example.com' }).request('/', { headers: HTML })
  expect(headers.get('Content-Security-Policy')).toContain("connect-src 'self' https://api.example.com;")
})

test('assets are kept for ever, the page is asked for again', async () => {
  const app = builtApp()
  const script = await app.request('/assets/app-1a2b.js', { headers: { 'Accept-Encoding': 'br' } })
  expect(script.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8')
  expect(script.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
  expect(script.headers.get('Content-Encoding')).toBe('br')
  const page = await app.request('/', { headers: HTML })
  expect(page.headers.get('Cache-Control')).toContain('max-age=0')
  const again = await app.request('/', {
    headers: { ...HTML, 'If-None-Match': page.headers.get('ETag') ?? '' },
  })
  expect(again.status).toBe(304)
})

test.each(['/assets/missing.js', '/missing.css', '/favicon.ico', '/assets/'])(
  '%s is not there',
  async (path) => {
    expect((await builtApp().request(path, { headers: HTML })).status).toBe(404)
  },
)

test('what does not want a page gets none', async () => {
  const response = await builtApp().request('/models/a', { headers: { Accept: 'application/json' } })
  expect(response.status).toBe(404)
})

test.each([
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '//secret.txt',
])('%s does not lead out of the directory', async (path) => {
  const request = new Request('http://localhost/')
  // As a client that does not tidy up its addresses would send it.
  Object.defineProperty(request, 'url', { value: `http://localhost${path}` })
  const response = await builtApp().fetch(request)
  expect(response.status).toBe(404)
  expect(await response.text()).not.toContain('secret')
})

test('a directory without a built app is refused', () => {
  const empty = mkdtempSync(join(tmpdir(), 'empty-'))
  expect(() => createApp(exampleSource(), { appDirectory: empty })).toThrow('index.html')
})

const PAGE = `<!doctype html>
<meta
  name="description"
  content="The app"
/>
<title>The app</title>
<script type="module" crossorigin src="/assets/app-1a2b.js"></script>
<p>The page
<div id="root"></div>`

function exampleSource() {
  const model = exampleModel('fal-ai/flux-pro/v1.1', {
    display_name: 'FLUX <pro>',
    description: '"A" & $& b',
    thumbnail_url: '/thumbnails/fal-ai/flux-pro/v1.1.webp?v=0a1b',
  })
  const catalogue = createCatalogue([model], { kind: 'embedded', name: 'example', as_of: '2026-04-22' })
  const changes = () => Promise.reject(new Error('The page asks for no changes'))
  return { ...catalogue, changes }
}

const drawPage: DrawPage = async (_source, endpointId) => ({
  markup: `<main>${endpointId} $&</main>`,
  answer: JSON.stringify({ models: ['</script><script>$&'] }),
})

function builtApp(options: StaticAppOptions = {}, manifest: object = {}) {
  const parent = mkdtempSync(join(tmpdir(), 'built-'))
  writeFileSync(join(parent, 'secret.txt'), 'secret')
  const directory = join(parent, 'app')
  mkdirSync(join(directory, 'assets'), { recursive: true })
  mkdirSync(join(directory, '.vite'))
  writeFileSync(join(directory, '.vite', 'manifest.json'), JSON.stringify(manifest))
  writeFileSync(join(directory, 'index.html'), PAGE)
  writeFileSync(join(directory, 'assets', 'app-1a2b.js'), 'export const answer = 42\n'.repeat(100))
  return createApp(exampleSource(), { appDirectory: directory, ...options })
}
