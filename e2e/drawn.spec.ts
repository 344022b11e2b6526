import type { Page, Route } from '@playwright/test'
import { expect, findModels, searchBox, test } from './fixtures.ts'

const FLUX = '/models/fal-ai/flux/dev'

// That what was drawn is what the app draws, every journey proves: React would log an error.

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    test.describe(`${colorScheme}, ${width} px wide`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } })

      for (const path of [FLUX, '/models/fal-ai/heygen/avatar3/digital-twin', '/models/fal-ai/flux-lora']) {
        test(`${path} is taken over as it was drawn, and works`, async ({ page }) => {
          const asked: string[] = []
          page.on('request', (request) => asked.push(request.url()))
          await page.goto(path)
          await page.getByRole('tab', { name: /^Output/ }).click()
          await expect(page).toHaveURL(`${path}#output`)
          await expect(page.locator('li[id^="output."]').first()).toBeVisible()
          await expect(page.getByRole('region', { name: 'Code' })).toBeVisible()
          expect(asked.filter((url) => url.includes('expand='))).toEqual([])
        })
      }
    })
  }
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a model’s page says what it takes, in the colours and places it has', async ({ page }) => {
    await page.goto(`${FLUX}#input.acceleration`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('FLUX.1 [dev]')
    await expect(page.getByText('The prompt to generate an image from')).toBeVisible()
    await expect(page.locator('[id="input.acceleration"]')).toBeInViewport()
  })
})

test('a link to a property leads there before the app does, which then stays and lights it', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const heights: number[] = []
    Object.assign(window, { heights })
    addEventListener('scroll', () => heights.push(Math.round(scrollY)))
  })
  await page.goto(`${FLUX}#input.acceleration`)
  const property = page.locator('[id="input.acceleration"]')
  await expect(property).toHaveAttribute('data-lit')
  await expect(property).toBeFocused()
  await expect(property).toBeInViewport()
  expect(new Set(await page.evaluate(() => Reflect.get(window, 'heights'))).size).toBe(1)
})

test('a link to what is folded, or on another tab, opens it', async ({ page }) => {
  await page.goto('/models/fal-ai/flux-lora#input.loras.items.scale')
  const scale = page.locator('[id="input.loras.items.scale"]')
  await expect(scale).toBeFocused()
  await expect(scale).toBeInViewport()
  await page.goto(`${FLUX}#queue`)
  await expect(page.getByRole('tab', { name: /^Queue/ })).toHaveAttribute('aria-selected', 'true')
  await page.goto(`${FLUX}#output.images`)
  await expect(page.locator('[id="output.images"]')).toBeFocused()
})

test('what this reader keeps is there, though the server knows nothing of it', async ({ page }) => {
  await page.goto('/models/fal-ai/flux-lora')
  await page.getByRole('button', { name: 'Save FLUX.1 LoRA' }).click()
  await page.getByRole('button', { name: 'Required first' }).click()
  await page.getByRole('button', { name: /^Compare / }).click()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Save FLUX.1 LoRA' })).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByRole('link', { name: 'Saved models: 1' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Required first' })).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByRole('complementary', { name: 'To compare' })).toContainText('flux-lora')
})

test('who comes back by reload is where they were, and the way back leads to their list', async ({
  page,
}) => {
  await page.goto('/?q=flux+dev')
  await page.locator('[data-place="fal-ai/flux/dev"]').getByRole('heading').getByRole('link').click()
  await expect(page.locator('[id="input.acceleration"]')).toBeVisible()
  await page.evaluate(() => window.scrollTo(0, 600))
  await page.waitForTimeout(500)
  await page.reload()
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(600)
  await page.getByRole('link', { name: 'Models', exact: true }).click()
  await expect(page).toHaveURL('/?q=flux+dev')
})

test.describe('before the app hears it', () => {
  test('what is pressed is done once it does', async ({ page }) => {
    const letAppCome = await holdApp(page)
    await page.goto(FLUX)
    await page.getByRole('tab', { name: /^Output/ }).click()
    await page.keyboard.press('?')
    await letAppCome()
    await expect(page).toHaveURL(`${FLUX}#output`)
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  })

  test('the menu that is opened comes with what is in it', async ({ page }) => {
    const letAppCome = await holdApp(page)
    await page.goto(FLUX)
    await page.getByRole('button', { name: 'Menu' }).click()
    await letAppCome()
    await expect(page.locator('#menu').getByRole('link').first()).toBeVisible()
  })

  test('what is typed stays, and Enter searches for it', async ({ page }) => {
    const letAppCome = await holdApp(page)
    await page.goto(FLUX)
    await searchBox(page).pressSequentially('kling')
    await letAppCome()
    await expect(page.getByRole('tab', { name: /^Output/ })).toBeVisible()
    await expect.poll(() => page.evaluate(() => history.scrollRestoration)).toBe('manual')
    await expect(searchBox(page)).toHaveValue('kling')
    await searchBox(page).press('Enter')
    await expect(page).toHaveURL('/?q=kling')
  })

  test('a search that is sent is made', async ({ page }) => {
    const letAppCome = await holdApp(page)
    await page.goto(FLUX)
    await searchBox(page).pressSequentially('kling')
    await page.keyboard.press('Enter')
    await letAppCome()
    await expect(page).toHaveURL('/?q=kling')
    await expect(searchBox(page)).toHaveValue('kling')
  })

  test('keys that follow one that moves the focus are typed, not taken for others', async ({ page }) => {
    const letAppCome = await holdApp(page)
    await page.goto(FLUX)
    await page.keyboard.press('/')
    await page.keyboard.press('f')
    await letAppCome()
    await expect(searchBox(page)).toBeFocused()
    await expect(page.getByRole('link', { name: 'Saved models: 0' })).toBeVisible()
  })
})

/** Keeps the app from the page until the function it gives is called. */
async function holdApp(page: Page) {
  const held: Route[] = []
  let isHeld = true
  await page.route('**/assets/*.js', (route) => (isHeld ? void held.push(route) : route.continue()))
  return async () => {
    isHeld = false
    for (const route of held) await route.continue()
  }
}

test('a deprecated model says so, and leads to what takes its place', async ({ page }) => {
  const { models } = await findModels(page, 'status=deprecated&limit=1')
  await page.goto(`/models/${models[0]?.endpoint_id}`)
  await expect(page.getByRole('heading', { name: /^Deprecated since/ })).toBeVisible()
})

test('a page that the server did not draw is drawn by the app', async ({ page }) => {
  await page.route(
    '**/models/**',
    async (route) => {
      const response = await route.fetch()
      expect(response.status()).toBe(200)
      await route.fulfill({
        response,
        body: (await response.text()).replace(/<script type="application.*?<\/script>/s, ''),
      })
    },
    { times: 1 },
  )
  await page.goto(`${FLUX}#input.acceleration`)
  await expect(page.locator('[id="input.acceleration"]')).toBeFocused()
})
