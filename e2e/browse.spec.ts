import {
  cards,
  categoryChip,
  expect,
  findModels,
  idsNow,
  listStands,
  searchBox,
  shownIds,
  shownTotal,
  statusChoice,
  test,
} from './fixtures.ts'

test('from the first page over search, chip and status to a snippet, and back to the same place', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/')
  await expect(cards(page).first()).toBeVisible()
  const start = await shownIds(page)

  await searchBox(page).pressSequentially('video', { delay: 30 })
  await expect(page).toHaveURL('/?q=video')
  await expect.poll(() => shownIds(page)).not.toEqual(start)

  await categoryChip(page, 'Image to video').click()
  await expect(page).toHaveURL('/?q=video&category=image-to-video')
  await statusChoice(page, 'Active').click()
  await expect(page).toHaveURL('/?q=video&category=image-to-video&status=active')
  await expect(page).toHaveTitle('Active image to video models matching “video” · Model browser')

  const { models } = await findModels(page, 'q=video&category=image-to-video&status=active&fold=group')
  await expect
    .poll(async () => (await shownIds(page)).slice(0, 10))
    .toEqual(models.slice(0, 10).map(({ endpoint_id }) => endpoint_id))

  // Earlier results may begin with the same models, and an answer that nobody waited for is not kept.
  await listStands(page)
  const card = cards(page).nth(17)
  const id = await card.getAttribute('data-place')
  await card.scrollIntoViewIfNeeded()
  await listStands(page)
  await card.getByRole('heading').getByRole('link').click()
  await expect(page).toHaveURL(`/models/${id}`)
  await expect(page.getByRole('tab', { name: /^Input/ })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('tabpanel').first().getByText('required').first()).toBeVisible()

  await page.getByRole('tab', { name: 'Python' }).click()
  await page.getByRole('button', { name: 'Copy code' }).click()
  const code = await page.evaluate(() => navigator.clipboard.readText())
  expect(code).toContain(`"${id}"`)
  expect(code).toContain('import fal_client')

  let requests = 0
  page.on('request', (request) => {
    if (request.url().includes('/v1/models?')) requests += 1
  })
  await page.goBack()
  const link = page.locator(`article[data-place="${id}"]`).getByRole('heading').getByRole('link')
  await expect(link).toBeFocused()
  await expect(link).toBeInViewport()
  expect(requests).toBe(0)
})

test('scrolling leads to the very end of a category, each model once', async ({ page }) => {
  await page.goto('/?category=text-to-video&variants=apart')
  await expect(cards(page).first()).toBeVisible()
  const total = await shownTotal(page)
  expect(total).toBeGreaterThan(48)
  await expect(async () => {
    await page.mouse.wheel(0, 4000)
    await expect(page.getByText(`That is all: ${total} models.`)).toBeInViewport({ timeout: 100 })
  }).toPass()
  const ids = await shownIds(page)
  expect(ids).toHaveLength(total)
  expect(new Set(ids).size).toBe(total)
  await expect(cards(page).last()).toHaveAttribute('aria-posinset', String(total))
  await expect(cards(page).last()).toHaveAttribute('aria-setsize', String(total))
})

test('nothing shows through the chips as cards pass below them', async ({ page }) => {
  await page.goto('/?variants=apart')
  await expect(categoryChip(page, 'Image to video')).toContainText(/\d/)
  await listStands(page)
  const chips = page.getByRole('navigation', { name: 'Categories' })
  const bare = await chips.screenshot()
  // The pictures of the first row lie below the bar then.
  await page.evaluate(() => scrollTo(0, 180))
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(180)
  expect((await chips.screenshot()).equals(bare)).toBe(true)
})

test('the counts on the chips are what choosing them gives', async ({ page }) => {
  await page.goto('/?q=flux&status=active')
  const chip = categoryChip(page, 'Image to image')
  const count = Number((await chip.textContent())?.replaceAll(/\D/g, ''))
  expect(count).toBeGreaterThan(0)
  await chip.click()
  await expect.poll(() => shownTotal(page)).toBe(count)
  // Chosen again, it goes.
  await chip.click()
  await expect(page).toHaveURL('/?q=flux&status=active')
})

test('the link alone restores a search in a fresh browser', async ({ page }) => {
  await page.goto('/?q=whisper&category=speech-to-text')
  await expect(searchBox(page)).toHaveValue('whisper')
  await expect(categoryChip(page, 'Speech to text')).toHaveAttribute('aria-current', 'true')
  await expect(cards(page).first()).toContainText('whisper')
})

test('Back undoes exactly one action, and typing is one', async ({ page }) => {
  await page.goto('/')
  await expect(cards(page).first()).toBeVisible()
  await categoryChip(page, 'Text to image').click()
  await searchBox(page).pressSequentially('sdxl lora', { delay: 60 })
  await expect(page).toHaveURL('/?q=sdxl+lora&category=text-to-image')
  await statusChoice(page, 'Active').click()
  await expect(page).toHaveURL('/?q=sdxl+lora&category=text-to-image&status=active')
  await page.goBack()
  await expect(page).toHaveURL('/?q=sdxl+lora&category=text-to-image')
  await expect(searchBox(page)).toHaveValue('sdxl lora')
  await page.goBack()
  await expect(page).toHaveURL('/')
  await expect(searchBox(page)).toHaveValue('')
})

test('the box keeps every letter and space of someone who types while answers come in', async ({ page }) => {
  await page.goto('/')
  const text = 'kling video pro image'
  await searchBox(page).pressSequentially(text, { delay: 130 })
  await page.keyboard.type(' ')
  await expect(page).toHaveURL('/?q=kling+video+pro+image')
  await expect(searchBox(page)).toHaveValue(`${text} `)
})

test('Enter searches at once, Escape clears, and so does the button for those without that key', async ({
  page,
}) => {
  await page.goto('/')
  await searchBox(page).fill('flux')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/?q=flux')
  await page.keyboard.press('Escape')
  await expect(searchBox(page)).toHaveValue('')
  await expect(page).toHaveURL('/')

  const clear = page.getByRole('button', { name: 'Clear search' })
  await expect(clear).toHaveCount(0)
  await searchBox(page).pressSequentially('kling')
  await expect(page).toHaveURL('/?q=kling')
  await clear.click()
  await expect(page).toHaveURL('/')
  await expect(searchBox(page)).toHaveValue('')
  await expect(searchBox(page)).toBeFocused()
})

test('a slow earlier answer never replaces a later one', async ({ page }) => {
  await page.goto('/')
  await expect(cards(page).first()).toBeVisible()
  const slow: (() => void)[] = []
  await page.route(/\/v1\/models\?q=music/, async (route) => {
    await new Promise<void>((resolve) => slow.push(resolve))
    await route.continue().catch(() => undefined)
  })
  await searchBox(page).fill('music')
  await expect.poll(() => slow.length).toBe(1)
  await searchBox(page).fill('whisper')
  await expect(cards(page).first()).toContainText('whisper')
  const answer = await shownIds(page)
  for (const release of slow) release()
  await page.waitForTimeout(500)
  expect(await shownIds(page)).toEqual(answer)
  await expect(page).toHaveURL('/?q=whisper')
})

test('while an answer is awaited the old cards stay', async ({ page }) => {
  await page.goto('/')
  await expect(cards(page).first()).toBeVisible()
  await listStands(page)
  const before = await idsNow(page)
  const waiting: (() => void)[] = []
  await page.route(/\/v1\/models\?q=whisper/, async (route) => {
    await new Promise<void>((resolve) => waiting.push(resolve))
    await route.continue()
  })
  await searchBox(page).fill('whisper')
  await expect.poll(() => waiting.length).toBe(1)
  expect(await idsNow(page)).toEqual(before)
  await expect(page.getByRole('feed')).toHaveAttribute('aria-busy', 'true')
  waiting[0]?.()
  await expect(cards(page).first()).toContainText('whisper')
})

test('on another page, searching waits for Enter and then leads to the list', async ({ page }) => {
  await page.goto('/models/fal-ai/flux/dev')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('FLUX.1 [dev]')
  await searchBox(page).fill('whisper')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/?q=whisper')
  await expect(cards(page).first()).toContainText('whisper')
})

test('Back takes back what was typed but not searched yet', async ({ page }) => {
  await page.goto('/')
  await categoryChip(page, 'Text to image').click()
  await statusChoice(page, 'Active').click()
  await searchBox(page).focus()
  await page.keyboard.type('veo')
  await page.evaluate(() => history.back())
  await expect(page).toHaveURL('/?category=text-to-image')
  await expect(searchBox(page)).toHaveValue('')
})

test('what was typed just before opening a card is there on the way back', async ({ page }) => {
  await page.goto('/')
  await expect(cards(page).first()).toBeVisible()
  await searchBox(page).focus()
  await page.keyboard.type('flux')
  await cards(page).first().getByRole('heading').getByRole('link').click()
  await expect(page).toHaveURL(/models/)
  await page.goBack()
  await expect(page).toHaveURL('/?q=flux')
  await expect(searchBox(page)).toHaveValue('flux')
})

test.describe('under a finger', () => {
  test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })

  test('the links of variants are hit from above and below their line', async ({ page }) => {
    await page.goto('/')
    const variant = page.getByRole('list', { name: 'Variants' }).first().getByRole('link').first()
    await variant.scrollIntoViewIfNeeded()
    const hits = await variant.evaluate((link) => {
      const { left, top, bottom } = link.getBoundingClientRect()
      return [top - 7, bottom + 7].map((y) => link.contains(document.elementFromPoint(left + 4, y)))
    })
    expect(hits).toEqual([true, true])
  })
})
