import { type Page } from '@playwright/test'
import type { ModelsPage } from '#contract/models.ts'
import { axeFindings, cards, expect, shownIds, test } from './fixtures.ts'
import { killWhileMirroring } from './bench/killWhileMirroring.ts'

test('a server that is killed while it mirrors starts again with a whole catalogue', async ({ baseURL }) => {
  test.setTimeout(300_000)
  await killWhileMirroring(`${baseURL}/v1`, 2)
})

test('a live source that fails, or is not whole yet, says so quietly, and no longer than that', async ({
  page,
}) => {
  await page.clock.install({ time: '2026-11-25T12:00:00Z' })
  const as_of = '2026-11-25T11:20:00Z'
  let source: object = { as_of, failing_since: '2026-11-25T11:40:00Z', schemas_to_come: 30 }
  await serveSource(page, () => source)
  await page.goto('/?q=lynx')
  const notice = page.getByRole('status').filter({ hasText: 'fal.example' })
  await expect(notice).toContainText('fal.example gives no news at present: what you see is 40 minutes old.')
  await expect(page.getByText('What 30 models take and return is still being read')).toBeVisible()
  expect(await axeFindings(page)).toEqual([])
  source = { as_of: '2026-11-25T12:00:00Z' }
  await page.clock.runFor(61_000)
  await expect(notice).toBeHidden()
  await expect(page.getByText('still being read')).toBeHidden()
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})

test.describe('with a key of the reader', () => {
  test.use({ expectedErrors: /401/ })

  test('what they favour is shown, and the key lives as long as the page', async ({ page }) => {
    await serveSource(page, () => ({ as_of: '2026-11-25T12:00:00Z' }))
    await page.route(/\/v1\/models\?/, async (route) => {
      const key = await route.request().headerValue('Authorization')
      if (key === 'Key of-nobody') {
        return route.fulfill({ status: 401, json: { error: { type: 'authorization_error', message: 'No' } } })
      }
      const response = await route.fetch()
      const answer: ModelsPage = await response.json()
      const [first] = answer.models
      if (key === 'Key of-a-reader' && first?.metadata) first.metadata.is_favorited = true
      return route.fulfill({ response, json: answer })
    })
    await page.goto('/?q=lynx')
    const star = cards(page).first().getByText('Favourite')
    await expect(cards(page).first()).toBeVisible()
    await expect(star).toBeHidden()

    await page.getByRole('button', { name: 'Menu' }).click()
    const key = page.getByLabel('Your fal key')
    await key.fill('of-nobody')
    await page.keyboard.press('Enter')
    await expect(page.getByText('This key is refused.')).toBeVisible()
    expect(await axeFindings(page)).toEqual([])
    await key.fill('of-a-reader')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Your fal key is in use')).toBeVisible()
    await expect(star).toBeVisible()

    const stored = await page.evaluate(() =>
      JSON.stringify([localStorage, sessionStorage].map((storage) => Object.entries(storage))),
    )
    expect(stored).not.toContain('of-a-reader')
    await page.getByRole('button', { name: 'Forget it' }).click()
    await expect(key).toBeVisible()
    await expect(star).toBeHidden()
    await page.unrouteAll({ behavior: 'ignoreErrors' })
  })
})

test.describe('when the models change while someone scrolls', () => {
  test.use({ expectedErrors: /400/ })

  test('the list says so, and begins again on demand', async ({ page }) => {
    let isChanged = false
    await page.route(/\/v1\/models\?.*cursor=/, (route) => {
      if (isChanged) return route.continue()
      const message = 'cursor: the models have changed since then; begin again, without a cursor'
      return route.fulfill({ status: 400, json: { error: { type: 'validation_error', message } } })
    })
    await page.goto('/')
    const again = page.getByRole('button', { name: 'Try again' })
    await again.scrollIntoViewIfNeeded()
    await expect(page.getByText('the models have changed since then')).toBeVisible()
    const before = await shownIds(page)
    isChanged = true
    await again.click()
    await expect(again).toBeHidden()
    await page.mouse.wheel(0, 20_000)
    await expect.poll(async () => (await shownIds(page)).length).toBeGreaterThan(before.length)
    const after = await shownIds(page)
    expect(after.slice(0, before.length)).toEqual(before)
    expect(new Set(after).size).toBe(after.length)
    await page.unrouteAll({ behavior: 'ignoreErrors' })
  })
})

/** The counts, as a live source tells of itself. */
async function serveSource(page: Page, source: () => object) {
  await page.route(/\/v1\/models\/facets/, async (route) => {
    const response = await route.fetch()
    const answer = await response.json()
    await route.fulfill({
      response,
      json: { ...answer, source: { kind: 'live', name: 'fal.example', ...source() } },
    })
  })
}
