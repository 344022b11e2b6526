import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import type { ModelsPage } from '#contract/models.ts'
import { axeFindings, cards, expect, shownIds, test } from './fixtures.ts'
import { killWhileMirroring } from './bench/killWhileMirroring.ts'
import { startLiveServer } from './bench/startLiveServer.ts'

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

test('how old the models are is told from now, also on a page that is long open', async ({ page }) => {
  await page.clock.install({ time: '2026-11-25T12:00:00Z' })
  let source: object = { as_of: '2026-11-25T12:00:00Z' }
  await serveSource(page, () => source)
  await page.goto('/?q=lynx')
  await expect(cards(page).first()).toBeVisible()
  await page.clock.fastForward('01:00:00')
  source = { as_of: '2026-11-25T12:50:00Z', failing_since: '2026-11-25T12:55:00Z' }
  await page.getByRole('searchbox', { name: 'Search models' }).fill('flux')
  await page.clock.runFor(1000)
  await expect(page.getByRole('status').filter({ hasText: 'fal.example' })).toContainText('10 minutes old')
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})

test.describe('over an endpoint that has pictures', () => {
  test.use({
    baseURL: async ({ baseURL }, use) => {
      const gallery = await startGallery(baseURL ?? '')
      const directory = await mkdtemp(join(tmpdir(), 'mirror-'))
      const server = await startLiveServer(gallery.address, directory)
      await use(server.url)
      await server.kill()
      gallery.close()
      await rm(directory, { recursive: true, force: true })
    },
  })

  test('cards and pages have them from us, small, and nobody else is asked', async ({ page, request }) => {
    const { models }: ModelsPage = await (await request.get('/v1/models')).json()
    // A machine that is busy may take longer than a reader waits; what they see then is tried elsewhere.
    for (const { metadata } of models) {
      await expect(async () => {
        const answer = await request.get(metadata?.thumbnail_url ?? '')
        expect(answer.headers()['cache-control']).toContain('immutable')
      }).toPass()
    }
    await page.goto('/')
    await expect(cards(page)).toHaveCount(models.length)
    const pictures = cards(page).locator('img')
    for (const picture of await pictures.all()) {
      await picture.scrollIntoViewIfNeeded()
      await expect(picture).toHaveJSProperty('complete', true)
      await expectSmallPicture(picture)
    }
    await page.goto(`/models/${models[0]?.endpoint_id}`)
    await expectSmallPicture(page.locator('main img').first())
    const card = await page.locator('meta[property="og:image"]').getAttribute('content')
    expect((await request.get(card ?? '')).headers()['content-type']).toBe('image/jpeg')

    /** That of a screen with one dot to a point. A drawing in its stead would not be kept for ever. */
    async function expectSmallPicture(picture: Locator) {
      const address = () => picture.evaluate((image: HTMLImageElement) => image.currentSrc)
      await expect.poll(address).toContain('.picture.320.webp')
      expect((await request.get(await address())).headers()['cache-control']).toContain('immutable')
    }
  })
})

test.describe('with a key of the reader', () => {
  test.use({ expectedErrors: /401/ })

  test('what they favour is shown, and the key lives as long as the page', async ({ page }) => {
    await serveSource(page, () => ({ as_of: '2026-11-25T12:00:00Z', takes_keys: true }))
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
    const views = page.getByRole('navigation', { name: 'View' })
    // The menu, which lies over it, stays open.
    await views.getByRole('link', { name: 'Table' }).press('Enter')
    await expect(page.getByRole('row').nth(1)).toContainText('Favourite')
    await views.getByRole('link', { name: 'Cards' }).press('Enter')

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

test('a server that has keys of its own offers no field for those of fal', async ({ page }) => {
  await serveSource(page, () => ({ as_of: '2026-11-25T12:00:00Z' }))
  await page.goto('/?q=lynx')
  await page.getByRole('button', { name: 'Menu' }).click()
  await expect(page.getByText('models from the live endpoint')).toBeVisible()
  await expect(page.getByLabel('Your fal key')).toBeHidden()
  await page.unrouteAll({ behavior: 'ignoreErrors' })
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

/** An endpoint of a few models, with a picture of its own for each. */
async function startGallery(api: string) {
  const picture = Buffer.from(await (await fetch(`${api}/thumbnails/fal-ai/flux/dev.png`)).arrayBuffer())
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', api)
    if (pathname.startsWith('/pictures/')) response.end(picture)
    else void answer(searchParams).then((page) => response.end(JSON.stringify(page)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  return {
    address: `${origin}/v1`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }

  async function answer(asked: URLSearchParams): Promise<ModelsPage> {
    const query = asked.has('endpoint_id') ? asked : 'limit=8&fold=group'
    const page: ModelsPage = await (await fetch(`${api}/v1/models?${query}`)).json()
    for (const { endpoint_id, metadata } of page.models) {
      if (metadata) metadata.thumbnail_url = `${origin}/pictures/${endpoint_id}`
    }
    return { ...page, next_cursor: null, has_more: false }
  }
}
