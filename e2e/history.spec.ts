import type { Page } from '@playwright/test'
import type { ChangesPage, ModelHistory } from '#contract/history.ts'
import { axeFindings, expect, test, withoutDrawings } from './fixtures.ts'

test('a model tells what each release changed, with links to what is still there', async ({ page }) => {
  await page.goto('/models/fal-ai/flux/dev')
  await page.getByRole('tab', { name: /^History/ }).click()
  await expect(page).toHaveURL('/models/fal-ai/flux/dev#history')
  const { releases }: ModelHistory = await (
    await page.request.get('/v1/models/fal-ai/flux/dev/history')
  ).json()
  const panel = page.getByRole('tabpanel').first()
  await expect(panel.getByRole('heading', { level: 2 })).toHaveCount(releases.length)
  await expect(panel.getByRole('heading', { level: 2 }).first()).toContainText('Changed')
  await expect(panel.getByRole('heading', { level: 2 }).last()).toContainText('Added')
  await expect(panel.getByRole('listitem').filter({ hasText: 'output_format' }).first()).toContainText(
    /default\s*"png"/,
  )
  await panel.getByRole('link', { name: 'input.acceleration' }).click()
  await expect(page).toHaveURL('/models/fal-ai/flux/dev#input.acceleration')
  await expect(page.locator('[id="input.acceleration"]')).toBeVisible()
})

test('a link opens the history, and what has gone is no link', async ({ page }) => {
  await page.goto('/models/fal-ai/flux-general#history')
  await expect(page.getByRole('tab', { name: /^History/ })).toHaveAttribute('aria-selected', 'true')
  const panel = page.getByRole('tabpanel').first()
  await expect(panel.getByText('input.controlnets.items.ip_adapter_index').first()).toBeVisible()
  await expect(panel.getByRole('link', { name: 'input.controlnets.items.ip_adapter_index' })).toHaveCount(0)
})

test('a deprecated model says since when, and what is nearest to it', async ({ page }) => {
  await page.goto('/models/fal-ai/lynx')
  const notice = page.getByRole('region', { name: 'Deprecated since 3 Dec 2025' })
  await expect(notice).toContainText('1.8.0')
  await notice.getByRole('link', { name: /bytedance\/lynx/ }).click()
  await expect(page).toHaveURL('/models/bytedance/lynx')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('ByteDance Lynx')
  await expect(page.getByRole('region', { name: /^Deprecated/ })).toHaveCount(0)
})

test('the menu leads to the changes, which are filtered by the URL alone', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('link', { name: 'Changes' }).click()
  await expect(page).toHaveURL('/changes')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Changes')

  await page.getByRole('navigation', { name: 'What happened' }).getByRole('link', { name: /^Gone/ }).click()
  await page.getByRole('combobox', { name: 'Release' }).selectOption('1.8.0')
  await expect(page).toHaveURL('/changes?event=removed&release=1.8.0')
  const answer: ChangesPage = await (await page.request.get('/v1/changes?event=removed&release=1.8.0')).json()
  await expect(entries(page)).toHaveCount(answer.total)
  await page.getByRole('combobox', { name: 'Category' }).selectOption('image-to-video')
  await expect(page).toHaveURL('/changes?event=removed&release=1.8.0&category=image-to-video')
  await expect(entries(page).filter({ hasText: 'fal-ai/lynx' })).toHaveCount(1)

  await page.reload()
  await expect(entries(page).filter({ hasText: 'fal-ai/lynx' })).toHaveCount(1)
  await page.goBack()
  await expect(entries(page)).toHaveCount(answer.total)
})

test('each change has a link of its own, and more are loaded on demand', async ({ page }) => {
  await page.goto('/changes')
  await expect(entries(page)).toHaveCount(100)
  await page.getByRole('button', { name: /^Show more/ }).click()
  await expect(entries(page)).toHaveCount(200)

  await page.goto('/changes?release=1.8.0&event=changed')
  await page.getByRole('link', { name: 'Link to this change of Veo 3.1', exact: true }).click()
  await expect(page).toHaveURL('/changes?release=1.8.0&endpoint_id=fal-ai%2Fveo3.1')
  await expect(entries(page)).toHaveCount(1)
  await expect(entries(page)).toContainText('"1:1"')
  await page.getByRole('link', { name: 'Remove filter: fal-ai/veo3.1' }).click()
  await expect(page).toHaveURL('/changes?release=1.8.0')
})

test('feeds of the changes shown are parsed by a reader, entry by entry', async ({ page }) => {
  await page.goto('/changes?event=removed')
  await expect(page.getByRole('link', { name: 'Atom' })).toHaveAttribute(
    'href',
    '/changes.atom?event=removed',
  )
  const json = await (await page.request.get('/changes.json?event=removed')).json()
  const { changes }: ChangesPage = await (await page.request.get('/v1/changes?event=removed')).json()
  expect(json.items).toHaveLength(changes.length)
  const atom = await page.evaluate(async () => {
    const text = await (await fetch('/changes.atom?event=removed')).text()
    const feed = new DOMParser().parseFromString(text, 'application/xml')
    return {
      error: feed.querySelector('parsererror')?.textContent,
      root: feed.documentElement.nodeName,
      ids: [...feed.querySelectorAll('entry > id')].map((id) => id.textContent),
      links: [...feed.querySelectorAll('entry > link')].map((link) => link.getAttribute('href')),
    }
  })
  expect(atom.error).toBeUndefined()
  expect(atom.root).toBe('feed')
  expect(atom.ids).toEqual(json.items.map(({ id }: { id: string }) => id))
  await page.goto(atom.links[0] ?? '')
  await expect(entries(page)).toHaveCount(1)
})

test('filters that mean nothing are left out, and what never happened is said', async ({ page }) => {
  await page.goto('/changes?event=vanished&release=0.0.0')
  await expect(page.getByText('Nothing of this kind happened.')).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Release' })).toHaveValue('0.0.0')
})

test.describe('over a server without history', () => {
  test.use({ expectedErrors: /501/ })

  test('none is offered', async ({ page }) => {
    const refusal = { type: 'not_implemented', message: 'No history' }
    await page.route(/\/v1\/(changes|models\/.*\/history)/, (route) =>
      route.fulfill({ status: 501, json: { error: refusal } }),
    )
    await withoutDrawings(page)
    await page.goto('/models/fal-ai/lynx#history')
    await expect(page.getByRole('tab', { name: /^Input/ })).toHaveAttribute('aria-selected', 'true')
    await expect(page.getByRole('tab', { name: /^History/ })).toHaveCount(0)
    await expect(page.getByRole('region', { name: /^Deprecated/ })).toHaveCount(0)
    await page.getByRole('button', { name: 'Menu' }).click()
    await expect(page.getByRole('link', { name: 'Licences' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Changes' })).toHaveCount(0)
    await page.goto('/changes')
    await expect(page.getByText('keeps no history')).toBeVisible()
  })
})

test('the keyboard alone filters and follows a change', async ({ page }) => {
  await page.goto('/changes')
  await expect(entries(page).first()).toBeVisible()
  const gone = page.getByRole('navigation', { name: 'What happened' }).getByRole('link', { name: /^Gone/ })
  await gone.focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/changes?event=removed')
  await page.getByRole('combobox', { name: 'Release' }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(page).toHaveURL('/changes?event=removed&release=1.9.6')
  await entries(page).first().getByRole('link').first().focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Deprecated since 22 Apr 2026' })).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 320]) {
    test.describe(`${colorScheme}, ${width} px wide`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } })

      for (const path of [
        // Of moderate length: axe takes its time with each element.
        '/changes?release=1.8.0&event=removed',
        '/changes?release=1.2.2&event=changed',
        '/changes?release=1.8.0&endpoint_id=fal-ai%2Fveo3.1',
        '/changes?release=0.0.0',
        '/models/fal-ai/flux-general#history',
        '/models/fal-ai/lynx',
      ]) {
        test(`${path}: axe finds nothing, and nothing is cut off`, async ({ page }) => {
          await page.goto(path)
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
          await page.waitForLoadState('networkidle')
          expect(await axeFindings(page)).toEqual([])
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
          expect(overflow).toBeLessThanOrEqual(0)
        })
      }
    })
  }
}

function entries(page: Page) {
  return page.getByRole('main').locator('li[data-place]')
}
