import { readFile } from 'node:fs/promises'
import type { Download, Page } from '@playwright/test'
import type { ModelsPage } from '#contract/models.ts'
import { axeFindings, cards, expect, findModels, test } from './fixtures.ts'

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Export this list' })
const requestDialog = (page: Page) => page.getByRole('dialog', { name: 'This view as an API request' })
const openExport = (page: Page) => page.getByRole('button', { name: 'Export this list' }).click()

async function save(page: Page, format: string): Promise<{ name: string; text: string }> {
  const download: Promise<Download> = page.waitForEvent('download')
  await dialog(page).getByText(format, { exact: true }).click()
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  const file = await download
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
}

test('all pages of the result are saved, in its order, in each format', async ({ page }) => {
  await page.goto('/?category=image-to-video&status=active&sort=name&variants=apart')
  await expect(cards(page).first()).toBeVisible()
  const first = await findModels(page, 'category=image-to-video&status=active&sort=name')
  const second = await findModels(
    page,
    `category=image-to-video&status=active&sort=name&cursor=${first.next_cursor}`,
  )
  const ids = [...first.models, ...second.models].map(({ endpoint_id }) => endpoint_id)
  expect(ids.length).toBeGreaterThan(100)

  await openExport(page)
  const csv = await save(page, 'CSV')
  expect(csv.name).toMatch(/^active-image-to-video-models-\d{4}-\d\d-\d\d\.csv$/)
  const [head, ...lines] = csv.text.trimEnd().split('\r\n')
  expect(head).toMatch(/^endpoint_id,display_name,category,takes,returns,required_inputs/)
  expect(lines.map((line) => line.split(',')[0])).toEqual(ids)
  await expect(dialog(page)).toContainText(`Saved ${ids.length} models as ${csv.name}`)

  const json = await save(page, 'JSON')
  expect(json.name).toMatch(/\.json$/)
  const { models }: ModelsPage = JSON.parse(json.text)
  expect(models.map(({ endpoint_id }) => endpoint_id)).toEqual(ids)
  expect(models[0]?.signature?.takes).toContain('image')

  const markdown = await save(page, 'Markdown')
  expect(markdown.name).toMatch(/\.md$/)
  expect(markdown.text).toContain('# Active image to video models')
  expect(markdown.text.match(/^\| \[/gm)).toHaveLength(ids.length)
})

test('families are exported with all their variants', async ({ page }) => {
  await page.goto('/?q=kling')
  await expect(cards(page).first()).toBeVisible()
  const { models } = await findModels(page, 'q=kling')
  await openExport(page)
  const { text } = await save(page, 'JSON')
  const exported: ModelsPage = JSON.parse(text)
  expect(exported.models.map(({ endpoint_id }) => endpoint_id)).toEqual(
    expect.arrayContaining(models.map(({ endpoint_id }) => endpoint_id)),
  )
})

test.describe('when the server refuses or fails', () => {
  test.use({ expectedErrors: /429|500/ })

  test('it says how far it is, waits as asked, can be cancelled, and goes on after a failure', async ({
    page,
  }) => {
    await page.goto('/')
    await expect(cards(page).first()).toBeVisible()
    let failure = 429
    await page.route(/\/v1\/models\?.*cursor=/, (route) =>
      failure > 0
        ? route.fulfill({
            status: failure,
            headers: { 'Retry-After': '40' },
            json: { error: { type: failure === 429 ? 'rate_limited' : 'server_error', message: 'No' } },
          })
        : route.continue(),
    )
    await openExport(page)
    await dialog(page).getByRole('button', { name: 'Save' }).click()
    await expect(dialog(page).getByText(/^100 of 1,311 · The endpoint asks for a pause/)).toBeVisible()
    await expect(dialog(page).getByRole('progressbar', { name: 'Fetching models' })).toHaveAttribute(
      'value',
      '100',
    )
    await dialog(page).getByRole('button', { name: 'Cancel' }).click()
    await expect(dialog(page).getByRole('progressbar')).toHaveCount(0)

    failure = 500
    await dialog(page).getByRole('button', { name: 'Save' }).click()
    await expect(dialog(page).getByRole('alert')).toContainText('No. 100 models are here already.')
    failure = 0
    const download = page.waitForEvent('download')
    await dialog(page).getByRole('button', { name: 'Continue' }).click()
    await download
    await expect(dialog(page)).toContainText('Saved 1,311 models as all-ai-models-')
  })
})

test('the view as a request finds what the page shows, and says what is an extension', async ({
  page,
  baseURL,
}) => {
  await page.goto('/?q=flux&category=image-to-image&tag=lora&variants=apart')
  await expect(cards(page).first()).toBeVisible()
  const shown = await cards(page).first().getAttribute('data-place')
  await page.getByRole('button', { name: 'This view as an API request' }).click()
  const code = requestDialog(page).getByLabel('cURL request')
  const address = /'(.*)'/.exec((await code.textContent()) ?? '')?.[1] ?? ''
  expect(address).toContain(`${baseURL}/v1/models?q=flux&category=image-to-image&tag=lora`)
  const { models }: ModelsPage = await (await page.request.get(address)).json()
  expect(models[0]?.endpoint_id).toBe(shown)
  await expect(requestDialog(page).getByRole('listitem')).toContainText(['tag', 'include'])
  await requestDialog(page).getByRole('tab', { name: 'Python' }).click()
  await expect(requestDialog(page).getByLabel('Python request')).toContainText('("tag", "lora")')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'This view as an API request' })).toBeFocused()
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 320]) {
    test.describe(`${colorScheme}, ${width} px wide`, () => {
      test.use({ colorScheme, viewport: { width, height: 700 } })

      test('both dialogs: axe finds nothing', async ({ page }) => {
        await page.goto('/?q=flux&tag=lora')
        await openExport(page)
        await expect(dialog(page)).toBeVisible()
        expect(await axeFindings(page)).toEqual([])
        await save(page, 'CSV')
        expect(await axeFindings(page)).toEqual([])
        await page.keyboard.press('Escape')
        await page.getByRole('button', { name: 'This view as an API request' }).click()
        await expect(requestDialog(page)).toBeVisible()
        expect(await axeFindings(page)).toEqual([])
      })
    })
  }
}
