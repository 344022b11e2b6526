import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import type { ModelAlternatives } from '#contract/alternatives.ts'
import { axeFindings, cards, expect, searchBox, shownIds, tabTo, test } from './fixtures.ts'

const FLUX = '/compare?endpoint_id=fal-ai/flux/dev&endpoint_id=fal-ai/flux-lora'
const tray = (page: Page) => page.getByRole('complementary', { name: 'To compare' })
const row = (page: Page, name: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${name} `) }) })

test('cards and pages are noted for a comparison, which survives a reload and opens in their order', async ({
  page,
}) => {
  await page.goto('/?variants=apart&category=text-to-image')
  await expect(cards(page).first()).toBeVisible()
  const [first = '', second = ''] = await shownIds(page)
  for (const id of [first, second]) {
    await page.locator(`article[data-place="${id}"] [data-card-link]`).focus()
    await page.keyboard.press('c')
  }
  await expect(tray(page).getByRole('listitem')).toHaveCount(2)
  await page.reload()
  await expect(tray(page).getByRole('listitem')).toHaveCount(2)

  await page.goto('/models/fal-ai/flux/dev')
  await page.getByRole('main').getByRole('button', { name: 'Compare FLUX.1 [dev]' }).click()
  await tray(page).getByRole('link', { name: 'Compare 3' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('3 models compared')
  expect(new URL(page.url()).searchParams.getAll('endpoint_id')).toEqual([first, second, 'fal-ai/flux/dev'])
  await expect(page.getByRole('columnheader').nth(3)).toContainText('fal-ai/flux/dev')
  await expect(tray(page)).toHaveCount(0)

  await page.goto('/')
  await tray(page)
    .getByRole('button', { name: `Take ${first} out of the comparison` })
    .click()
  await expect(tray(page).getByRole('listitem')).toHaveCount(2)
  await tray(page).getByRole('button', { name: 'Clear' }).click()
  await expect(tray(page)).toHaveCount(0)
})

test('a seventh model says which one made room for it', async ({ page }) => {
  const ids = Array.from({ length: 6 }, (_, number) => `a/none-${number}`)
  await page.addInitScript((ids) => {
    if (localStorage.getItem('compared') !== null) return
    const models = ids.map((endpoint_id, number) => ({ endpoint_id, at: `2026-01-0${6 - number}T00:00:00Z` }))
    localStorage.setItem('compared', JSON.stringify({ format: 1, models }))
  }, ids)
  await page.goto('/models/fal-ai/flux/dev')
  await expect(tray(page).getByRole('button', { name: /^Take / })).toHaveCount(6)
  await expect(tray(page)).not.toContainText('made room')
  await page.getByRole('main').getByRole('button', { name: 'Compare FLUX.1 [dev]' }).click()
  await expect(tray(page)).toContainText('Six at most: none-5 made room')
  await expect(tray(page).getByRole('status')).toHaveText('6 models to compare, a/none-5 made room')
  await expect(tray(page).getByRole('button', { name: /^Take / })).toHaveCount(6)
  await tray(page).getByRole('button', { name: 'Take a/none-4 out of the comparison' }).click()
  await expect(tray(page)).not.toContainText('made room')
})

test('the tray never covers what has the focus', async ({ page }) => {
  await page.addInitScript(() => {
    const models = [{ endpoint_id: 'fal-ai/flux/dev', at: '2026-01-01T00:00:00.000Z' }]
    localStorage.setItem('compared', JSON.stringify({ format: 1, models }))
  })
  await page.goto('/models/fal-ai/flux-lora')
  await expect(tray(page)).toBeVisible()
  await expect(page.getByRole('tab', { name: /^Input/ })).toBeVisible()
  await page.getByRole('tab', { name: /^Input/ }).focus()
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab')
    const hidden = await page.evaluate(() => {
      const focused = document.activeElement
      const foot = document.querySelector('[data-tray]')
      if (!focused || !foot || foot.contains(focused)) return ''
      const { bottom, top } = focused.getBoundingClientRect()
      const edge = foot.getBoundingClientRect().top
      return bottom > edge && bottom - top < edge ? focused.outerHTML.slice(0, 200) : ''
    })
    expect(hidden).toBe('')
  }
})

test('properties are aligned, what differs is said, and what is the same is folded', async ({ page }) => {
  await page.goto(`${FLUX}&endpoint_id=fal-ai/recraft/v3/text-to-image`)
  await expect(row(page, 'image_size')).toContainText('in all 3')
  await expect(row(page, 'image_size')).toContainText('differs: default')
  await expect(row(page, 'image_size').getByRole('cell', { name: 'differs: default square_hd' })).toHaveCount(
    1,
  )
  await expect(row(page, 'loras')).toContainText('only in FLUX.1 LoRA')
  await expect(row(page, 'num_inference_steps')).toContainText('in 2 of 3')
  // The output of two of them has one, too.
  await expect(row(page, 'prompt')).toHaveCount(1)
  const fold = page.getByRole('button', { name: /the same$/ }).first()
  await fold.click()
  await expect(fold).toHaveAttribute('aria-expanded', 'true')
  await expect(row(page, 'prompt')).toHaveCount(2)

  await expect(page.getByRole('rowheader', { name: 'Category' })).toBeVisible()
  await page.getByRole('checkbox', { name: 'Show only differences' }).check()
  await expect(page).toHaveURL(/show=differences/)
  await expect(page.getByRole('rowheader', { name: 'Category' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: /the same$/ })).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('checkbox', { name: 'Show only differences' })).toBeChecked()
})

test('another name for the same thing is suggested', async ({ page }) => {
  await page.goto('/compare?endpoint_id=fal-ai/flux/dev&endpoint_id=fal-ai/flux-pro/v1.1-ultra')
  await expect(row(page, 'image_size')).toContainText('perhaps aspect_ratio by another name')
  await expect(row(page, 'aspect_ratio')).toContainText('perhaps image_size by another name')
})

test('by keyboard alone a model is added, and one is taken out', async ({ page }) => {
  await page.goto('/compare?endpoint_id=fal-ai/flux/dev')
  await expect(page.getByRole('columnheader', { name: /FLUX/ })).toHaveCount(1)
  // Whoever presses Enter means all that they typed, not what is offered for the letters before.
  let answer: () => void = () => undefined
  const mayAnswer = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route(/q=flux\+lora(&|$)/, async (route) => {
    await mayAnswer
    await route.continue()
  })
  await page.getByRole('searchbox', { name: 'Add a model' }).focus()
  await page.keyboard.type('flux')
  const offered = page.getByRole('list', { name: 'Models to add' }).getByRole('button')
  await expect(offered.first()).toBeVisible()
  await page.keyboard.type(' lora')
  await page.keyboard.press('Enter')
  answer()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('2 models compared')
  await tabTo(page, /^Take FLUX\.1 \[dev\] out$/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Compare models')
  await expect(page).toHaveURL(/\?endpoint_id=fal-ai%2Fflux-lora$/)
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('2 models compared')
})

test('a comparison is taken away as a file', async ({ page }) => {
  await page.goto(FLUX)
  for (const [format, start] of [
    ['Markdown', '|  | FLUX.1 '],
    ['CSV', 'part,property,presence,fal-ai/flux/dev,fal-ai/flux-lora\r\n'],
    ['JSON', '{'],
  ] as const) {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: `Save as ${format}` }).click()
    expect((await readFile(await (await download).path(), 'utf8')).startsWith(start)).toBe(true)
  }
})

test('a request is checked against every model', async ({ page }) => {
  const request = `j${Buffer.from(JSON.stringify({ prompt: 'a cat', style: 'any', image_size: 7 })).toString('base64url')}`
  await page.goto(`${FLUX}#request=${request}`)
  const check = page.getByRole('region', { name: 'Your request' })
  await expect(check.getByRole('listitem').filter({ hasText: 'FLUX.1 LoRA' }).first()).toContainText(
    'style would be ignored',
  )
  await expect(check.getByRole('list', { name: 'Refused' })).toHaveCount(2)
  await page.getByRole('searchbox', { name: 'Add a model' }).fill('recraft v3')
  await page.getByRole('list', { name: 'Models to add' }).getByRole('button').first().click()
  await expect(check.getByRole('list', { name: 'Refused' })).toHaveCount(3)
})

test('the request in the making goes along to the comparison', async ({ page }) => {
  await page.goto('/models/fal-ai/flux/dev')
  const prompt = page.getByRole('textbox', { name: 'prompt' })
  await prompt.fill('a cat')
  await expect(page).toHaveURL(/request=/)
  await page.getByRole('link', { name: /^Compare with \d* ?(of )?its family$/ }).click()
  await expect(page.getByRole('region', { name: 'Your request' })).toContainText('Takes it')
})

test('what stands in leads a deprecated page, and is one click from the comparison', async ({ page }) => {
  const id = 'fal-ai/kling-video/v1/pro/text-to-video'
  const { alternatives }: ModelAlternatives = await (
    await page.request.get(`/v1/models/${id}/alternatives`)
  ).json()
  await page.goto(`/models/${id}`)
  const notice = page.getByRole('region', { name: /^Deprecated/ })
  await expect(notice).toContainText('Models that accept the same call')
  const [first] = alternatives
  await expect(notice.getByRole('listitem').first()).toContainText(first?.endpoint_id ?? '')
  await notice
    .getByRole('link', { name: /^Compare with/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('2 models compared')
  await expect(page.getByRole('columnheader').nth(1)).toContainText('Deprecated')
})

test('an active page names what accepts the same call, with what to change', async ({ page }) => {
  await page.goto('/models/fal-ai/flux/dev')
  const section = page.getByRole('region', { name: 'Models that accept the same call' })
  await expect(section.getByRole('listitem')).toHaveCount(4)
  await expect(section.getByRole('listitem').first()).toContainText(
    /Takes the same call|drop|give|rename|narrower|other choices/,
  )
})

test('the palette leads to the comparison, and saved models are compared', async ({ page }) => {
  await page.addInitScript(() => {
    const models = ['fal-ai/flux/dev', 'fal-ai/flux-lora'].map((endpoint_id) => ({
      endpoint_id,
      at: '2026-01-01',
    }))
    localStorage.setItem('favourites', JSON.stringify({ format: 1, models }))
  })
  await page.goto('/?mine=favourites')
  await page.getByRole('link', { name: 'Compare', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('2 models compared')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Model, category or action' }).fill('compare models')
  await page.getByRole('option', { name: /^Compare models/ }).click()
  await expect(page).toHaveURL('/compare')
  await expect(page.getByText('Add two or more models')).toBeVisible()
})

test('of a link to more than six the first six are compared, and what does not exist is said', async ({
  page,
}) => {
  const ids = ['fal-ai/flux/dev', ...Array.from({ length: 7 }, (_, number) => `a/none-${number}`)]
  await page.goto(`/compare?${new URLSearchParams(ids.map((id) => ['endpoint_id', id])).toString()}`)
  await expect(page.getByText('Not in this catalogue')).toHaveCount(5)
  await expect(page.getByRole('columnheader', { name: /FLUX/ })).toHaveCount(1)
})

test('its code comes with this screen, and with no other', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto('/')
  await expect(cards(page).first()).toBeVisible()
  await searchBox(page).focus()
  await page.waitForTimeout(4000)
  await page.goto('/models/fal-ai/flux/dev')
  await expect(page.getByRole('region', { name: 'Models that accept the same call' })).toBeVisible()
  expect(asked.filter((path) => /ComparePage/.test(path))).toEqual([])
  await page.getByRole('link', { name: 'Compare with …' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Compare models')
  expect(asked.filter((path) => /ComparePage.*\.js$/.test(path))).toHaveLength(1)
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 390, 320]) {
    test.describe(`${colorScheme}, ${width} px wide`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } })

      test('axe finds nothing, and nothing is cut off', async ({ page }) => {
        await page.addInitScript(() => {
          const models = [{ endpoint_id: 'fal-ai/flux/dev', at: '2026-01-01T00:00:00.000Z' }]
          localStorage.setItem('compared', JSON.stringify({ format: 1, models }))
        })
        for (const path of [
          `${FLUX}#request=jeyJhIjoxfQ`,
          '/compare',
          '/models/fal-ai/kling-video/v1/pro/text-to-video',
        ]) {
          await page.goto(path)
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
          await page.waitForLoadState('networkidle')
          expect(await axeFindings(page)).toEqual([])
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
          expect(overflow).toBeLessThanOrEqual(0)
        }
      })
    })
  }
}

test('in forced colours what differs keeps its sign and words', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto(`${FLUX}&endpoint_id=fal-ai/recraft/v3/text-to-image`)
  const differing = row(page, 'image_size')
  await expect(differing.getByText('≠').first()).toBeVisible()
  await expect(differing).toContainText('differs: default')
  expect(await axeFindings(page)).toEqual([])
})
