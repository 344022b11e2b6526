import type { Page } from '@playwright/test'
import { axeFindings, cards, expect, searchBox, shownIds, test } from './fixtures.ts'

const help = (page: Page) => page.getByRole('dialog', { name: 'Keyboard shortcuts' })
const cardLink = (page: Page, place: number) => cards(page).nth(place).getByRole('heading').getByRole('link')

test('arrows move over rows and columns, Home and End within the row, Enter opens', async ({ page }) => {
  await page.goto('/')
  const [, , , , id] = await shownIds(page)
  await cardLink(page, 0).focus()
  const columns = await page.evaluate(() => {
    const tops = [...document.querySelectorAll('article')].map((card) => card.getBoundingClientRect().top)
    return tops.filter((top) => top === tops[0]).length
  })
  expect(columns).toBe(4)
  await page.keyboard.press('ArrowRight')
  await expect(cardLink(page, 1)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(cardLink(page, 9)).toBeFocused()
  await page.keyboard.press('End')
  await expect(cardLink(page, 11)).toBeFocused()
  await page.keyboard.press('Home')
  await expect(cardLink(page, 8)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(cardLink(page, 4)).toBeFocused()
  // All of it, not the link alone, and not under what sticks to the top.
  const hidden = await cards(page)
    .nth(4)
    .evaluate((card) => {
      const { left, top } = card.getBoundingClientRect()
      return !card.contains(document.elementFromPoint(left + 20, top + 5))
    })
  expect(hidden).toBe(false)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/models/${id}`)
})

test('the ring around a card in focus is seen on all its sides', async ({ page }) => {
  await page.goto('/?q=flux&variants=apart')
  await cardLink(page, 5).focus()
  await page.keyboard.press('ArrowUp')
  await expect(cardLink(page, 1)).toBeFocused()
  const sides = await cards(page)
    .nth(1)
    .evaluate((card) => {
      const { left, right, top, bottom } = card.getBoundingClientRect()
      const [x, y] = [(left + right) / 2, (top + bottom) / 2]
      return { above: [x, top - 5], below: [x, bottom + 5], before: [left - 5, y], after: [right + 5, y] }
    })
  const look = (x = 0, y = 0) => page.screenshot({ clip: { x: x - 2, y: y - 2, width: 4, height: 4 } })
  const withRing = await Promise.all(Object.values(sides).map(([x, y]) => look(x, y)))
  await cardLink(page, 6).focus()
  const without = await Promise.all(Object.values(sides).map(([x, y]) => look(x, y)))
  const unseen = Object.keys(sides).filter((_, place) =>
    withRing[place]?.equals(without[place] ?? Buffer.of()),
  )
  expect(unseen).toEqual([])
})

test('arrows leave the keys of the browser alone', async ({ page }) => {
  await page.goto('/?q=flux')
  await cardLink(page, 0).click()
  // Or the way back would lead out of the app.
  await expect(page).toHaveURL(/\/models\//)
  await page.goBack()
  await expect(cardLink(page, 0)).toBeFocused()
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Control+ArrowDown')
  await expect(cardLink(page, 0)).toBeFocused()
})

test('who moves past the last card has more loaded, and moves on', async ({ page }) => {
  let release: () => void = () => undefined
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  let asked = 0
  await page.route(/cursor=/, async (route) => {
    asked += 1
    await released
    await route.continue()
  })
  await page.goto('/?category=text-to-video')
  await expect(cards(page)).toHaveCount(24)
  await cardLink(page, 23).focus()
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => asked).toBe(1)
  await page.keyboard.press('ArrowDown')
  release()
  await expect(cardLink(page, 27)).toBeFocused()
})

test('Page Down and Up go from model to model, Ctrl+Home and End leave the list', async ({ page }) => {
  await page.goto('/?q=lip sync&status=active')
  await cardLink(page, 2).focus()
  await page.keyboard.press('PageDown')
  await expect(cardLink(page, 3)).toBeFocused()
  await page.keyboard.press('PageUp')
  await page.keyboard.press('PageUp')
  await expect(cardLink(page, 1)).toBeFocused()
  await page.keyboard.press('Control+Home')
  await expect(cards(page).locator(':focus')).toHaveCount(0)
  // What lies behind the list.
  await cardLink(page, 2).focus()
  await page.keyboard.press('c')
  const tray = page.getByRole('complementary', { name: 'To compare' })
  await expect(tray).toBeVisible()
  await page.keyboard.press('Control+End')
  await expect(tray.locator(':focus')).toHaveCount(1)
  // Where nothing does, the browser goes to the end of the page.
  await cardLink(page, 2).focus()
  await page.keyboard.press('c')
  await expect(tray).toBeHidden()
  await page.keyboard.press('Control+End')
  await expect(page.getByText(/^That is all/)).toBeInViewport()
})

test('keys that come before their code are acted on when it is there', async ({ page }) => {
  let release: () => void = () => undefined
  const mayCome = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(/feedKeys/, async (route) => {
    await mayCome
    await route.continue()
  })
  await page.goto('/')
  await cardLink(page, 1).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(cardLink(page, 1)).toBeFocused()
  release()
  await expect(cardLink(page, 3)).toBeFocused()
})

test('y copies the id of the model in focus, and on its page of the model shown', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
  await page.goto('/')
  await cardLink(page, 3).focus()
  await page.keyboard.press('y')
  // For two seconds.
  await expect(cards(page).nth(3).getByRole('status')).toHaveText('Copied')
  const [, , , id] = await shownIds(page)
  await expect.poll(clipboard).toBe(id)
  await page.goto('/models/fal-ai/flux-lora')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('y')
  await expect.poll(clipboard).toBe('fal-ai/flux-lora')
})

test('single keys can be turned off, and stay off', async ({ page }) => {
  const palette = page.getByRole('dialog', { name: 'Go to a model, category or action' })
  await page.goto('/')
  await expect(searchBox(page)).toBeVisible()
  await page.keyboard.press('?')
  await help(page)
    .getByRole('checkbox', { name: /Shortcuts of a single key/ })
    .uncheck()
  await page.keyboard.press('Escape')
  await expect(help(page)).toBeHidden()
  await page.reload()
  await expect(cards(page).first()).toBeVisible()
  // Its code is there from now on, so that it would open at once.
  await page.keyboard.press('Control+K')
  await expect(palette).toBeVisible()
  await page.keyboard.type('shortcuts')
  await page
    .getByRole('option', { name: /shortcuts/i })
    .first()
    .click()
  await expect(help(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(help(page)).toBeHidden()
  await page.keyboard.press('/')
  await expect(searchBox(page)).not.toBeFocused()
  await page.keyboard.press('?')
  // Behind a dialog, no other one opens.
  await page.keyboard.press('Control+K')
  await expect(palette).toBeVisible()
})

test('shortcuts are off where one types', async ({ page }) => {
  await page.goto('/')
  await expect(searchBox(page)).toBeVisible()
  await page.keyboard.press('/')
  await expect(searchBox(page)).toBeFocused()
  await page.keyboard.type('y?/')
  await expect(searchBox(page)).toHaveValue('y?/')
  await expect(help(page)).toBeHidden()
})

test.describe('without the server', () => {
  test.use({ expectedErrors: /Failed to/ })

  test('what cannot be opened is said', async ({ page }) => {
    await page.route(/assets\/ShortcutsHelp/, (route) => route.abort())
    await page.goto('/')
    await expect(cards(page).first()).toBeVisible()
    await page.keyboard.press('?')
    await expect(page.getByRole('alert')).toContainText('This could not be loaded')
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Close' }).click()
    await expect(page.getByRole('alert')).toBeHidden()
  })
})

test('what was closed by Escape opens again however soon', async ({ page }) => {
  await page.goto('/')
  await cardLink(page, 0).focus()
  await page.keyboard.press('?')
  await expect(help(page)).toBeVisible()
  // As soon as the focus is back, which is before the browser tells the page that the dialog was closed.
  await page.evaluate(() => {
    const again = () => document.dispatchEvent(new KeyboardEvent('keydown', { key: '?' }))
    document.addEventListener('focusin', again, { once: true })
  })
  await page.keyboard.press('Escape')
  await expect(cardLink(page, 0)).not.toBeFocused()
  await expect(help(page)).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 320]) {
    test.describe(`${colorScheme}, ${width} px wide`, () => {
      test.use({ colorScheme, viewport: { width, height: 700 } })

      test('the help lists the shortcuts, gives the focus back, and axe finds nothing', async ({ page }) => {
        await page.goto('/')
        await cardLink(page, 0).focus()
        await page.keyboard.press('?')
        await expect(help(page)).toContainText('Copy the id of the model')
        expect(await axeFindings(page)).toEqual([])
        await page.keyboard.press('Escape')
        await expect(cardLink(page, 0)).toBeFocused()
        await page.keyboard.press('?')
        await expect(help(page)).toBeVisible()
        await page.mouse.click(4, 4)
        await expect(help(page)).toBeHidden()
      })
    })
  }
}
