import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { axeFindings, expect, test, withoutDrawings } from './fixtures.ts'

const panel = (page: Page) => page.getByRole('region', { name: 'Code' })
const moreLanguages = (page: Page) => page.getByRole('combobox', { name: 'More languages' })
const codeIn = (page: Page, name: string) => page.getByLabel(`${name} code`, { exact: true })

test('a call waits, goes through the queue, or leaves others running', async ({ page }) => {
  await page.goto('/models/fal-ai/flux/dev')
  await expect(codeIn(page, 'JavaScript')).toContainText('fal.subscribe("fal-ai/flux/dev"')
  await panel(page).getByRole('radio', { name: 'Queue' }).check({ force: true })
  await expect(codeIn(page, 'JavaScript')).toContainText('webhookUrl:')
  await page.getByRole('tab', { name: 'Python' }).click()
  await expect(codeIn(page, 'Python')).toContainText('fal_client.submit(')
  await panel(page).getByRole('radio', { name: 'Async', exact: true }).check({ force: true })
  await expect(codeIn(page, 'Python')).toContainText('await fal_client.submit_async(')
  // This model does not stream.
  await expect(panel(page).getByRole('radio', { name: 'Stream' })).toHaveCount(0)
})

test('a model that streams offers that too', async ({ page }) => {
  await withoutDrawings(page)
  await page.route(/expand=openapi/, async (route) => {
    const response = await route.fetch()
    const answer = await response.json()
    answer.models[0].metadata.stream_url = 'https://fal.run/fal-ai/flux/dev/stream'
    await route.fulfill({ json: answer })
  })
  await page.goto('/models/fal-ai/flux/dev')
  await panel(page).getByRole('radio', { name: 'Stream' }).check({ force: true })
  await expect(codeIn(page, 'JavaScript')).toContainText('for await (const event of stream)')
})

test('every other language, type and tool definition is in the list', async ({ page }) => {
  await page.goto('/models/fal-ai/flux-lora')
  await expect(moreLanguages(page)).toBeVisible()
  const options = await moreLanguages(page).locator('option:not([value=""])').allTextContents()
  expect(options).toEqual(
    expect.arrayContaining(['Go', 'Rust', 'Java', 'Kotlin', 'Swift', 'C#', 'PHP', 'Ruby']),
  )
  for (const name of options) {
    await moreLanguages(page).selectOption(name)
    await expect(codeIn(page, name)).toContainText(/prompt/)
    await expect(codeIn(page, name)).toHaveAttribute('aria-busy', 'false')
  }
  await page.getByRole('tab', { name: 'cURL' }).click()
  await expect(moreLanguages(page)).toHaveValue('')
  await expect(codeIn(page, 'cURL')).toContainText('curl https://fal.run/fal-ai/flux-lora')
})

test('the choice is kept for the next model', async ({ page }) => {
  await page.goto('/models/fal-ai/flux/dev')
  await moreLanguages(page).selectOption('JSON Schema')
  await panel(page).getByRole('radio', { name: 'Output' }).check({ force: true })
  await page.goto('/models/fal-ai/flux/schnell')
  await expect(moreLanguages(page)).toHaveValue('json-schema')
  await expect(codeIn(page, 'JSON Schema')).toContainText('"images"')
  await expect(page.getByRole('tab', { name: /^Input/ })).toHaveAttribute('aria-selected', 'true')
})

test('code is copied and saved as it is shown', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/models/fal-ai/flux/dev')
  await moreLanguages(page).selectOption('Zod')
  await expect(codeIn(page, 'Zod')).toContainText('z.object({')
  const shown = await codeIn(page, 'Zod').textContent()
  await panel(page).getByRole('button', { name: 'Copy code' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeAttached()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shown)
  const saving = page.waitForEvent('download')
  await panel(page).getByRole('button', { name: 'Save code' }).click()
  const download = await saving
  expect(download.suggestedFilename()).toBe('fal-ai_flux_dev.ts')
  expect(await readFile(await download.path(), 'utf8')).toBe(`${shown}\n`)
})

test('the keyboard reaches every part of the panel', async ({ page }) => {
  await page.goto('/models/fal-ai/flux/dev')
  await page.getByRole('tab', { name: 'JavaScript' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'TypeScript' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(moreLanguages(page)).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(panel(page).getByRole('radio', { name: 'Subscribe' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(codeIn(page, 'TypeScript')).toContainText('fal.queue.submit')
  await page.keyboard.press('Tab')
  await expect(panel(page).getByRole('button', { name: 'Copy code' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(codeIn(page, 'TypeScript')).toBeFocused()
})

test.describe('when what writes a language cannot be had', () => {
  // The browser itself logs the request that failed.
  test.use({ expectedErrors: /Failed to load/ })

  test('the page stays, says so, and a reload brings it', async ({ page }) => {
    await page.goto('/models/fal-ai/flux/dev')
    await expect(codeIn(page, 'JavaScript')).toContainText('fal.subscribe')
    await page.route(/writeZod/, (route) => route.abort())
    await moreLanguages(page).selectOption('Zod')
    await expect(panel(page).getByRole('alert')).toContainText('What writes Zod could not be fetched')
    await page.unroute(/writeZod/)
    await panel(page).getByRole('button', { name: 'Reload' }).click()
    await expect(codeIn(page, 'Zod')).toContainText('z.object({')
  })
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 320]) {
    test.describe(`${colorScheme}, ${width} px wide`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } })

      test('axe finds nothing in the panel, and nothing is cut off', async ({ page }) => {
        await page.goto('/models/fal-ai/flux-lora')
        for (const name of ['Go', 'Pydantic', 'OpenAI tool']) {
          await moreLanguages(page).selectOption(name)
          await expect(codeIn(page, name)).toContainText('prompt')
          expect(await axeFindings(page)).toEqual([])
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
          expect(overflow).toBeLessThanOrEqual(0)
        }
      })
    })
  }
}
