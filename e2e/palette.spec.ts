import type { Page } from '@playwright/test'
import { axeFindings, cards, expect, searchBox, test } from './fixtures.ts'

const palette = (page: Page) => page.getByRole('dialog', { name: 'Go to a model, category or action' })
const box = (page: Page) => page.getByRole('combobox', { name: 'Model, category or action' })
const options = (page: Page) => palette(page).getByRole('option')
const chosen = (page: Page) => palette(page).getByRole('option', { selected: true })

/** Once the page is there to hear the keys, and nothing lies above it. */
async function openPalette(page: Page) {
  await expect(searchBox(page)).toBeVisible()
  await expect(palette(page)).toBeHidden()
  await page.keyboard.press('Control+k')
}

test('any model is a few letters away, from any screen', async ({ page }) => {
  await page.goto('/models/fal-ai/flux-lora')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(box(page)).toBeFocused()
  await page.keyboard.type('wizper')
  await expect(chosen(page)).toContainText('fal-ai/wizper')
  await expect(box(page)).toHaveAttribute(
    'aria-activedescendant',
    (await chosen(page).getAttribute('id')) ?? '',
  )
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/models/fal-ai/wizper')
  await expect(palette(page)).toBeHidden()
  await expect(page.getByRole('main')).toBeFocused()
  await page.goBack()
  await expect(page).toHaveURL('/models/fal-ai/flux-lora')
})

test('arrows choose, around the ends, and what is chosen stays in view', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Go to' }).click()
  await expect(options(page).first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowUp')
  await expect(options(page).last()).toHaveAttribute('aria-selected', 'true')
  await expect(options(page).last()).toBeInViewport()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(options(page).nth(1)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('PageDown')
  await expect(options(page).nth(9)).toHaveAttribute('aria-selected', 'true')
  await expect(box(page)).toBeFocused()
})

test('a category opens, and an action acts', async ({ page }) => {
  await page.goto('/?q=flux&status=active')
  await openPalette(page)
  await box(page).fill('text to video')
  await expect(chosen(page)).toContainText('Text to video')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/?category=text-to-video')
  await openPalette(page)
  await box(page).fill('clear all')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/')
  await openPalette(page)
  await box(page).fill('dark')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await openPalette(page)
  await box(page).fill('shortcuts')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
})

test('Enter goes there also when it comes before the list', async ({ page }) => {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  for (const path of ['**/v1/models/names*', '**/v1/models/facets*']) {
    await page.route(path, async (route) => {
      await held
      await route.continue()
    })
  }
  await page.goto('/')
  await openPalette(page)
  await box(page).fill('text to video')
  await expect(options(page)).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(palette(page)).toBeVisible()
  letGo()
  await expect(page).toHaveURL('/?category=text-to-video')
  await expect(palette(page)).toBeHidden()
})

test('the menu knows what the palette chose', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Menu' }).click()
  await expect(page.getByRole('radio', { name: 'system' })).toBeChecked()
  await page.keyboard.press('Control+k')
  await box(page).fill('dark')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Menu' }).click()
  await expect(page.getByRole('radio', { name: 'dark' })).toBeChecked()
})

test('a link is copied, and said to be', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/?category=vision')
  await openPalette(page)
  await box(page).fill('copy link')
  await page.keyboard.press('Enter')
  await expect(palette(page).getByText('Link copied')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url())
})

test('Escape, Ctrl+K behind it and a press beside it leave everything as it was', async ({ page }) => {
  await page.goto('/')
  const link = cards(page).nth(2).getByRole('heading').getByRole('link')
  await link.focus()
  await page.keyboard.press('Control+k')
  await box(page).fill('zzzzqqqq')
  await expect(palette(page).getByText('Nothing is called “zzzzqqqq”')).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(box(page)).toHaveValue('zzzzqqqq')
  await page.keyboard.press('Escape')
  await expect(palette(page)).toBeHidden()
  await expect(link).toBeFocused()
  await page.keyboard.press('Control+k')
  await expect(box(page)).toHaveValue('')
  await page.mouse.click(5, 600)
  await expect(palette(page)).toBeHidden()
  await expect(page).toHaveURL('/')
})

test('from the search box too, which keeps its text', async ({ page }) => {
  await page.goto('/')
  await searchBox(page).fill('flux')
  await page.keyboard.press('Control+k')
  await expect(box(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(searchBox(page)).toBeFocused()
  await expect(searchBox(page)).toHaveValue('flux')
})

test.describe('elsewhere', () => {
  test.use({ expectedErrors: /404/ })

  test('a server that lists no names is searched', async ({ page }) => {
    await page.route(/\/v1\/models\/names/, (route) =>
      route.fulfill({ status: 404, json: { error: { type: 'not_found', message: 'no' } } }),
    )
    await page.goto('/')
    await openPalette(page)
    await box(page).fill('wizper')
    await expect(chosen(page)).toContainText('fal-ai/wizper')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL('/models/fal-ai/wizper')
  })
})

test('with the names at hand, no letter costs a request', async ({ page }) => {
  await page.goto('/')
  await openPalette(page)
  await box(page).fill('flux')
  await expect(chosen(page)).toContainText('flux')
  await page.waitForLoadState('networkidle')
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await box(page).pressSequentially(' kontext')
  await expect(chosen(page)).toContainText('kontext')
  expect(asked.filter((url) => url.includes('/v1/models'))).toEqual([])
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 320]) {
    test.describe(`${colorScheme}, ${width} px wide`, () => {
      test.use({ colorScheme, viewport: { width, height: 700 } })

      test('axe finds nothing, with and without words', async ({ page }) => {
        await page.goto('/')
        await openPalette(page)
        await expect(options(page).first()).toBeVisible()
        expect(await axeFindings(page)).toEqual([])
        await box(page).fill('flux kon')
        await expect(chosen(page)).toContainText('kontext')
        expect(await axeFindings(page)).toEqual([])
        await box(page).fill('zzzzqqqq')
        await expect(options(page)).toHaveCount(0)
        expect(await axeFindings(page)).toEqual([])
      })
    })
  }
}
