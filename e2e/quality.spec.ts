import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { axeFindings, expect, test } from './fixtures.ts'

const SCREENS = {
  browse: '/',
  search: '/?q=flux&category=image-to-image&status=active',
  families: '/?takes=audio&tag=-lora&category=text-to-video&category=video-to-video',
  variants: '/?variants=apart&q=upscale&sort=newest',
  'nothing found': '/?q=qqqqzzzz&category=vision',
  model: '/models/fal-ai/flux-lora',
  output: '/models/fal-ai/flux-lora#output',
  'queue calls': '/models/fal-ai/flux-lora#queue',
  'raw document': '/models/fal-ai/flux-lora#openapi',
  'deprecated model': '/?status=deprecated',
  'unknown model': '/models/acme/unknown',
  'unknown address': '/nowhere/at/all',
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 320]) {
    test.describe(`${colorScheme}, ${width} px wide`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 }, expectedErrors: /404|429|503|net::ERR/ })

      for (const [screen, path] of Object.entries(SCREENS)) {
        test(`${screen}: axe finds nothing, and nothing is cut off`, async ({ page }) => {
          await page.goto(path)
          await expect(page.getByRole('main')).toBeVisible()
          await page.waitForLoadState('networkidle')
          expect(await axeFindings(page)).toEqual([])
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
          expect(overflow).toBeLessThanOrEqual(0)
        })
      }

      test('filter sheet and suggestions: axe finds nothing', async ({ page }) => {
        await page.goto('/?takes=audio&tag=-lora')
        await page.getByRole('searchbox', { name: 'Search models' }).pressSequentially('has:se')
        await expect(page.getByRole('option').first()).toBeVisible()
        await page.keyboard.press('ArrowDown')
        expect(await axeFindings(page)).toEqual([])
        await page.keyboard.press('Escape')
        await page.keyboard.press('Escape')
        await page.getByRole('button', { name: /^Filters/ }).click()
        const section = page.getByRole('dialog', { name: 'Filters' }).getByText('Tag', { exact: true })
        await expect(section).toBeVisible()
        await page.getByRole('button', { name: 'Not lora' }).scrollIntoViewIfNeeded()
        expect(await axeFindings(page)).toEqual([])
        expect(
          await page.getByRole('dialog').evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth),
        ).toBe(0)
      })

      test('menu and failure: axe finds nothing', async ({ page }) => {
        await page.route(/\/v1\/models\?/, (route) =>
          route.fulfill({
            status: 404,
            json: { error: { type: 'not_found', message: 'Gone', request_id: 'r' } },
          }),
        )
        await page.goto('/')
        await expect(page.getByRole('alert')).toBeVisible()
        await page.getByRole('button', { name: 'Menu' }).click()
        await expect(page.getByRole('group', { name: 'Appearance' })).toBeVisible()
        expect(await axeFindings(page)).toEqual([])
      })

      test('what passes by itself or by a button: axe finds nothing', async ({ page, context }) => {
        await page.route(/\/v1\/models\?/, () => undefined)
        await page.goto('/')
        await expect(page.locator('.animate-pulse').first()).toBeVisible()
        expect(await axeFindings(page), 'waiting').toEqual([])

        await page.unroute(/\/v1\/models\?/)
        await page.route(/\/v1\/models\?/, (route) =>
          route.fulfill({ status: 429, headers: { 'Retry-After': '600' }, body: '' }),
        )
        await page.goto('/?q=kling')
        await expect(page.getByRole('alert')).toContainText('Trying again in')
        expect(await axeFindings(page), 'rate limited').toEqual([])

        await page.unroute(/\/v1\/models\?/)
        await page.route(/cursor=/, (route) => route.fulfill({ status: 503, body: '' }))
        await page.goto('/?variants=apart')
        await expect(page.getByRole('article')).toHaveCount(24)
        await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
        await expect(page.getByRole('button', { name: /^Load more/ })).toBeVisible()
        expect(await axeFindings(page), 'the rest failed').toEqual([])

        await context.setOffline(true)
        await page.getByRole('searchbox', { name: 'Search models' }).fill('whisper')
        await expect(page.getByRole('alert')).toContainText('You are offline')
        expect(await axeFindings(page), 'offline').toEqual([])
      })
    })
  }
}

/** Runs inside the page, before it: notes what moves without having been asked to, and how much. */
function noteShifts() {
  const shifts: { value: number; moved: string[] }[] = []
  Object.assign(window, { shifts })
  const isShift = (entry: PerformanceEntry): entry is LayoutShift => 'sources' in entry
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries().filter(isShift)) {
      shifts.push({
        value,
        moved: sources.map(({ previousRect, currentRect }) => JSON.stringify([previousRect, currentRect])),
      })
    }
  }).observe({ type: 'layout-shift', buffered: true })
}

/** What Chromium tells of it, which the types of the DOM do not know. */
type LayoutShift = PerformanceEntry & {
  value: number
  sources: { previousRect: DOMRect; currentRect: DOMRect }[]
}

async function expectNoJump(page: Page) {
  const shifts = await page.evaluate<{ value: number }[]>('shifts')
  expect(
    shifts.reduce((sum, { value }) => sum + value, 0),
    JSON.stringify(shifts),
  ).toBeLessThanOrEqual(0.01)
}

test('nothing jumps when pages and pictures come late', async ({ page }) => {
  await page.addInitScript(noteShifts)
  await page.route(/\/thumbnails\/|cursor=/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500))
    await route.continue()
  })
  await page.goto('/?variants=apart')
  await expect(async () => {
    await page.mouse.wheel(0, 700)
    expect(await page.getByRole('article').count()).toBeGreaterThan(96)
  }).toPass()
  await page.waitForLoadState('networkidle')
  await expectNoJump(page)
})

test('forced colours: what is chosen has the colours of a choice', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto('/?category=image-to-video&variants=apart')
  for (const name of [/^Image to video/, 'Variants']) {
    await expect(page.getByRole('link', { name }).first()).toHaveCSS('background-color', await chosen(page))
  }
  expect(await axeFindings(page)).toEqual([])
})

/** The system's colour of what is chosen, as the browser computes it. */
async function chosen(page: Page): Promise<string> {
  return page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('div'))
    probe.style.setProperty('forced-color-adjust', 'none')
    probe.style.background = 'Highlight'
    const color = getComputedStyle(probe).backgroundColor
    probe.remove()
    return color
  })
}

test('text spaced as widely as readers may want it, and twice as large, loses nothing', async ({ page }) => {
  for (const width of [1440, 720, 390]) {
    await page.setViewportSize({ width, height: 900 })
    await page.goto('/?q=video&category=image-to-video&takes=audio')
    await expect(page.getByRole('article').first()).toBeVisible()
    await page.evaluate(() => {
      // The least that WCAG 1.4.12 asks for.
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }' +
          'p { margin-bottom: 2em !important }',
      )
      document.adoptedStyleSheets.push(sheet)
    })
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll('main *, header *')]
        .filter(
          (element) =>
            getComputedStyle(element).overflowY !== 'visible' &&
            element.clientHeight > 1 &&
            element.scrollHeight > element.clientHeight + 1 &&
            // A description is two lines of what its page says in full, however it is set.
            !element.matches('.line-clamp-2'),
        )
        .map((element) => `${element.className}: ${element.textContent}`),
    )
    expect(cut).toEqual([])
  }
})

test('the first page needs at most 120 kB of script, compressed', async ({ request }) => {
  // What the document itself names: the page fetches more later, ahead of need.
  const html = await (await request.get('/')).text()
  const scripts = html.match(/(?<=(?:src|href)=")[^"]+\.js(?=")/g) ?? []
  const bodies = await Promise.all(scripts.map(async (script) => (await request.get(script)).body()))
  const total = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0)
  expect(total).toBeGreaterThan(50_000)
  expect(total).toBeLessThanOrEqual(120_000)
})

for (const path of ['/', '/models/fal-ai/flux/dev', '/models/fal-ai/hyper-sdxl', '/changes']) {
  for (const width of [1440, 390]) {
    test(`nothing of ${path} jumps while it comes up, ${width} px wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 })
      await page.addInitScript(noteShifts)
      await page.goto(path)
      await page.waitForLoadState('networkidle')
      await expectNoJump(page)
    })
  }
}

test('no script and no style of a page is inline', async ({ page }) => {
  const response = await page.goto('/')
  const policy = response?.headers()['content-security-policy'] ?? ''
  expect(policy).toContain("script-src 'self'")
  expect(policy).not.toContain('unsafe')
})

test('on a phone nothing is wider than the screen, and what is above every page is as large as a finger', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    viewport: { width: 320, height: 640 },
    isMobile: true,
    hasTouch: true,
  })
  const page = await context.newPage()
  for (const path of Object.values(SCREENS)) {
    await page.goto(`${baseURL}${path}`)
    await expect(page.getByRole('main')).toBeVisible()
    await page.waitForLoadState('networkidle')
    // A phone widens the page to what is in it, so the two widths would agree.
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(320)
    const targets = page
      .getByRole('banner')
      .locator('a:not([href="#content"]), button')
      .filter({ visible: true })
    for (const target of await targets.all()) {
      const { width = 0, height = 0 } = (await target.boundingBox()) ?? {}
      expect(Math.min(width, height), `${path} ${String(target)}`).toBeGreaterThanOrEqual(44)
    }
  }
  await context.close()
})

test('the chosen theme is kept, and stands before the page does', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/')
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByText('dark', { exact: true }).click()
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  await expect.poll(background).toBe('rgb(10, 11, 14)')
  await page.reload({ waitUntil: 'commit' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect.poll(background).toBe('rgb(10, 11, 14)')
})
