import type { Page } from '@playwright/test'
import { cards, categoryChip, expect, findModels, searchBox, shownIds, shownTotal, test } from './fixtures.ts'

test.use({ expectedErrors: /Failed to load resource|net::ERR/ })

const SEARCH = /\/v1\/models\?/
const DOCUMENTED = new Set(['q', 'category', 'status', 'endpoint_id', 'limit', 'cursor', 'expand'])

test('a failure says what happened, gives the request id, and tries again', async ({ page }) => {
  await page.route(SEARCH, (route) =>
    route.fulfill({
      status: 500,
      json: { error: { type: 'server_error', message: 'The shelf fell over', request_id: 'req-7' } },
    }),
  )
  await page.goto('/')
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('The shelf fell over')
  await expect(alert.getByRole('button', { name: 'Copy request id' })).toBeVisible()
  await page.unroute(SEARCH)
  await alert.getByRole('button', { name: 'Try again' }).click()
  await expect(cards(page).first()).toBeVisible()
  await expect(alert).toHaveCount(0)
})

test('an answer that is no page of models is a failure, not a crash', async ({ page }) => {
  await page.route(SEARCH, (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Hello</h1>' }))
  await page.goto('/')
  await expect(page.getByRole('alert')).toContainText('not in a way we understand')
})

test('rate limited: the page counts down and goes on by itself', async ({ page }) => {
  let isLimited = true
  await page.route(SEARCH, (route) =>
    isLimited
      ? route.fulfill({
          status: 429,
          headers: { 'Retry-After': '2' },
          json: { error: 'Too Many Requests', message: 'Rate limit exceeded' },
        })
      : route.continue(),
  )
  await page.goto('/')
  await expect(page.getByRole('alert')).toContainText('Trying again in')
  isLimited = false
  await expect(cards(page).first()).toBeVisible()
})

test('rate limited again: the count starts anew, and each refusal is answered by one request', async ({
  page,
}) => {
  let requests = 0
  await page.route(/cursor=/, (route) => {
    requests += 1
    return route.fulfill({ status: 429, headers: { 'Retry-After': '1' }, body: '' })
  })
  await page.goto('/?category=text-to-video')
  await expect(cards(page).first()).toBeVisible()
  await page.mouse.wheel(0, 9000)
  await expect.poll(() => requests).toBe(3)
  await expect(page.getByRole('alert')).toContainText('Trying again in 1 s')
  expect(requests).toBeLessThanOrEqual(4)
})

test('a moving picture that is missing leaves the still one', async ({ page }) => {
  await page.route('**/*.animated.svg*', (route) => route.fulfill({ status: 404, body: '' }))
  await page.goto('/')
  const missing = page.waitForResponse('**/*.animated.svg*')
  await cards(page).first().hover()
  await missing
  await cards(page).nth(2).hover()
  await expect(cards(page).first().locator('img')).toBeVisible()
})

test('a model opens without network once the list has been there for a moment', async ({ page, context }) => {
  const code = page.waitForResponse(/ModelPage.*\.js/)
  await page.goto('/')
  await expect(cards(page).first()).toBeVisible()
  await code
  await context.setOffline(true)
  await cards(page).nth(1).getByRole('heading').getByRole('link').click()
  await expect(page.getByRole('alert')).toContainText('You are offline')
  await context.setOffline(false)
  await expect(page.getByRole('tab', { name: /^Input/ })).toBeVisible()
})

test('offline: the page says so and goes on when the network is back', async ({ page, context }) => {
  await page.goto('/')
  await expect(cards(page).first()).toBeVisible()
  await context.setOffline(true)
  await searchBox(page).fill('whisper')
  await expect(page.getByRole('alert')).toContainText('You are offline')
  await expect(page.getByRole('button', { name: 'Filters' })).toHaveCount(0)
  await context.setOffline(false)
  await expect(cards(page).first()).toContainText('whisper')
  // The counts failed with the list, and come back with it.
  await expect(page.getByRole('button', { name: 'Filters' })).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Sort' })).toBeVisible()
  expect(await shownTotal(page)).toBeGreaterThan(0)
})

test('counts that failed while the list came are there a minute later', async ({ page }) => {
  await page.clock.install()
  await page.route('**/v1/models/facets**', (route) => route.fulfill({ status: 503, body: '' }))
  await page.goto('/?category=text-to-video')
  await expect(cards(page)).not.toHaveCount(0)
  const filters = page.getByRole('button', { name: 'Filters' })
  await expect(async () => {
    await page.clock.runFor(1000)
    await expect(filters).toBeHidden({ timeout: 500 })
  }).toPass()
  await page.unroute('**/v1/models/facets**')
  await page.clock.runFor(61_000)
  await expect(filters).toBeVisible()
})

test('models that cannot be asked for anew stay, with what went wrong above them', async ({ page }) => {
  await page.clock.install()
  let schemas_to_come = 1
  await page.route('**/v1/models/facets**', async (route) => {
    const response = await route.fetch()
    const facets = await response.json()
    await route.fulfill({ json: { ...facets, source: { ...facets.source, schemas_to_come } } })
  })
  await page.goto('/?category=text-to-video')
  await expect(page.getByText('still being read')).toBeVisible()
  await expect(cards(page)).not.toHaveCount(0)
  const [first = ''] = await shownIds(page)
  await page.route(SEARCH, (route) =>
    route.fulfill({ status: 500, json: { error: { type: 'server_error', message: 'The shelf fell over' } } }),
  )
  // What was to come has come: the list is asked for anew.
  schemas_to_come = 0
  await page.clock.runFor(61_000)
  const alert = page.getByRole('alert')
  await expect(async () => {
    await page.clock.runFor(1000)
    await expect(alert).toContainText('The shelf fell over', { timeout: 500 })
  }).toPass()
  await expect(cards(page).first()).toHaveAttribute('data-place', first)
  await page.unroute(SEARCH)
  await alert.getByRole('button', { name: 'Try again' }).click()
  await expect(alert).toHaveCount(0)
  await expect(cards(page).first()).toHaveAttribute('data-place', first)
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})

test('how many were found is said once, and not again for each page', async ({ page }) => {
  await noteSaid(page)
  await page.clock.install()
  await page.goto('/?q=whisper')
  await expect(cards(page).first()).toBeVisible()
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('checkbox', { name: 'Load more while scrolling' }).uncheck()
  let release: () => void = () => undefined
  await page.route(/cursor=/, async (route) => {
    await new Promise<void>((resolve) => {
      release = resolve
    })
    await route.continue().catch(() => undefined)
  })
  await page.goto('/?category=text-to-video&variants=apart')
  const total = await shownTotal(page)
  await expect.poll(() => said(page)).toEqual([`${total} models found`])
  const asked = page.waitForRequest(/cursor=/)
  await page.getByRole('button', { name: /^Load more/ }).click()
  await asked
  // Longer than what is said takes to settle.
  await page.clock.runFor(1000)
  release()
  await expect(cards(page)).toHaveCount(48)
  await page.clock.runFor(1000)
  expect(await said(page)).toEqual([`${total} models found`])
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})

test('a number that is not known, and grows with each page, is said once', async ({ page }) => {
  await noteSaid(page)
  await page.clock.install()
  await page.route('**/v1/models/facets**', (route) => route.fulfill({ status: 404, body: 'Not found' }))
  await page.goto('/')
  await expect(cards(page)).not.toHaveCount(0)
  await page.clock.runFor(1000)
  await expect.poll(() => said(page)).toEqual(['24+ models found'])
  await page.mouse.wheel(0, 5000)
  await expect.poll(() => cards(page).count()).toBeGreaterThan(48)
  await page.clock.runFor(1000)
  expect((await said(page)).filter((text) => text !== '')).toEqual(['24+ models found'])
})

test('a page that fails to load leaves the list and offers the rest', async ({ page }) => {
  await page.route(/cursor=/, (route) => route.fulfill({ status: 503, body: '' }))
  await page.goto('/?category=text-to-video&variants=apart')
  await expect(cards(page)).toHaveCount(24)
  const total = await shownTotal(page)
  const more = page.getByRole('button', { name: `Load more (${total - 24} left)` })
  await page.mouse.wheel(0, 9000)
  await expect(more).toBeVisible()
  await page.unroute(/cursor=/)
  await more.click()
  await expect(cards(page).nth(24)).toBeAttached()
})

test('nothing found: says what was searched and offers what would find something', async ({ page }) => {
  await page.goto('/?q=whisper+qqqqzzzz&category=text-to-video&status=deprecated')
  const main = page.getByRole('main')
  await expect(main).toContainText('No deprecated text to video model matches “whisper qqqqzzzz”')
  await expect(main.getByRole('paragraph').filter({ hasText: /^0 models$/ })).toBeVisible()
  const { models } = await findModels(page, 'category=text-to-video&status=deprecated&fold=group')
  await main.getByRole('link', { name: `Without “whisper qqqqzzzz”` }).click()
  await expect(cards(page)).toHaveCount(Math.min(models.length, 24))
})

test('a category of which nobody heard is an empty list, with its chip to take away', async ({ page }) => {
  await page.goto('/?category=smell-to-image')
  await expect(page.getByRole('main')).toContainText('No smell to image model matches')
  await categoryChip(page, 'Smell to image').click()
  await expect(page).toHaveURL('/')
})

test('a server that knows only the documented endpoint is enough, and is asked for counts once', async ({
  page,
}) => {
  let requests = 0
  await page.route('**/v1/models/facets**', (route) => {
    requests += 1
    return route.fulfill({ status: 404, body: 'Not found' })
  })
  await page.route(SEARCH, (route) => {
    const url = new URL(route.request().url())
    for (const name of new Set(url.searchParams.keys())) {
      if (!DOCUMENTED.has(name)) url.searchParams.delete(name)
    }
    return route.continue({ url: url.href })
  })
  await page.goto('/?takes=audio&sort=name')
  await expect(page).toHaveTitle('All AI models · Model browser')
  await expect(cards(page).first()).toBeVisible()
  const category = await cards(page).first().locator('p').last().textContent()
  await categoryChip(page, category ?? '').click()
  await expect(page).toHaveURL(/\?category=/)
  await expect(cards(page).first()).toContainText(category ?? '')
  await expect(page.getByRole('alert')).toHaveCount(0)
  await searchBox(page).fill('flux')
  await expect(page).toHaveURL(/q=flux/)
  await expect(cards(page).first()).toContainText(/flux/i)
  // What it would ignore is not offered, and stays text where it is typed.
  await expect(page.getByRole('button', { name: 'Filters' })).toHaveCount(0)
  await expect(page.getByRole('combobox', { name: 'Sort' })).toHaveCount(0)
  await searchBox(page).fill('has:seed status:active ')
  await expect(page).toHaveURL(/q=has%3Aseed&.*status=active/)
  await expect(searchBox(page)).toHaveValue('has:seed ')
  expect(requests).toBeLessThanOrEqual(2)
  // It does not know how to list none.
  await page.goto('/?mine=favourites')
  await expect(page.getByRole('main')).toContainText('0 models')
  await expect(cards(page)).toHaveCount(0)
})

test('models without metadata, and with pictures that never load, are cards like others', async ({
  page,
}) => {
  const { models } = await findModels(page, 'limit=2')
  const [first, second] = models
  await page.route(SEARCH, (route) =>
    route.fulfill({
      json: {
        models: [
          { endpoint_id: 'acme/bare' },
          { ...first, metadata: { ...first?.metadata, thumbnail_url: '/nowhere.jpg' } },
          { ...second, metadata: { ...second?.metadata, thumbnail_url: 'blob:https://example.com/1' } },
        ],
        next_cursor: null,
        has_more: false,
      },
    }),
  )
  await page.goto('/')
  await expect(cards(page)).toHaveCount(3)
  for (const card of await cards(page).all()) {
    await expect(card.locator('img')).toHaveAttribute('src', /^data:image\/svg/)
    await expect(card.locator('img')).toHaveJSProperty('complete', true)
    expect(
      await card.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth),
    ).toBeGreaterThan(0)
  }
})

test('a picture that is not one of ours is asked for as it is, whatever it is called', async ({ page }) => {
  const { models } = await findModels(page, 'limit=1')
  const thumbnail_url = '/elsewhere/a.640.webp'
  await page.route('**/elsewhere/*', (route) =>
    route.request().url().endsWith(thumbnail_url)
      ? route.fulfill({ path: 'public/screenshot.jpg', contentType: 'image/jpeg' })
      : route.fulfill({ status: 404 }),
  )
  await page.route(SEARCH, (route) =>
    route.fulfill({
      json: {
        models: models.map((model) => ({ ...model, metadata: { ...model.metadata, thumbnail_url } })),
        next_cursor: null,
        has_more: false,
      },
    }),
  )
  await page.goto('/')
  const picture = cards(page).locator('img')
  await expect(picture).toHaveJSProperty('complete', true)
  const shown = await picture.evaluate((image: HTMLImageElement) => image.currentSrc)
  expect(new URL(shown).pathname).toBe(thumbnail_url)
})

test('the same model on two pages is one card, and a repeated cursor ends the list', async ({ page }) => {
  const { models } = await findModels(page, 'limit=24')
  await page.route(SEARCH, (route) =>
    route.fulfill({ json: { models, next_cursor: 'Mg==', has_more: true } }),
  )
  await page.goto('/')
  await expect(cards(page)).toHaveCount(24)
  await expect(async () => {
    await page.mouse.wheel(0, 5000)
    await expect(page.getByText('That is all')).toBeInViewport({ timeout: 100 })
  }).toPass()
  await expect(cards(page)).toHaveCount(24)
})

test('an unknown address leads back', async ({ page }) => {
  await page.goto('/no/such/page')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page at this address')
  await page.getByRole('link', { name: 'Browse all models' }).click()
  await expect(cards(page).first()).toBeVisible()
})

/** From now on what a list says of how many were found is noted, for `said`. */
async function noteSaid(page: Page) {
  await page.addInitScript(() => {
    const said: string[] = []
    Object.assign(window, { said })
    new MutationObserver(() => {
      const text = [...document.querySelectorAll('main output')]
        .map((output) => output.textContent ?? '')
        .find((text) => text.endsWith(' found'))
      const last = text ?? ''
      if (last !== (said.at(-1) ?? '')) said.push(last)
    }).observe(document, { childList: true, subtree: true, characterData: true })
  })
}

const said = (page: Page): Promise<string[]> => page.evaluate(() => Reflect.get(window, 'said'))
