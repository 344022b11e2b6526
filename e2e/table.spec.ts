import type { Page } from '@playwright/test'
import { axeFindings, expect, findModels, searchBox, shownTotal, test } from './fixtures.ts'

const rows = (page: Page) => page.locator('tbody tr')
const head = (page: Page, name: string) => page.getByRole('columnheader', { name, exact: true })
const rowIds = (page: Page) => rows(page).evaluateAll((all) => all.map((row) => row.dataset['place'] ?? ''))
const view = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'View' }).getByRole('link', { name })

test('the table is a link away and back, and in the address', async ({ page }) => {
  await page.goto('/?category=text-to-video')
  await view(page, 'Table').click()
  await expect(page).toHaveURL('/?category=text-to-video&view=table')
  await expect(page.getByRole('table')).toBeVisible()
  const { models } = await findModels(page, 'category=text-to-video&limit=100')
  await expect
    .poll(async () => (await rowIds(page)).slice(0, 100))
    .toEqual(models.map(({ endpoint_id }) => endpoint_id))
  await expect(head(page, 'Takes')).toBeVisible()
  await expect.poll(() => shownTotal(page)).toBeGreaterThan(100)
  const total = await shownTotal(page)
  await expect(page.getByRole('table')).toHaveAttribute('aria-rowcount', String(total + 1))
  await rows(page).nth(2).getByRole('link').click()
  await expect(page).toHaveURL(`/models/${models[2]?.endpoint_id}`)
  await page.goBack()
  await expect(rows(page).nth(2).getByRole('link')).toBeFocused()
  await view(page, 'Cards').click()
  await expect(page.getByRole('feed')).toBeVisible()
})

test('a head sorts the whole result, then the other way round, then not at all', async ({ page }) => {
  await page.goto('/?view=table&provider=bria')
  await expect(rows(page).first()).toBeVisible()
  const unsorted = await rowIds(page)
  for (const { name, sort, direction } of [
    { name: 'Name', sort: 'name', direction: 'ascending' },
    { name: 'Inputs', sort: 'inputs', direction: 'ascending' },
    { name: 'Updated', sort: 'updated', direction: 'descending' },
  ]) {
    await head(page, name).getByRole('button').click()
    await expect(page).toHaveURL(`/?provider=bria&sort=${sort}&view=table`)
    await expect(head(page, name)).toHaveAttribute('aria-sort', direction)
    const { models } = await findModels(page, `provider=bria&sort=${sort}&limit=100`)
    await expect.poll(() => rowIds(page)).toEqual(models.map(({ endpoint_id }) => endpoint_id))
  }
  await expect(page.locator('[aria-sort]')).toHaveCount(1)
  await head(page, 'Updated').getByRole('button').click()
  await expect(page).toHaveURL('/?provider=bria&sort=-updated&view=table')
  await expect(head(page, 'Updated')).toHaveAttribute('aria-sort', 'ascending')
  await head(page, 'Updated').getByRole('button').click()
  await expect(page).toHaveURL('/?provider=bria&view=table')
  await expect.poll(() => rowIds(page)).toEqual(unsorted)
})

test('numbers and dates stand in the order that the heads say', async ({ page }) => {
  await page.goto('/?view=table&category=text-to-speech&sort=-inputs')
  await expect(head(page, 'Inputs')).toHaveAttribute('aria-sort', 'descending')
  const inputs = await rows(page).evaluateAll((all) =>
    all.map((row) => Number.parseInt(row.querySelectorAll('td')[3]?.textContent ?? '', 10)),
  )
  expect(inputs.length).toBeGreaterThan(20)
  expect(inputs).toEqual(inputs.toSorted((a, b) => b - a))
})

test('it grows to the end as one scrolls, each model once', async ({ page }) => {
  await page.goto('/?view=table&category=image-to-image')
  await expect.poll(() => shownTotal(page)).toBeGreaterThan(200)
  const total = await shownTotal(page)
  await expect(async () => {
    await page.mouse.wheel(0, 6000)
    await expect(page.getByText(`That is all: ${total} models.`)).toBeInViewport({ timeout: 100 })
  }).toPass()
  const ids = await rowIds(page)
  expect(new Set(ids).size).toBe(total)
})

test('arrows go up and down the rows, and load on', async ({ page }) => {
  await page.goto('/?view=table')
  await rows(page).nth(98).getByRole('link').focus()
  await page.keyboard.press('ArrowDown')
  await expect(rows(page).nth(99).getByRole('link')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(rows(page).nth(100).getByRole('link')).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowRight')
  await expect(rows(page).nth(99).getByRole('link')).toBeFocused()
})

test('c puts the model in focus into the comparison, and takes it out again', async ({ page }) => {
  await page.goto('/?view=table')
  const row = rows(page).nth(3)
  await row.getByRole('link').focus()
  await expect(row.getByRole('button', { name: /^Compare / })).toHaveAttribute('aria-pressed', 'false')
  await page.keyboard.press('c')
  await expect(row.getByRole('button', { name: /^Compare / })).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('c')
  await expect(row.getByRole('button', { name: /^Compare / })).toHaveAttribute('aria-pressed', 'false')
})

test('what has the focus is not covered by the head, however one comes to it', async ({ page }) => {
  await page.goto('/?view=table')
  await expect(rows(page).nth(99)).toBeAttached()
  await rows(page).nth(90).getByRole('link').focus()
  for (let press = 0; press < 40; press++) {
    await page.keyboard.press('Shift+Tab')
    const { id, isCovered } = await page.evaluate(() => {
      const focused = document.activeElement
      const { left = 0, top = 0, bottom = 0 } = focused?.getClientRects()[0] ?? {}
      const isSeen = (y: number) => focused?.contains(document.elementFromPoint(left + 3, y)) === true
      return {
        id: focused?.closest('[data-place]')?.getAttribute('data-place'),
        isCovered: !isSeen(top + 3) || !isSeen(bottom - 3),
      }
    })
    expect({ id, isCovered }).toEqual({ id: expect.any(String), isCovered: false })
  }
})

test('arrows on a head load nothing', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('automatic loading', 'off'))
  // What is asked for never comes, so that the button would go on saying so.
  await page.route(/cursor=/, () => undefined)
  await page.goto('/?view=table')
  const more = page.getByRole('button', { name: /^Load/ })
  await expect(more).toHaveText(/^Load more/)
  await head(page, 'Name').getByRole('button').focus()
  await page.keyboard.press('ArrowDown')
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
  await expect(more).toHaveText(/^Load more/)
  await rows(page).last().getByRole('link').focus()
  await page.keyboard.press('ArrowDown')
  await expect(more).toHaveText('Loading more…')
})

test.describe('elsewhere', () => {
  test.use({ expectedErrors: /404/ })

  test('a server without our extensions gets a table of what it knows, and no heads to press', async ({
    page,
  }) => {
    await page.route(/\/v1\/models\/facets/, (route) =>
      route.fulfill({ status: 404, json: { error: { type: 'not_found', message: 'no' } } }),
    )
    await page.route(/\/v1\/models\?/, async (route) => {
      const url = new URL(route.request().url())
      url.searchParams.delete('include')
      url.searchParams.delete('fold')
      await route.continue({ url: url.href })
    })
    await page.goto('/?view=table')
    await expect(rows(page).first()).toBeVisible()
    await expect(page.getByRole('columnheader')).toHaveText(['Name', 'Id', 'Updated', 'Status'])
    await expect(page.getByRole('columnheader').getByRole('button')).toHaveCount(0)
  })
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 320]) {
    test.describe(`${colorScheme}, ${width} px wide`, () => {
      test.use({ colorScheme, viewport: { width, height: 800 } })

      test('the table: axe finds nothing, and the page is no wider than the screen', async ({ page }) => {
        await page.goto('/?view=table&q=flux&sort=-updated')
        await expect(rows(page).first()).toBeVisible()
        await expect(searchBox(page)).toHaveValue('flux')
        expect(await axeFindings(page)).toEqual([])
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        expect(overflow).toBeLessThanOrEqual(0)
      })
    })
  }
}

test('on a phone it scrolls sideways by itself, and the names stay', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 800 },
    isMobile: true,
    hasTouch: true,
  })
  const page = await context.newPage()
  await page.goto(`${baseURL}/?view=table`)
  const region = page.getByRole('region', { name: 'Table of models' })
  await expect(rows(page).first()).toBeVisible()
  await region.evaluate((element) => element.scrollTo(2000, 0))
  await expect(head(page, 'Status')).toBeInViewport()
  await expect(rows(page).first().getByRole('link')).toBeInViewport({ ratio: 1 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await context.close()
})
