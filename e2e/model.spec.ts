import { cards, expect, familyLink, findModels, searchBox, tabTo, test, withoutDrawings } from './fixtures.ts'

test('a deep link opens the whole model in a fresh browser', async ({ page }) => {
  await page.goto('/models/fal-ai/flux/dev')
  await expect(page).toHaveTitle('FLUX.1 [dev] · Model browser')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('FLUX.1 [dev]')
  const prompt = page.locator('[id="input.prompt"]')
  await expect(prompt).toContainText('string')
  await expect(prompt).toContainText('required')
  // The code is there without scrolling.
  await expect(page.getByText('fal.subscribe').first()).toBeInViewport()
})

test('what a deep link fetches ahead is what the app needs, and nothing twice', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.endsWith('.js') || pathname.startsWith('/v1/')) asked.push(request.url())
  })
  const warnings: string[] = []
  page.on('console', (message) => warnings.push(message.text()))
  await page.goto('/models/fal-ai/flux/dev')
  await expect(page.getByText('fal.subscribe').first()).toBeVisible()
  // By then a browser complains of what was fetched for nothing.
  await page.waitForTimeout(6000)
  expect(warnings).toEqual([])
  // The page brings it along.
  expect(asked.filter((url) => url.includes('expand='))).toEqual([])
  expect(asked).toEqual([...new Set(asked)])
})

test('every tab shows what the document says, and is a link', async ({ page }) => {
  await page.goto('/models/fal-ai/flux/dev')
  await page.getByRole('tab', { name: /^Output/ }).click()
  await expect(page).toHaveURL('/models/fal-ai/flux/dev#output')
  await expect(page.locator('[id="output.images"]')).toContainText('list of')

  await page.getByRole('tab', { name: /^Queue/ }).click()
  await expect(page.getByRole('tabpanel').first()).toContainText('POST https://queue.fal.run/fal-ai/flux/dev')

  await page.goto('/models/fal-ai/flux/dev#openapi')
  const shown = await page.getByLabel('OpenAPI document').textContent()
  const { models } = await findModels(page, 'endpoint_id=fal-ai/flux/dev&expand=openapi-3.0')
  expect(JSON.parse(shown ?? '')).toEqual(models[0]?.openapi)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download' }).click()
  expect((await download).suggestedFilename()).toBe('fal-ai_flux_dev.openapi.json')
})

test('objects and lists of objects open in place', async ({ page }) => {
  await page.goto('/models/fal-ai/flux-lora')
  const loras = page.locator('[id="input.loras"]')
  const width = page.locator('[id^="input.image_size."][id$="width"]')
  await expect(width).toHaveCount(0)
  await page.locator('[id="input.image_size"]').getByRole('button', { expanded: false }).click()
  await expect(width).toBeVisible()
  await loras.getByRole('button', { expanded: false }).click()
  await expect(loras).toContainText('path')
})

test('many choices are folded, with the default in sight', async ({ page }) => {
  const names = Array.from({ length: 40 }, (_, n) => `voice-${n + 1}`)
  await withoutDrawings(page)
  await page.route(/expand=openapi/, async (route) => {
    const response = await route.fetch()
    const answer = await response.json()
    answer.models[0].openapi = documentWith({ voice: { type: 'string', enum: names, default: 'voice-33' } })
    await route.fulfill({ json: answer })
  })
  await page.goto('/models/fal-ai/flux/dev')
  const voice = page.locator('[id="input.voice"]')
  await expect(voice.getByRole('listitem')).toHaveCount(13)
  await expect(voice).toContainText('voice-33 · default')
  await voice.getByRole('button', { name: 'Show all 40' }).click()
  await expect(voice.getByRole('listitem')).toHaveCount(40)
})

test('what a model says is text, never markup', async ({ page }) => {
  const markup = '<img src=x onerror="window.hacked = true"><script>window.hacked = true</script>'
  await withoutDrawings(page)
  await page.route(/expand=openapi/, async (route) => {
    const response = await route.fetch()
    const answer = await response.json()
    answer.models[0].metadata.display_name = markup
    answer.models[0].metadata.description = markup
    answer.models[0].openapi = documentWith({
      [markup]: { type: 'string', description: markup, default: markup },
    })
    await route.fulfill({ json: answer })
  })
  await page.goto('/models/fal-ai/flux/dev')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(markup)
  await expect(page.getByRole('tabpanel').first()).toContainText(markup)
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
})

test('relatives are links: the family, and what trains it', async ({ page }) => {
  await page.goto('/models/fal-ai/flux/dev')
  const family = familyLink(page, 'fal-ai/flux/schnell')
  await expect(family).toBeVisible()
  await family.click()
  await expect(page).toHaveURL('/models/fal-ai/flux/schnell')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('FLUX.1 [schnell]')
})

test.describe('of an id that does not exist', () => {
  // The browser itself logs an answer of 404.
  test.use({ expectedErrors: /404/ })

  test('an unknown id offers the nearest ones', async ({ page }) => {
    await page.goto('/models//FAL-AI/Flux/dev/')
    await expect(page).toHaveURL('/models/fal-ai/flux/dev')
    await page.goto('/models/fal-ai/flux/devv')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no model with this id')
    await page.getByRole('link', { name: /fal-ai\/flux\/dev$/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('FLUX.1 [dev]')
  })
})

test('a schema that could not be had leaves the page standing, tells why and tries again', async ({
  page,
}) => {
  await withoutDrawings(page)
  await page.route(/expand=openapi/, async (route) => {
    const response = await route.fetch()
    const answer = await response.json()
    answer.models[0].openapi = { error: { code: 'expansion_failed', message: 'The registry is asleep' } }
    await route.fulfill({ json: answer })
  })
  await page.goto('/models/fal-ai/flux/dev')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('FLUX.1 [dev]')
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('The registry is asleep')
  await page.unroute(/expand=openapi/)
  await alert.getByRole('button', { name: 'Try again' }).click()
  await expect(page.locator('[id="input.prompt"]')).toBeVisible()
})

test('the page of a card stands at once, before its schema has come', async ({ page }) => {
  await page.goto('/?q=fal-ai/flux/dev')
  await expect(cards(page).first()).toContainText('FLUX.1 [dev]')
  const waiting: (() => void)[] = []
  await page.route(/expand=openapi/, async (route) => {
    await new Promise<void>((resolve) => waiting.push(resolve))
    await route.continue()
  })
  await cards(page).first().getByRole('heading').getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('FLUX.1 [dev]')
  await expect(page.locator('[id="input.prompt"]')).toHaveCount(0)
  for (const release of waiting) release()
  await expect(page.locator('[id="input.prompt"]')).toBeVisible()
})

test('the keyboard alone leads from the start to a copied snippet', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/')
  await expect(cards(page).first()).toBeVisible()
  await page.keyboard.press('/')
  await expect(searchBox(page)).toBeFocused()
  await page.keyboard.type('flux dev')
  await expect(cards(page).first()).toContainText('fal-ai/flux/dev')
  await tabTo(page, /^FLUX\.1 \[dev\]$/)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/models/fal-ai/flux/dev')
  await tabTo(page, /^JavaScript$/)
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('tab', { name: 'cURL' })).toBeFocused()
  await tabTo(page, /^Copy code$/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeAttached()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    'https://fal.run/fal-ai/flux/dev',
  )
})

test('the chosen language stays for the next model', async ({ page }) => {
  await page.goto('/models/fal-ai/flux/dev')
  await page.getByRole('tab', { name: 'Python' }).click()
  await page.goto('/models/fal-ai/flux/schnell')
  await expect(page.getByRole('tab', { name: 'Python' })).toHaveAttribute('aria-selected', 'true')
})

test('skipping to the content leaves the open tab as it is', async ({ page }) => {
  await page.goto('/models/fal-ai/flux/dev#output')
  await expect(page.getByRole('tab', { name: /^Output/ })).toHaveAttribute('aria-selected', 'true')
  await tabTo(page, /^Skip to content$/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await expect(page).toHaveURL('/models/fal-ai/flux/dev#output')
})

function documentWith(properties: Record<string, unknown>) {
  return {
    openapi: '3.0.4',
    info: { title: 'A', version: '1' },
    components: { schemas: { Input: { type: 'object', properties } } },
    paths: {
      '/a': {
        post: {
          requestBody: {
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Input' } } },
          },
        },
      },
    },
  }
}
