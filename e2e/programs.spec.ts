import { axeFindings, expect, familyLink, findModels, test } from './fixtures.ts'

test('a pasted link tells chats and search engines of its model', async ({ page, baseURL }) => {
  const response = await page.goto('/models/fal-ai/flux/dev')
  const html = (await response?.text()) ?? ''
  const { models } = await findModels(page, 'endpoint_id=fal-ai/flux/dev')
  const head = await page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'text/html')
    const content = (selector: string) => parsed.querySelector(selector)?.getAttribute('content')
    return {
      title: parsed.title,
      canonical: parsed.querySelector('link[rel=canonical]')?.getAttribute('href'),
      description: content('meta[name=description]'),
      ogTitle: content('meta[property="og:title"]'),
      image: content('meta[property="og:image"]') ?? '',
      card: content('meta[name="twitter:card"]'),
      inlineScripts: [...parsed.scripts].filter(
        ({ textContent, type }) => textContent !== '' && type !== 'application/json',
      ).length,
    }
  }, html)
  expect(head).toMatchObject({
    title: 'FLUX.1 [dev] · Model browser',
    canonical: `${baseURL}/models/fal-ai/flux/dev`,
    description: models[0]?.metadata?.description,
    ogTitle: 'FLUX.1 [dev] · Model browser',
    card: 'summary_large_image',
    inlineScripts: 0,
  })
  await expect(page).toHaveTitle('FLUX.1 [dev] · Model browser')
  const picture = await page.request.get(head.image)
  expect(picture.headers()['content-type']).toBe('image/png')
})

test('the canonical link goes along to the next page', async ({ page, baseURL }) => {
  await page.goto('/models/fal-ai/flux/dev')
  await familyLink(page, 'fal-ai/flux/schnell').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('FLUX.1 [schnell]')
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute(
    'href',
    `${baseURL}/models/fal-ai/flux/schnell`,
  )
})

test('the changes page names its feeds to a feed reader', async ({ page, baseURL }) => {
  await page.goto('/changes')
  await expect(page.locator('link[rel=alternate][type="application/atom+xml"]')).toHaveAttribute(
    'href',
    `${baseURL}/changes.atom`,
  )
  await expect(page.locator('link[rel=alternate][type="application/feed+json"]')).toHaveCount(1)
})

test.describe('of an id that does not exist', () => {
  test.use({ expectedErrors: /404/ })

  test('the page stands, with the status of what is not there', async ({ page }) => {
    const response = await page.goto('/models/acme/unknown')
    expect(response?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no model with this id')
    expect((await page.request.get('/models/acme/unknown.md')).status()).toBe(404)
  })
})

test('the page is copied as the Markdown that its address gives', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/models/fal-ai/flux/dev')
  await expect(page.getByRole('heading', { name: 'Same family' })).toBeVisible()
  const button = page.getByRole('button', { name: 'Copy as Markdown' })
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeAttached()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  const served = await (await page.request.get('/models/fal-ai/flux/dev.md')).text()
  const withoutRelatives = (text: string) => text.split('\n## Relatives')[0]
  expect(withoutRelatives(copied)).toBe(withoutRelatives(served))
  expect(copied).toContain('| `prompt` | string | yes |')
  for (const text of [copied, served]) expect(text).toContain('/models/fal-ai/flux/schnell)')
})

test('every model is named to language models and to search engines', async ({ page, baseURL }) => {
  const { total } = await (await page.request.get('/v1/models/facets')).json()
  await page.goto('/')
  const pages = await page.evaluate(async () => {
    const text = await (await fetch('/sitemap.xml')).text()
    const sitemap = new DOMParser().parseFromString(text, 'application/xml')
    return [...sitemap.querySelectorAll('url > loc')].map((loc) => loc.textContent)
  })
  // With the list and the changes.
  expect(pages).toHaveLength(total + 2)
  expect(pages).toContain(`${baseURL}/models/fal-ai/flux/dev`)

  const text = await (await page.request.get('/llms.txt')).text()
  const { total: active } = await (await page.request.get('/v1/models/facets?status=active')).json()
  const links = text.match(/(?<=\]\()[^)]+\.md(?=\))/g) ?? []
  expect(links).toHaveLength(active)
  expect(await (await page.request.get(links[0] ?? '')).text()).toMatch(/^# /)
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 320]) {
    test.describe(`${colorScheme}, ${width} px wide`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } })

      test('the head of a model with its buttons: axe finds nothing, and nothing is cut off', async ({
        page,
      }) => {
        await page.goto('/models/fal-ai/flux/dev')
        await expect(page.getByRole('button', { name: 'Copy as Markdown' })).toBeVisible()
        expect(await axeFindings(page)).toEqual([])
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        expect(overflow).toBeLessThanOrEqual(0)
      })
    })
  }
}
