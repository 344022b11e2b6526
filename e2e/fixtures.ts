import { AxeBuilder } from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'
import type { ModelsPage } from '#contract/models.ts'

export { expect } from '@playwright/test'

/** Every journey also proves that the page asks no other host for anything and logs no error. */
export const test = base.extend<{ watchPage: void; expectedErrors: RegExp }>({
  /** Console errors a journey provokes on purpose. */
  expectedErrors: [/^$/, { option: true }],
  page: async ({ page, javaScriptEnabled }, use) => {
    const goto = page.goto.bind(page)
    page.goto = async (url, options) => {
      const response = await goto(url, options)
      if (javaScriptEnabled) await takenOver(page)
      return response
    }
    await use(page)
  },
  watchPage: [
    async ({ page, baseURL, expectedErrors }, use) => {
      const surprises: string[] = []
      page.on('request', (request) => {
        const { origin, protocol } = new URL(request.url())
        if (/^https?:$/.test(protocol) && origin !== baseURL) surprises.push(`asked ${request.url()}`)
      })
      page.on('pageerror', (error) => surprises.push(error.message))
      page.on('console', (message) => {
        const text = message.text()
        if (message.type() === 'error' && !expectedErrors.test(text)) {
          surprises.push(text)
        }
      })
      await use()
      expect(surprises).toEqual([])
    },
    { auto: true },
  ],
})

/**
 * Resolves once the app hears what is done on a page that the server drew, which is seen before that; after five seconds
 * in any case, as some journeys keep the app away.
 */
async function takenOver(page: Page) {
  const isHeard = () =>
    page.evaluate(
      // The app sets this as soon as it is there.
      () => document.getElementById('answer') === null || history.scrollRestoration === 'manual',
    )
  await expect
    .poll(isHeard, { timeout: 5000 })
    .toBe(true)
    .catch(() => undefined)
}

export const cards = (page: Page) => page.getByRole('article')
export const searchBox = (page: Page) => page.getByRole('searchbox', { name: 'Search models' })
export const categoryChip = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Categories' }).getByRole('link', { name: new RegExp(`^${name}`) })
export const statusChoice = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Status' }).getByRole('link', { name: new RegExp(`^${name}`) })

/** The list's total as the page tells it. */
export async function shownTotal(page: Page): Promise<number> {
  const total = page.getByRole('main').locator('strong').first()
  // "24+" while it is not known.
  await expect(total).toHaveText(/^[\d,]+$/)
  return Number((await total.textContent())?.replaceAll(',', ''))
}

/** Ids of the cards in order, once all that have come are drawn. */
export async function shownIds(page: Page): Promise<string[]> {
  await expect(page.getByRole('feed')).toHaveAttribute('aria-busy', 'false')
  return idsNow(page)
}

/** Ids of the cards that are drawn at this moment. */
export async function idsNow(page: Page): Promise<string[]> {
  return cards(page).evaluateAll((articles) => articles.map((article) => article.dataset['place'] ?? ''))
}

/** Waits until the list, which loads on ahead of the eye, has all that it wants for now. */
export async function listStands(page: Page) {
  await expect(async () => {
    const before = await cards(page).count()
    await page.waitForTimeout(1000)
    await expect(page.getByRole('feed')).toHaveAttribute('aria-busy', 'false', { timeout: 100 })
    expect(await cards(page).count()).toBe(before)
  }).toPass()
}

/** On a model's page, the link to another member of its family. */
export function familyLink(page: Page, id: string) {
  return page
    .locator('section', { has: page.getByRole('heading', { name: 'Same family' }) })
    .getByRole('link', { name: new RegExp(`${id}$`) })
}

/** One page of the endpoint, asked past the app. */
export async function findModels(page: Page, query: string): Promise<ModelsPage> {
  const response = await page.request.get(`/v1/models?${query}`)
  return response.json()
}

/** Presses Tab until what is called so has the focus. */
export async function tabTo(page: Page, name: RegExp) {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
    )
    if (name.test(focused)) return
  }
  throw new Error(`Tab never reached ${name}`)
}

/** From now on the app asks for every model itself, as where the server draws no pages. */
export async function withoutDrawings(page: Page) {
  await page.route('**/models/**', async (route) => {
    if (route.request().resourceType() !== 'document') return route.fallback()
    const response = await route.fetch()
    const html = await response.text()
    const body = html.replace(/(?<=<div id="root">).*<\/script>(?=\s*<noscript)/s, '</div>')
    return route.fulfill({ response, body })
  })
}

/** From now on the document of every model takes what the schema says. */
export async function serveInput(page: Page, input: object, components: Record<string, object> = {}) {
  await withoutDrawings(page)
  await page.route(/expand=openapi/, async (route) => {
    const response = await route.fetch()
    const answer = await response.json()
    const schema = { $ref: '#/components/schemas/Input' }
    answer.models[0].openapi = {
      openapi: '3.0.4',
      info: { title: 'A', version: '1' },
      components: { schemas: { Input: { type: 'object', ...input }, ...components } },
      paths: { '/a': { post: { requestBody: { content: { 'application/json': { schema } } } } } },
    }
    await route.fulfill({ json: answer })
  })
}

/** Findings of axe, in words. Waits for what fades to stand, which would count as low contrast meanwhile. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter(
          ({ timeline, effect }) =>
            timeline === document.timeline && effect?.getComputedTiming().endTime !== Infinity,
        )
        .map((animation) => animation.finished.catch(() => undefined)),
    ),
  )
  const { violations } = await new AxeBuilder({ page })
    // Without frames there is nothing that a page of its own would have to gather.
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary}`),
  )
}
