import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { axeFindings, cards, expect, findModels, searchBox, shownIds, shownTotal, test } from './fixtures.ts'

const card = (page: Page, id: string) => page.locator(`article[data-place="${id}"]`)
const saveButton = (page: Page, id: string) => card(page, id).getByRole('button', { name: /^Save / })
const savedLink = (page: Page) => page.getByRole('banner').getByRole('link', { name: /^Saved models/ })

test('a model is saved on its card and on its page, and found again after a reload', async ({ page }) => {
  await page.goto('/?variants=apart&category=text-to-video')
  const [first = '', second = ''] = await idsOnceThere(page)
  await card(page, first).hover()
  await saveButton(page, first).click()
  await expect(saveButton(page, first)).toHaveAttribute('aria-pressed', 'true')
  await card(page, second).getByRole('link').first().click()
  // Until then the list stands, with such buttons of its own.
  await expect(page.getByRole('tab', { name: /^Input/ })).toBeVisible()
  await page
    .getByRole('main')
    .getByRole('button', { name: /^Save (?!code)/ })
    .click()
  await expect(savedLink(page)).toHaveAccessibleName('Saved models: 2')

  await page.reload()
  await savedLink(page).click()
  await expect(page).toHaveURL('/?mine=favourites')
  await expect(page).toHaveTitle('Favourite models · Model browser')
  await expect.poll(() => shownIds(page)).toEqual([second, first])
  await page.goto('/?mine=favourites&category=text-to-image')
  await expect(page.getByRole('main')).toContainText('No favourite text to image model')
})

test('the key s saves the card in focus, and takes it out again', async ({ page }) => {
  await page.goto('/?variants=apart')
  const [first = ''] = await idsOnceThere(page)
  await card(page, first).getByRole('link').first().focus()
  const star = saveButton(page, first).locator('svg')
  await page.keyboard.press('s')
  await expect(saveButton(page, first)).toHaveAttribute('aria-pressed', 'true')
  await expect(star).not.toHaveCSS('fill', 'none')
  await page.keyboard.press('s')
  await expect(saveButton(page, first)).toHaveAttribute('aria-pressed', 'false')
  await expect(star).toHaveCSS('fill', 'none')
})

test('opened models are listed, the latest first', async ({ page }) => {
  const opened = ['fal-ai/flux/dev', 'fal-ai/flux/schnell']
  for (const id of opened) {
    await page.goto(`/models/${id}`)
    // The app's own, which notes what is opened: the rest was there before it.
    await expect(page.getByRole('region', { name: 'Code' })).toBeVisible()
  }
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('link', { name: 'Recently opened' }).click()
  await expect(page).toHaveURL('/?mine=recent')
  await expect.poll(() => shownIds(page)).toEqual(opened.toReversed())
})

test('in the list of saved models nothing is asked for but these', async ({ page }) => {
  await page.goto('/?variants=apart')
  const [first = ''] = await idsOnceThere(page)
  await card(page, first).hover()
  await saveButton(page, first).click()
  await savedLink(page).click()
  await expect.poll(() => shownIds(page)).toEqual([first])
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url())
    if (pathname === '/v1/models') asked.push(searchParams.getAll('endpoint_id').join())
  })
  await searchBox(page).fill('qqqq')
  await expect(page.getByRole('main')).toContainText('No favourite model matches')
  expect(asked).toEqual([first])
})

test('a list of opened models is the same after one of them was opened again', async ({ page }) => {
  const opened = ['fal-ai/flux/dev', 'fal-ai/flux/schnell', 'fal-ai/flux-pro/kontext']
  for (const id of opened) {
    await page.goto(`/models/${id}`)
    // The app's own, which notes what is opened: the rest was there before it.
    await expect(page.getByRole('region', { name: 'Code' })).toBeVisible()
  }
  await page.goto('/?mine=recent')
  const link = card(page, 'fal-ai/flux/dev').getByRole('heading').getByRole('link')
  await expect.poll(() => shownIds(page)).toEqual(opened.toReversed())
  await link.focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/models/fal-ai/flux/dev')
  await expect(page.getByRole('tab', { name: /^Input/ })).toBeVisible()
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  await page.goBack()
  await expect(link).toBeFocused()
  expect(await shownIds(page)).toEqual(opened.toReversed())
  // Its page may still be asking for more about the model itself.
  expect(requests.filter((url) => url.includes('schnell') || url.includes('/facets'))).toEqual([])
})

test('a model taken out of the saved ones stays in sight until the list is left', async ({ page }) => {
  await page.goto('/')
  await saveAll(page, ['fal-ai/flux/dev', 'fal-ai/flux/schnell'])
  await page.goto('/?mine=favourites')
  await card(page, 'fal-ai/flux/dev').getByRole('heading').getByRole('link').focus()
  const button = saveButton(page, 'fal-ai/flux/dev')
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(savedLink(page)).toHaveAccessibleName('Saved models: 1')
  await expect(button).toBeFocused()
  await expect(cards(page)).toHaveCount(2)
  await page.reload()
  await expect(cards(page)).toHaveCount(1)
})

test('a link to hundreds of models opens', async ({ page }) => {
  const pages = await Promise.all(
    ['', '&cursor=Mg', '&cursor=Mw', '&cursor=NA'].map((cursor) => findModels(page, `limit=100${cursor}`)),
  )
  const ids = pages.flatMap(({ models }) => models.map(({ endpoint_id }) => endpoint_id))
  expect(new Set(ids).size).toBe(400)
  await page.goto(`/?${new URLSearchParams(ids.map((id) => ['endpoint_id', id]))}`)
  await expect(page.getByRole('main')).toContainText('A shortlist of 400 models')
  await expect.poll(() => shownTotal(page)).toBe(400)
})

test('what is new or changed since the last visit is a filter', async ({ page }) => {
  await page.goto('/')
  await keep(page, 'visits', JSON.stringify({ seen: '2026-01-01T00:00:00.000Z', lastAt: 0 }))
  await page.evaluate(() => sessionStorage.clear())
  await page.goto('/?q=flux')
  await expect(cards(page).first()).toBeVisible()
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('link', { name: 'New or changed since your last visit' }).click()
  await expect(page).toHaveURL('/?mine=changed')
  const answer = await page.request.get('/v1/models/facets?updated_since=2026-01-01T00:00:00.000Z')
  const { total } = await answer.json()
  await expect.poll(() => shownTotal(page)).toBe(total)
})

test('a shared shortlist opens in a browser that has saved nothing, and can be saved there', async ({
  page,
  context,
  browser,
  baseURL,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  // More than the endpoint takes at once.
  const { models } = await findModels(page, 'limit=60')
  const ids = models.map(({ endpoint_id }) => endpoint_id)
  await page.goto('/')
  await saveAll(page, ids)
  await page.goto('/?mine=favourites')
  await expect.poll(() => shownTotal(page)).toBe(60)
  // The address itself would show others what they have saved.
  await page.getByRole('button', { name: /^Share/ }).click()
  const shared = await page.evaluate(() => navigator.clipboard.readText())
  await page.getByRole('button', { name: 'Copy as a link' }).click()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(shared).toBe(link)

  const other = await browser.newContext()
  const elsewhere = await other.newPage()
  await elsewhere.goto(link.replace(/^https?:\/\/[^/]+/, baseURL ?? ''))
  await expect.poll(() => shownTotal(elsewhere)).toBe(60)
  await expect(elsewhere.getByRole('main')).toContainText('A shortlist of 60 models.')
  await elsewhere.getByRole('button', { name: 'Save all' }).click()
  await expect(savedLink(elsewhere)).toHaveAccessibleName('Saved models: 60')
  await expect(elsewhere.getByRole('button', { name: 'All saved' })).toBeDisabled()
  await other.close()
})

test('a file takes the favourites from one browser to another, and says what it did', async ({ page }) => {
  await page.goto('/')
  await saveAll(page, ['fal-ai/flux/dev', 'fal-ai/flux/schnell'])
  await page.goto('/?mine=favourites')
  await expect.poll(() => shownIds(page)).toHaveLength(2)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export as a file' }).click()
  const text = await readFile(await (await download).path(), 'utf8')

  await saveAll(page, ['fal-ai/flux/dev'])
  await page.reload()
  const load = (name: string, content: string) =>
    page
      .getByLabel('File of favourites')
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) })
  await load('favourites.json', text)
  await expect(page.getByRole('main')).toContainText('1 model added, 1 saved already.')
  await expect
    .poll(async () => (await shownIds(page)).toSorted())
    .toEqual(['fal-ai/flux/dev', 'fal-ai/flux/schnell'])
  await load('holiday.json', '{"photos": 3}')
  await expect(page.getByRole('main')).toContainText('holiday.json: Expected a file of favourites')
})

test('a saved model that is gone is shown as gone, and can be removed', async ({ page }) => {
  await page.goto('/')
  await saveAll(page, ['fal-ai/flux/dev', 'acme/gone'])
  await page.goto('/?mine=favourites')
  await expect(cards(page)).toHaveCount(1)
  await page.getByRole('button', { name: 'Remove acme/gone' }).click()
  await expect(savedLink(page)).toHaveAccessibleName('Saved models: 1')
  await expect(page.getByText('acme/gone')).toHaveCount(0)
})

test('damaged favourites are set aside with a notice, and can be had back', async ({ page }) => {
  await page.goto('/')
  await keep(page, 'favourites', '{"format":1,"models":[{"endpoint_id":')
  await page.reload()
  await expect(page.getByRole('main')).toContainText('could not be read')
  await keep(page, 'favourites', 'damaged again')
  await page.reload()
  await expect(page.getByRole('main')).toContainText('The list of your saved models could not be read')
  await expect(cards(page).first()).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download what was there' }).click()
  expect(await readFile(await (await download).path(), 'utf8')).toBe(
    '{"format":1,"models":[{"endpoint_id":\ndamaged again',
  )
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Discard it' }).click()
  await page.reload()
  await expect(cards(page).first()).toBeVisible()
  await expect(page.getByText('could not be read')).toHaveCount(0)
})

test('a damaged note of the last visit is set aside with a notice, too', async ({ page }) => {
  await page.goto('/')
  await expect(cards(page).first()).toBeVisible()
  await keep(page, 'visits', '{"seen":')
  await page.reload()
  await expect(page.getByRole('main')).toContainText('The note of your last visit could not be read')
  await page.getByRole('button', { name: 'Discard it' }).click()
  await page.reload()
  await expect(cards(page).first()).toBeVisible()
  await expect(page.getByText('could not be read')).toHaveCount(0)
})

test('two tabs stay in step', async ({ page, context }) => {
  await page.goto('/?variants=apart')
  const [first = ''] = await idsOnceThere(page)
  const other = await context.newPage()
  await other.goto('/')
  await expect(cards(other).first()).toBeVisible()
  await card(page, first).getByRole('link').first().focus()
  await page.keyboard.press('s')
  await expect(savedLink(other)).toHaveAccessibleName('Saved models: 1')
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 320]) {
    test.describe(`${colorScheme}, ${width} px wide`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } })

      test('saved models: axe finds nothing, and nothing is cut off', async ({ page }) => {
        await page.goto('/')
        await saveAll(page, ['fal-ai/flux/dev', 'acme/gone'])
        for (const path of ['/?mine=favourites', '/?mine=recent', '/?endpoint_id=fal-ai/flux/dev']) {
          await page.goto(path)
          await page.waitForLoadState('networkidle')
          expect(await axeFindings(page), path).toEqual([])
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
          expect(overflow, path).toBeLessThanOrEqual(0)
        }
      })
    })
  }
}

test.describe('gone', () => {
  test.use({ expectedErrors: /404/ })

  test('a link to models of which none exists any more is an empty list, not a failure', async ({ page }) => {
    await page.goto('/?endpoint_id=gone/one&endpoint_id=gone/two')
    await expect(page.getByRole('main')).toContainText('0 models')
    await expect(page.getByRole('alert')).toHaveCount(0)
    await expect(cards(page)).toHaveCount(0)
  })
})

async function idsOnceThere(page: Page): Promise<string[]> {
  await expect(cards(page).first()).toBeVisible()
  return shownIds(page)
}

async function saveAll(page: Page, ids: string[]) {
  const models = ids.map((endpoint_id) => ({ endpoint_id, at: '2026-04-22T00:00:00.000Z' }))
  await keep(page, 'favourites', JSON.stringify({ format: 1, models }))
}

async function keep(page: Page, name: string, text: string) {
  await page.evaluate(([key = '', value = '']) => localStorage.setItem(key, value), [name, text])
}
