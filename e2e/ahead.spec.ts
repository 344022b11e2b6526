import type { Page } from '@playwright/test'
import { axeFindings, cards, expect, searchBox, test } from './fixtures.ts'

/** Two models of a family, each with a card of its own. */
const LIST = '/?endpoint_id=fal-ai/flux/dev&endpoint_id=fal-ai/flux/schnell'

test('a card that is pointed at changes nothing that one sees, hears, reaches or keeps', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url())
    if (pathname.startsWith('/v1/')) asked.push(`${pathname}${search}`)
  })
  await page.goto('/?endpoint_id=fal-ai/flux/dev')
  await expect(cards(page)).toHaveCount(1)
  const title = await page.title()
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.waitForLoadState('networkidle')
  asked.length = 0

  await pointAt(page, 'fal-ai/flux/dev')
  await expect(page).toHaveTitle(title)
  await expect(page).toHaveURL('/?endpoint_id=fal-ai/flux/dev')
  await expect(page.getByRole('main')).toHaveCount(1)
  await expect(page.getByRole('tab')).toHaveCount(0)
  expect(await namesHeard(page)).not.toContain('Schema')
  expect(await page.evaluate(() => Reflect.get(window, 'find').call(window, 'Paste JSON'))).toBe(false)
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(height)
  expect(await axeFindings(page)).toEqual([])
  // Its document is all that is asked for.
  expect(asked).toEqual(['/v1/models?endpoint_id=fal-ai%2Fflux%2Fdev&expand=openapi-3.0'])

  // Keys mean what is shown.
  await page.mouse.move(0, 0)
  for (const key of ['s', 'c', 'y']) await page.keyboard.press(key)
  const kept = await page.evaluate(() => Object.keys(localStorage))
  expect(kept.filter((name) => ['favourites', 'compared', 'recent'].includes(name))).toEqual([])
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('[data-ahead]') ?? null)).toBeNull()
  }
})

test('a card that was pointed at opens as it was drawn, and is then a page like any other', async ({
  page,
}) => {
  await page.goto(LIST)
  await pointAt(page, 'fal-ai/flux/dev')
  const prompt = await page.locator('[id="input.prompt"]').elementHandle()
  await card(page, 'fal-ai/flux/dev').click()
  await expect(page).toHaveURL('/models/fal-ai/flux/dev')
  await expect(page).toHaveTitle('FLUX.1 [dev] · Model browser')
  await expect(page.getByRole('main')).toBeFocused()
  await expect(page.locator('[id="input.prompt"]')).toBeVisible()
  expect(await prompt?.evaluate((row) => row === document.getElementById('input.prompt'))).toBe(true)
  await expect(page.locator('[data-ahead]')).toHaveCount(0)
  expect(await page.evaluate(() => localStorage.getItem('recent'))).toContain('fal-ai/flux/dev')
  await expect(page.getByRole('heading', { name: 'Same family' })).toBeVisible()
  await expect(page.getByRole('tab', { name: /^History/ })).toBeVisible()
  expect(await axeFindings(page)).toEqual([])

  await page.evaluate(() => location.assign('#input.seed'))
  await expect(page.locator('[id="input.seed"]')).toBeFocused()
  await page.getByRole('tab', { name: /^Output/ }).click()
  await expect(page).toHaveURL('/models/fal-ai/flux/dev#output')
  await page.goBack()
  await expect(page).toHaveURL('/models/fal-ai/flux/dev')
  await page.getByRole('link', { name: 'Models', exact: true }).click()
  await expect(page).toHaveURL(LIST)
  await expect(card(page, 'fal-ai/flux/dev')).toBeFocused()
})

test('the focus draws ahead too, and what was done on a page is over when it is left', async ({ page }) => {
  await page.goto(LIST)
  const link = card(page, 'fal-ai/flux/dev')
  const requiredOnly = page.getByRole('button', { name: 'Required only' })
  await link.focus()
  await expect(drawnAhead(page, 'fal-ai/flux/dev')).toBeAttached()
  await page.keyboard.press('Enter')
  await requiredOnly.click()
  await expect(requiredOnly).toHaveAttribute('aria-pressed', 'true')

  await page.goBack()
  await expect(link).toBeFocused()
  await expect(drawnAhead(page, 'fal-ai/flux/dev')).toBeAttached()
  await page.keyboard.press('Enter')
  await expect(requiredOnly).toHaveAttribute('aria-pressed', 'false')
})

test('one page is drawn ahead at a time, and none for another list', async ({ page }) => {
  await page.goto(LIST)
  await pointAt(page, 'fal-ai/flux/dev')
  await pointAt(page, 'fal-ai/flux/schnell')
  await expect(page.locator('[data-ahead]')).toHaveCount(1)
  await searchBox(page).fill('whisper')
  await expect(page).toHaveURL(/&q=whisper$/)
  await expect(page.locator('[data-ahead]')).toHaveCount(0)
})

function card(page: Page, id: string) {
  return page.locator(`[data-place="${id}"]`).getByRole('heading').getByRole('link')
}

function drawnAhead(page: Page, id: string) {
  return page.locator('[data-ahead]', { hasText: id }).locator('[id="input.prompt"]')
}

/** Rests on a card until its model's page is drawn. */
async function pointAt(page: Page, id: string) {
  await card(page, id).hover()
  await expect(drawnAhead(page, id)).toBeAttached()
}

/** What the browser tells a screen reader that there is. */
async function namesHeard(page: Page): Promise<unknown[]> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  return nodes.filter(({ ignored }) => !ignored).map(({ name }) => name?.value)
}
