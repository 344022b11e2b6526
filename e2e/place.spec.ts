import type { Page } from '@playwright/test'
import {
  axeFindings,
  cards,
  categoryChip,
  expect,
  findModels,
  listStands,
  searchBox,
  shownIds,
  shownTotal,
  test,
} from './fixtures.ts'

test('a thousand cards down, Back and a reload return to the same card, focused, without a request', async ({
  page,
}) => {
  test.slow()
  await page.goto('/?variants=apart')
  await scrollTo(page, 1000)
  const id = await cards(page).nth(998).getAttribute('data-place')
  const link = placed(page, id).getByRole('heading').getByRole('link')
  await link.focus()
  const top = await topOf(page, id)
  const lists = watchLists(page)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/models/${id}`)
  await page.goBack()
  await expect(link).toBeFocused()
  await expect.poll(() => topOf(page, id)).toBe(top)
  await page.reload()
  await expect(link).toBeFocused()
  await expect.poll(() => topOf(page, id)).toBe(top)
  expect(lists).toEqual([])
})

test('forward and back again, with reloads in between, keep a place without focus to the pixel', async ({
  page,
}) => {
  await page.goto('/?variants=apart')
  await scrollTo(page, 70)
  await page.mouse.wheel(0, 123)
  await listStands(page)
  const id = await topmostId(page)
  const top = await topOf(page, id)
  // Families are another list, asked for in between.
  const lists = watchLists(page, (params) => !params.has('fold'))
  await page.evaluate(() => document.querySelector<HTMLElement>('header a[href="/"]')?.click())
  await expect(page).toHaveURL('/')
  await page.goBack()
  await expect.poll(() => topOf(page, id)).toBe(top)
  await page.goForward()
  await expect(page).toHaveURL('/')
  await page.reload()
  await expect(cards(page).first()).toBeVisible()
  await page.goBack()
  await expect.poll(() => topOf(page, id)).toBe(top)
  expect(lists).toEqual([])
})

test('a tab that was put to sleep wakes up as it was', async ({ page, context, baseURL }) => {
  await page.goto('/?q=video')
  await scrollTo(page, 80)
  await page.waitForTimeout(300)
  const id = await topmostId(page)
  const top = await topOf(page, id)
  // All that a discarded tab has when it comes back: its address and what it kept when it was last hidden.
  const kept = await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden' })
    document.dispatchEvent(new Event('visibilitychange'))
    return Object.entries(sessionStorage)
  })
  const address = page.url()
  await page.close()
  const woken = await context.newPage()
  await woken.addInitScript((entries) => {
    for (const [name, text] of entries) sessionStorage.setItem(name, String(text))
  }, kept)
  const lists = watchLists(woken)
  await woken.goto(address.replace(/^.*?\/\/[^/]+/, baseURL ?? ''))
  await expect.poll(() => topOf(woken, id)).toBe(top)
  expect(lists).toEqual([])
})

test('what a tab kept and what is no answer is left aside, and said to the console', async ({ page }) => {
  await page.goto('/?q=whisper')
  await expect(cards(page).first()).toBeVisible()
  const ids = await shownIds(page)
  const warnings: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'warning') warnings.push(message.text())
  })
  const damages = [
    (_text: string) => '{]',
    (text: string) => text.replace(/"pages":\[.*/, '"pages":7}'),
    () => `${Date.now()} null`,
    // Too old to be believed, which is nothing to speak of.
    (text: string) => text.replace(/^\d+/, '1000000000000'),
  ]
  for (const damage of damages) {
    await page.evaluate(
      (texts) => {
        // After all that the page does when it goes.
        document.addEventListener('visibilitychange', () => {
          for (const [name, text] of texts) sessionStorage.setItem(name, text)
        })
      },
      (await keptAnswers(page)).map(([name, text]) => [name, damage(text)] as const),
    )
    const answer = page.waitForResponse(/\/v1\/models\?/)
    await page.reload()
    await answer
    await expect.poll(() => shownIds(page)).toEqual(ids)
  }
  expect(warnings.filter((text) => text.startsWith('Ignored'))).not.toHaveLength(0)
  expect(warnings.every((text) => text.startsWith('Ignored what this tab kept'))).toBe(true)
})

test('a tab without room keeps working', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('No room', 'QuotaExceededError')
    }
  })
  await page.goto('/')
  await scrollTo(page, 40)
  await page.reload()
  await expect(cards(page).first()).toBeVisible()
})

test('page after page, the next one is there before the end of this one shows', async ({ page }) => {
  await page.goto('/?category=image-to-video&variants=apart')
  await expect(cards(page).first()).toBeVisible()
  // Looks at every frame, also at those in which a page is awaited.
  await page.evaluate(() => {
    Object.assign(window, { waits: 0 })
    const look = () => {
      const end = [...document.querySelectorAll('main p')].at(-1)
      const isWaiting = end?.textContent?.startsWith('Loading') === true
      if (isWaiting && end.getBoundingClientRect().top < window.innerHeight)
        Object.assign(window, { waits: 1 })
      requestAnimationFrame(look)
    }
    look()
  })
  const end = page.getByText('That is all')
  let screens = 0
  while (
    !(await end.isVisible()) ||
    (await end.evaluate((one) => one.getBoundingClientRect().top > innerHeight))
  ) {
    // At once: keys scroll smoothly, and a busy machine would gather several before the first one moves the page.
    await page.evaluate(() => window.scrollBy({ top: window.innerHeight * 0.9, behavior: 'instant' }))
    // As fast as the server is: how long that takes is for the bench.
    await page.waitForFunction(() => {
      const last = [...document.querySelectorAll('main p')].at(-1)
      const isAll = last?.textContent?.startsWith('That is all') === true
      return isAll || (last && last.getBoundingClientRect().top > 3 * window.innerHeight)
    })
    screens += 1
  }
  expect(screens).toBeGreaterThan(8)
  expect(await page.evaluate(() => Reflect.get(window, 'waits'))).toBe(0)
  expect(await shownIds(page)).toHaveLength(await shownTotal(page))
})

test('a setting makes the list wait for a button', async ({ page }) => {
  await page.goto('/?category=text-to-video&variants=apart')
  await expect(cards(page).first()).toBeVisible()
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('checkbox', { name: 'Load more while scrolling' }).uncheck()
  await page.keyboard.press('Escape')
  await page.goto('/?category=text-to-image&variants=apart')
  await expect(page.getByRole('main').locator('strong').first()).not.toContainText('+')
  const total = await shownTotal(page)
  const more = page.getByRole('button', { name: `Load more (${total - 24} left)` })
  await more.scrollIntoViewIfNeeded()
  await expect(cards(page)).toHaveCount(24)
  await more.focus()
  await page.keyboard.press('Enter')
  await expect(cards(page)).toHaveCount(48)
  await expect(cards(page).nth(24).getByRole('heading').getByRole('link')).toBeFocused()
  await expect(page.getByRole('button', { name: `Load more (${total - 48} left)` })).toBeVisible()

  await page.goto('/?category=text-to-image&variants=apart&view=table')
  const rows = page.getByRole('rowheader')
  await expect(rows).toHaveCount(100)
  await page.getByRole('button', { name: `Load more (${total - 100} left)` }).press('Enter')
  await expect(rows.nth(100).getByRole('link')).toBeFocused()
})

test('a list that is told anew, with a change in its first model, stays as long as it was', async ({
  page,
}) => {
  await page.clock.install()
  let schemas_to_come = 1
  await page.route('**/v1/models/facets**', async (route) => {
    const response = await route.fetch()
    const facets = await response.json()
    await route.fulfill({ json: { ...facets, source: { ...facets.source, schemas_to_come } } })
  })
  await page.route(/\/v1\/models\?.*limit=24/, async (route) => {
    const response = await route.fetch()
    const answer = await response.json()
    const [first, ...others] = answer.models
    const display_name = `With ${schemas_to_come} to come`
    const changed = { ...first, metadata: { ...first.metadata, display_name } }
    await route.fulfill({ json: { ...answer, models: [changed, ...others] } })
  })
  await page.goto('/?category=vision')
  await expect(page.getByText('still being read')).toBeVisible()
  // A list that one comes back to is drawn whole: this one is entered.
  await categoryChip(page, 'Text to video').click()
  await expect(page).toHaveURL(/category=text-to-video/)
  await expect(cards(page).nth(23)).toBeAttached()
  await page.evaluate(() => {
    const counts: number[] = []
    Object.assign(window, { counts })
    new MutationObserver(() => counts.push(document.querySelectorAll('article').length)).observe(document, {
      childList: true,
      subtree: true,
    })
  })
  schemas_to_come = 0
  await page.clock.runFor(61_000)
  await expect(async () => {
    await page.clock.runFor(1000)
    await expect(cards(page).first()).toContainText('With 0 to come', { timeout: 500 })
  }).toPass()
  const counts: number[] = await page.evaluate(() => Reflect.get(window, 'counts'))
  expect(Math.min(...counts, 24)).toBe(24)
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})

test('some screens down there is a way to the top, from where the keyboard goes on', async ({ page }) => {
  await page.goto('/?variants=apart')
  await expect(cards(page).first()).toBeVisible()
  const toTop = page.getByRole('button', { name: 'Back to top' })
  await expect(toTop).toHaveCount(0)
  await scrollTo(page, 60)
  await toTop.click()
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0)
  await expect(page.getByRole('main')).toBeFocused()
  await expect(toTop).toHaveCount(0)
})

test('the link to a place deep in the list opens there, in another browser', async ({
  page,
  context,
  browser,
  baseURL,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/?status=active&variants=apart')
  await expect(cards(page).first()).toBeVisible()
  await page.getByRole('button', { name: 'Share' }).click()
  expect(await copied(page)).toBe(`${baseURL}/?status=active&variants=apart`)
  await scrollTo(page, 200)
  await page.getByRole('button', { name: 'Link to this place' }).click()
  await expect.poll(() => copied(page)).toContain(`${baseURL}/?status=active&variants=apart#`)
  const id = new URL(await copied(page)).hash.slice(1)
  await expect(placed(page, id)).toBeInViewport()

  const other = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const there = await other.newPage()
  await there.goto(await copied(page))
  const card = placed(there, id)
  await expect(card.getByRole('heading').getByRole('link')).toBeFocused()
  await expect(card).toBeInViewport({ ratio: 1 })
  const ids = await shownIds(there)
  expect(ids.indexOf(id)).toBeGreaterThan(100)
  await other.close()
})

test('while a place is sought the page says so, and one can stop it', async ({ page }) => {
  const { models } = await findModels(page, 'limit=100&cursor=Mw')
  const id = models[90]?.endpoint_id ?? ''
  let release: () => void = () => undefined
  await page.route(/cursor=/, async (route) => {
    await new Promise<void>((resolve) => {
      release = resolve
    })
    await route.continue().catch(() => undefined)
  })
  await page.goto(`/?variants=apart#${id}`)
  const notice = page.getByRole('status').filter({ hasText: `Looking for ${id}` })
  await expect(notice).toBeVisible()
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(notice).toHaveCount(0)
  release()
})

test.describe('where a page fails', () => {
  test.use({ expectedErrors: /Failed to load resource/ })

  test('a place is not missing: who tries again is brought to it', async ({ page }) => {
    const { models } = await findModels(page, 'limit=100')
    const id = models[60]?.endpoint_id ?? ''
    await page.route(/cursor=/, (route) => route.fulfill({ status: 503, body: '' }))
    await page.goto(`/?variants=apart#${id}`)
    const notice = page.getByRole('status').filter({ hasText: id })
    await expect(notice).toHaveText(`A page failed while looking for ${id}`)
    await page.unroute(/cursor=/)
    await page.getByRole('button', { name: 'Look on' }).click()
    await expect(placed(page, id).getByRole('heading').getByRole('link')).toBeFocused()
    await expect(notice).toHaveCount(0)
  })
})

test('who scrolls while a place is sought is not pulled away when it comes', async ({ page }) => {
  const { models } = await findModels(page, 'limit=100')
  const id = models[40]?.endpoint_id ?? ''
  let release: () => void = () => undefined
  await page.route(/cursor=/, async (route) => {
    await new Promise<void>((resolve) => {
      release = resolve
    })
    await route.continue().catch(() => undefined)
  })
  const asked = page.waitForRequest(/cursor=/)
  await page.goto(`/?variants=apart#${id}`)
  const notice = page.getByRole('status').filter({ hasText: `Looking for ${id}` })
  await expect(notice).toBeVisible()
  await asked
  await page.mouse.move(700, 500)
  await page.mouse.wheel(0, 100)
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(100)
  release()
  await expect(placed(page, id)).toBeAttached()
  await expect(notice).toHaveCount(0)
  expect(await page.evaluate(() => window.scrollY)).toBe(100)
  await expect(placed(page, id).getByRole('heading').getByRole('link')).not.toBeFocused()
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})

test('what is said of a place that is sought stands above the models to compare', async ({ page }) => {
  await page.goto('/?q=whisper')
  await cards(page).first().locator('[data-card-link]').focus()
  await page.keyboard.press('c')
  const tray = page.getByRole('complementary', { name: 'To compare' })
  await expect(tray).toBeVisible()
  await page.goto('/?q=whisper#acme/none')
  const dismiss = page.getByRole('button', { name: 'Dismiss' })
  await expect(tray).toBeVisible()
  await expect(dismiss).toBeVisible()
  const box = await dismiss.boundingBox()
  const below = await tray.boundingBox()
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0)
})

test('a place that the list does not have is said, with a way to it', async ({ page }) => {
  await page.goto('/?q=whisper#fal-ai/flux/dev')
  await expect(
    page.getByRole('status').filter({ hasText: 'Not in this list: fal-ai/flux/dev' }),
  ).toBeVisible()
  await page.getByRole('link', { name: 'Open its page' }).click()
  await expect(page).toHaveURL('/models/fal-ai/flux/dev')
})

test('a search in between does not go back to a place that was linked to', async ({ page }) => {
  await page.goto('/?q=whisper#fal-ai/flux/dev')
  await searchBox(page).fill('flux')
  await expect(page).toHaveURL('/?q=flux')
  await expect(cards(page).first()).toContainText(/flux/i)
  expect(await page.evaluate(() => window.scrollY)).toBe(0)
  await expect(page.getByText('Not in this list')).toHaveCount(0)
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 320]) {
    test.describe(`${colorScheme}, ${width} px wide`, () => {
      test.use({ colorScheme, viewport: { width, height: 500 } })

      test('deep in the list, and where a place is missing, axe finds nothing', async ({ page }) => {
        await page.goto('/?q=whisper#acme/none')
        await expect(page.getByText('Not in this list')).toBeVisible()
        expect(await axeFindings(page)).toEqual([])
        await page.goto('/?category=text-to-speech&variants=apart')
        await scrollTo(page, 30)
        await scrollToEnd(page)
        await expect(page.getByRole('button', { name: 'Back to top' })).toBeVisible()
        expect(await axeFindings(page)).toEqual([])
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
        ).toBeLessThanOrEqual(0)
      })
    })
  }
}

test('who scrolls on while the first models come is not put back', async ({ page }) => {
  let release: () => void = () => undefined
  await page.route(
    /\/v1\/models\?/,
    async (route) => {
      await new Promise<void>((resolve) => {
        release = resolve
      })
      await route.continue()
    },
    { times: 1 },
  )
  const asked = page.waitForRequest(/\/v1\/models\?/)
  await page.goto('/')
  await asked
  await page.mouse.wheel(0, 1400)
  // The browser itself moves by some pixels, to hold still what is in view.
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(1300)
  await page.evaluate(() => {
    Object.assign(window, { highest: scrollY })
    addEventListener('scroll', () => {
      Object.assign(window, { highest: Math.min(scrollY, Reflect.get(window, 'highest')) })
    })
  })
  release()
  await shownIds(page)
  expect(await page.evaluate(() => Reflect.get(window, 'highest'))).toBeGreaterThan(1300)
})

const placed = (page: Page, id: string | null) => page.locator(`article[data-place="${id}"]`)
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

/** Scrolls until so many cards are there, and on to the last of them. */
async function scrollTo(page: Page, count: number) {
  await expect(cards(page).first()).toBeVisible()
  await page.evaluate(async (count) => {
    while (document.querySelectorAll('article').length < count) {
      window.scrollTo(0, document.body.scrollHeight)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }, count)
  await cards(page)
    .nth(count - 1)
    .evaluate((card) => card.scrollIntoView({ block: 'center' }))
  await listStands(page)
}

async function scrollToEnd(page: Page) {
  await expect(async () => {
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
    await expect(page.getByText('That is all')).toBeInViewport({ timeout: 500 })
  }).toPass()
}

async function topOf(page: Page, id: string | null): Promise<number> {
  return placed(page, id).evaluate((card) => Math.round(card.getBoundingClientRect().top))
}

/** Of a card that is well on the screen. */
async function topmostId(page: Page): Promise<string> {
  return page.evaluate(() => {
    const onScreen = [...document.querySelectorAll('article')].find((card) => {
      const { top, bottom } = card.getBoundingClientRect()
      return top < window.innerHeight - 100 && bottom > 200
    })
    return onScreen?.dataset['place'] ?? ''
  })
}

async function keptAnswers(page: Page): Promise<[string, string][]> {
  return page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
    return Object.entries<string>(sessionStorage).filter(([name]) => name.startsWith('answer '))
  })
}

/** The lists and counts that are asked for from now on. */
function watchLists(page: Page, isOfInterest: (params: URLSearchParams) => boolean = () => true): string[] {
  const requests: string[] = []
  page.on('request', (request) => {
    const { pathname, search, searchParams } = new URL(request.url())
    // A model's own page asks for its relatives, which it does not page through.
    const isList = pathname === '/v1/models' && searchParams.has('limit')
    if ((isList || pathname === '/v1/models/facets') && isOfInterest(searchParams))
      requests.push(pathname + search)
  })
  return requests
}
