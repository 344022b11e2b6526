import { cards, categoryChip, expect, findModels, searchBox, shownIds, shownTotal, test } from './fixtures.ts'
import type { Page } from '@playwright/test'

const sheet = (page: Page) => page.getByRole('dialog', { name: 'Filters' })
const filtersButton = (page: Page) => page.getByRole('button', { name: /^Filters/ })
const appliedFilters = (page: Page) => page.getByRole('list', { name: 'Applied filters' })
const suggestions = (page: Page) => page.getByRole('listbox', { name: 'Filters' })
/** A value's row in a section of the sheet: its box, with its count behind the name. */
const choice = (page: Page, section: string, value: string) =>
  sheet(page)
    .getByRole('list', { name: section })
    .getByRole('checkbox', { name: new RegExp(`^${value} [\\d,]+ models$`) })

async function countOf(page: Page, section: string, value: string): Promise<number> {
  const row = await choice(page, section, value).evaluate((box) => box.closest('label')?.textContent)
  return Number(row?.replace(value, '').replaceAll(/\D/g, ''))
}

async function openSheet(page: Page) {
  await filtersButton(page).click()
  await expect(choice(page, 'Takes', 'audio')).toBeVisible()
}

test('the sheet narrows at once, counts are kept, and Back undoes one choice at a time', async ({ page }) => {
  await page.goto('/?q=video')
  await openSheet(page)
  const count = await countOf(page, 'Takes', 'audio')
  expect(count).toBeGreaterThan(0)
  await choice(page, 'Takes', 'audio').click()
  await expect(page).toHaveURL('/?q=video&takes=audio')
  await expect(page).toHaveTitle('Models that take audio, matching “video” · Model browser')
  await expect(sheet(page).getByRole('button', { name: `Show ${count} models` })).toBeVisible()

  await sheet(page).getByRole('button', { name: 'Not text', exact: true }).first().click()
  await expect(page).toHaveURL('/?q=video&takes=audio&takes=-text')
  await expect(sheet(page).getByRole('button', { name: 'Not text', exact: true }).first()).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  // The opposite takes its place.
  await choice(page, 'Takes', 'text').click()
  await expect(page).toHaveURL('/?q=video&takes=audio&takes=text')
  await page.goBack()
  await expect(page).toHaveURL('/?q=video&takes=audio&takes=-text')
  await page.goBack()
  await expect(page).toHaveURL('/?q=video&takes=audio')
  await expect(choice(page, 'Takes', 'audio')).toBeChecked()

  await sheet(page)
    .getByRole('button', { name: `Show ${count} models` })
    .click()
  await expect(sheet(page)).toHaveCount(0)
  await expect.poll(() => shownTotal(page)).toBe(count)
})

test('the sheet holds the focus and the page; Escape closes it', async ({ page }) => {
  await page.goto('/')
  await filtersButton(page).focus()
  await page.keyboard.press('Enter')
  await expect(choice(page, 'Takes', 'audio')).toBeVisible()
  await page.mouse.move(200, 500)
  await page.mouse.wheel(0, 800)
  for (let press = 0; press < 5; press++) await page.keyboard.press('Tab')
  expect(await sheet(page).evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true)
  expect(await page.evaluate(() => window.scrollY)).toBe(0)
  // From the keyboard alone.
  await choice(page, 'Takes', 'audio').focus()
  await page.keyboard.press('Space')
  await expect(page).toHaveURL('/?takes=audio')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await expect(page).toHaveURL('/?takes=-audio')
  await page.keyboard.press('Escape')
  await expect(sheet(page)).toHaveCount(0)
  await expect(filtersButton(page)).toBeFocused()
})

test('a long section is found through by letters, and shown whole on demand', async ({ page }) => {
  await page.goto('/')
  await openSheet(page)
  const section = sheet(page).getByRole('list', { name: 'Has input' })
  const few = await section.getByRole('listitem').count()
  await sheet(page).getByRole('searchbox', { name: 'Find in Has input' }).fill('end_image')
  await choice(page, 'Has input', 'end_image_url').click()
  await expect(page).toHaveURL('/?param=end_image_url')
  await page.keyboard.press('Escape')
  await openSheet(page)
  // What is chosen is shown first, however rare it is.
  await expect(section.getByRole('checkbox').first()).toBeChecked()
  await sheet(page)
    .getByRole('button', { name: /^Show all/ })
    .first()
    .click()
  expect(await section.getByRole('listitem').count()).toBeGreaterThan(few)
})

test('counts are asked for all facets only while the sheet is open', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/models/facets')) asked.push(request.url())
  })
  await page.goto('/')
  await expect(cards(page).first()).toBeVisible()
  await categoryChip(page, 'Text to image').click()
  await expect(page).toHaveURL('/?category=text-to-image')
  expect(asked.filter((url) => url.includes('facet=param'))).toEqual([])
  await openSheet(page)
  expect(asked.filter((url) => url.includes('facet=param'))).toHaveLength(1)
})

test('on a phone the chosen chip is in view, also once the counts have come', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  let count = () => {}
  const isWanted = new Promise<void>((resolve) => (count = resolve))
  await page.route(/\/models\/facets/, async (route) => {
    await isWanted
    await route.continue()
  })
  await page.goto('/?category=speech-to-text')
  const chip = categoryChip(page, 'Speech to text')
  await expect(chip).toBeInViewport({ ratio: 1 })
  count()
  await expect(chip).toContainText('models')
  await expect(chip).toBeInViewport({ ratio: 1 })
})

test('what is applied can be taken away by itself, or all at once', async ({ page }) => {
  await page.goto(
    '/?q=video&category=text-to-video&category=image-to-video&tag=-lora&takes=image&status=active',
  )
  await expect(appliedFilters(page).getByRole('link')).toHaveText([
    'active',
    'text to video',
    'image to video',
    'not lora',
    'takes image',
    'Clear all',
  ])
  await expect(categoryChip(page, 'Text to video')).toHaveAttribute('aria-current', 'true')
  await expect(categoryChip(page, 'Image to video')).toHaveAttribute('aria-current', 'true')
  await appliedFilters(page).getByRole('link', { name: 'Remove filter: not lora' }).click()
  await expect(page).toHaveURL(
    '/?q=video&category=text-to-video&category=image-to-video&takes=image&status=active',
  )
  await appliedFilters(page).getByRole('link', { name: 'Clear all' }).click()
  await expect(page).toHaveURL('/')
  await expect(searchBox(page)).toHaveValue('')
  await expect(appliedFilters(page)).toHaveCount(0)
})

test('filters of one value say which they are', async ({ page }) => {
  await page.goto('/?category=training&kind=training&status=active')
  await expect(appliedFilters(page).getByRole('link')).toHaveText([
    'active',
    'category: training',
    'kind: training',
    'Clear all',
  ])
  await appliedFilters(page).getByRole('link', { name: 'Remove filter: kind: training' }).click()
  await expect(page).toHaveURL('/?category=training&status=active')
  await expect(appliedFilters(page).getByRole('link')).toHaveText(['active', 'training', 'Clear all'])
})

test('words of the search box become filters, without a letter or space of the rest lost', async ({
  page,
}) => {
  await page.goto('/')
  await searchBox(page).pressSequentially('video takes:audio pro -lora ', { delay: 40 })
  await expect(page).toHaveURL('/?q=video+pro&tag=-lora&takes=audio')
  await expect(searchBox(page)).toHaveValue(/^video {1,2}pro {1,2}$/)
  await expect(appliedFilters(page)).toContainText('not loratakes audio')
  const { models } = await findModels(page, 'q=video+pro&tag=-lora&takes=audio&fold=group')
  await expect.poll(async () => (await shownIds(page)).length).toBe(Math.min(models.length, 24))
  // A word typed into the midst leaves the caret where it was.
  await searchBox(page).press('Home')
  await page.keyboard.type('returns:video new ', { delay: 20 })
  await expect(searchBox(page)).toHaveValue(/^new video {1,2}pro {1,2}$/)
  await expect(page).toHaveURL(/q=new\+video\+pro.*returns=video/)
})

test('a word that may become another waits for a space or Enter; one that cannot, for the pause', async ({
  page,
}) => {
  await page.goto('/')
  await searchBox(page).pressSequentially('cat has:image_url')
  await expect(page).toHaveURL('/?q=cat')
  await expect(searchBox(page)).toHaveValue('cat has:image_url')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/?q=cat&param=image_url')
  await expect(searchBox(page)).toHaveValue('cat ')
  await page.keyboard.type('returns:image')
  await expect(page).toHaveURL('/?q=cat&returns=image&param=image_url')
  await page.keyboard.type('tag:no-such-tag -thing')
  await expect(page).toHaveURL('/?q=cat+tag%3Ano-such-tag+-thing&returns=image&param=image_url')
})

test('a filter that was typed is part of the typing: one Back takes it all back', async ({ page }) => {
  await page.goto('/')
  await categoryChip(page, 'Image to video').click()
  await searchBox(page).pressSequentially('pro has:seed lora takes:audio', { delay: 30 })
  await expect(page).toHaveURL('/?q=pro+lora&category=image-to-video&takes=audio&param=seed')
  await filtersButton(page).click()
  await choice(page, 'Returns', 'video').click()
  await expect(page).toHaveURL(/returns=video/)
  await page.keyboard.press('Escape')
  await expect(appliedFilters(page)).toContainText('returns video')
  await page.goBack()
  await expect(page).toHaveURL('/?q=pro+lora&category=image-to-video&takes=audio&param=seed')
  await expect(searchBox(page)).toHaveValue('pro lora')
  await page.goBack()
  await expect(page).toHaveURL('/')
  await expect(searchBox(page)).toHaveValue('')
})

test('what is typed is completed from what there is, by keyboard alone', async ({ page }) => {
  await page.goto('/')
  await searchBox(page).pressSequentially('tak')
  await expect(suggestions(page).getByRole('option')).toContainText(['takes:'])
  await page.keyboard.press('ArrowDown')
  await expect(searchBox(page)).toHaveAttribute('aria-activedescendant', /./)
  const active = await searchBox(page).getAttribute('aria-activedescendant')
  await expect(page.locator(`[id="${active}"]`)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Tab')
  await expect(searchBox(page)).toHaveValue('takes:')
  await expect(searchBox(page)).toBeFocused()
  await expect(suggestions(page).getByRole('option').first()).toHaveText(/^takes:\w+[\d,]+ models$/)
  await page.keyboard.type('au')
  await expect(suggestions(page).getByRole('option')).toHaveCount(1)
  await expect(page.getByText('1 suggestion', { exact: true })).toBeAttached()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/?takes=audio')
  await expect(searchBox(page)).toHaveValue('')
  await expect(suggestions(page)).toHaveCount(0)
  // The first Escape closes the list, the second clears the text.
  await page.keyboard.type('-tag:lo')
  await expect(suggestions(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(suggestions(page)).toHaveCount(0)
  await expect(searchBox(page)).toHaveValue('-tag:lo')
  await page.keyboard.press('Escape')
  await expect(searchBox(page)).toHaveValue('')
})

test('behind a minus, filters are completed as well as tags', async ({ page }) => {
  await page.goto('/')
  await searchBox(page).pressSequentially('-tak')
  await expect(suggestions(page).getByRole('option').first()).toContainText('-takes:')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await expect(searchBox(page)).toHaveValue('-takes:')
  await page.keyboard.type('au')
  await expect(suggestions(page).getByRole('option')).toHaveText(/^-takes:audio/)
  await searchBox(page).fill('-lor')
  await expect(suggestions(page).getByRole('option').first()).toHaveText(/^-lora/)
  // What can have one value alone is not excluded.
  await searchBox(page).fill('-sta')
  await expect(suggestions(page).getByText('-status:')).toHaveCount(0)
})

test('a suggestion can be taken with the pointer', async ({ page }) => {
  await page.goto('/')
  await searchBox(page).pressSequentially('cat has:num_im')
  await suggestions(page)
    .getByRole('option', { name: /^has:num_images/ })
    .click()
  await expect(page).toHaveURL('/?q=cat&param=num_images')
  await expect(searchBox(page)).toBeFocused()
  await expect(searchBox(page)).toHaveValue('cat ')
})

test('words typed on another page lead to the list they narrow', async ({ page }) => {
  await page.goto('/models/fal-ai/flux/dev')
  await searchBox(page).fill('takes:audio whisper')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/?q=whisper&takes=audio')
  await expect(searchBox(page)).toHaveValue('whisper')
})

test('a card says what a call takes and returns', async ({ page }) => {
  await page.goto('/?endpoint_id=fal-ai/flux-lora')
  await expect(cards(page).first()).toContainText(/Takes prompt.*, returns image, \d+ optional inputs/)
})

test('nothing found: each filter can go, with what that would give', async ({ page }) => {
  await page.goto('/?takes=audio&returns=3d&status=active')
  const main = page.getByRole('main')
  await expect(main).toContainText('No active model that takes audio and returns 3D matches these filters')
  const { models } = await findModels(page, 'returns=3d&status=active&limit=100')
  const way = main.getByRole('link', { name: 'Without “takes audio”' })
  await expect(way).toContainText(`${models.length} models`)
  await way.click()
  await expect(page).toHaveURL('/?returns=3d&status=active')
  await expect(cards(page).first()).toBeVisible()
})

test('variants of one family are one card, each family once, to the very end', async ({ page }) => {
  await page.goto('/?category=text-to-video')
  await expect(cards(page).first()).toBeVisible()
  const { models } = await findModels(page, 'category=text-to-video&limit=100&fold=group')
  await expect(page.getByRole('main')).toContainText(`models in ${models.length} families`)
  await expect(async () => {
    await page.mouse.wheel(0, 4000)
    await expect(page.getByText(`That is all: ${models.length} families.`)).toBeInViewport({ timeout: 100 })
  }).toPass()
  expect(await shownIds(page)).toEqual(models.map(({ endpoint_id }) => endpoint_id))
  await expect(cards(page).last()).toHaveAttribute('aria-setsize', String(models.length))
})

test('a variant opens from the card of its family, and the rest of the family by itself', async ({
  page,
}) => {
  await page.goto('/?q=flux')
  const card = cards(page)
    .filter({ hasText: /\+\d+ more/ })
    .first()
  const variant = card.getByRole('list', { name: 'Variants' }).getByRole('link').first()
  const href = await variant.getAttribute('href')
  const { models } = await findModels(page, `endpoint_id=${href?.replace('/models/', '')}`)
  expect(models).toHaveLength(1)
  await variant.click()
  await expect(page).toHaveURL(href ?? '')
  await page.goBack()
  await card.getByRole('link', { name: /^\+\d+ more of the/ }).click()
  await expect(page).toHaveURL(/\?group=[^&]+&variants=apart$/)
  const { models: family } = await findModels(
    page,
    `group=${new URL(page.url()).searchParams.get('group')}&limit=100`,
  )
  await expect.poll(() => shownTotal(page)).toBe(family.length)
  await expect
    .poll(async () => (await shownIds(page)).slice(0, 24))
    .toEqual(family.slice(0, 24).map(({ endpoint_id }) => endpoint_id))
})

test('families are unfolded and folded from the page, which keeps the link', async ({ page }) => {
  await page.goto('/?takes=audio')
  const total = await shownTotal(page)
  const folded = Number(await cards(page).first().getAttribute('aria-setsize'))
  expect(folded).toBeLessThan(total)
  const views = page.getByRole('navigation', { name: 'Cards' })
  await views.getByRole('link', { name: 'Variants' }).click()
  await expect(page).toHaveURL('/?takes=audio&variants=apart')
  await expect(cards(page).first()).toHaveAttribute('aria-setsize', String(total))
  await expect(page.getByRole('list', { name: 'Variants' })).toHaveCount(0)
  await views.getByRole('link', { name: 'Families' }).click()
  await expect(page).toHaveURL('/?takes=audio')
})

test('every card has the height its line of the grid promises, at any width', async ({ page }) => {
  for (const width of [1440, 1000, 640, 390]) {
    await page.setViewportSize({ width, height: 900 })
    for (const path of ['/', '/?variants=apart', '/?q=upscale']) {
      await page.goto(path)
      await expect(cards(page).first()).toBeVisible()
      const heights = await page
        .locator('.model-part')
        .first()
        .evaluate((part) =>
          [...part.children].map((card) => ({
            given: card.getBoundingClientRect().height,
            needed: card.scrollHeight,
          })),
        )
      const given = heights.map((height) => height.given)
      const needed = heights.map((height) => height.needed)
      expect(Math.min(...given), `${path} at ${width}`).toBeGreaterThan(0)
      expect(Math.max(...given) - Math.min(...given), `${path} at ${width}`).toBeLessThan(1)
      expect(Math.max(...needed) - Math.min(...given), `${path} at ${width}`).toBeLessThan(1)
    }
  }
})

test('the order is chosen, and part of the link', async ({ page }) => {
  await page.goto('/?takes=audio&variants=apart')
  const order = page.getByRole('combobox', { name: 'Sort' })
  await expect(order).toHaveValue('')
  await order.selectOption('Name')
  await expect(page).toHaveURL('/?takes=audio&sort=name&variants=apart')
  const { models } = await findModels(page, 'takes=audio&sort=name&limit=24')
  await expect
    .poll(async () => (await shownIds(page)).slice(0, 24))
    .toEqual(models.map(({ endpoint_id }) => endpoint_id))
  await page.goBack()
  await expect(order).toHaveValue('')
  await searchBox(page).fill('video')
  await expect(order.locator('option:checked')).toHaveText('Relevance')
})

test('what matched is marked, and a match that is not visible is told', async ({ page }) => {
  const { models } = await findModels(page, 'q=flux&limit=24')
  const model = (changes: object) => ({ ...models[0], ...changes })
  await page.route(/\/v1\/models\?q=/, (route) =>
    route.fulfill({
      json: {
        models: [
          model({ endpoint_id: 'acme/flux', match: [{ field: 'endpoint_id', text: 'flux' }] }),
          model({ endpoint_id: 'acme/two', match: [{ field: 'tags', text: '<b>upscaling</b>' }] }),
          model({
            endpoint_id: 'acme/three',
            metadata: { ...models[0]?.metadata, category: 'text-to-image' },
            match: [{ field: 'category', text: 'text-to-image' }],
          }),
        ],
        next_cursor: null,
        has_more: false,
      },
    }),
  )
  await page.goto('/?q=flux')
  await expect(cards(page).first().locator('mark')).toHaveText('flux')
  await expect(cards(page).nth(1)).toContainText('Matches tag “<b>upscaling</b>”')
  await expect(cards(page).nth(2).locator('mark')).toHaveText('Text to image')
})

test('an order that only the table has a name for can be seen and chosen away', async ({ page }) => {
  await page.goto('/?sort=-inputs')
  const sort = page.getByRole('combobox', { name: 'Sort' })
  await expect(sort).toHaveValue('-inputs')
  await expect(sort.getByRole('option').last()).toHaveText('Inputs, reversed')
  await sort.selectOption('Suggested')
  await expect(page).toHaveURL('/')
  await expect(sort.getByRole('option')).toHaveCount(4)
})
