import type { Locator, Page } from '@playwright/test'
import { axeFindings, expect, serveInput, tabTo, test } from './fixtures.ts'

const HEADER_HEIGHT = 64

test('a link copied from a property leads to it, however deep it is', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/models/fal-ai/flux-lora')
  await open(field(page, 'input.loras'))
  const scale = field(page, 'input.loras.items.scale')
  await scale.getByRole('button', { name: 'Copy link to scale' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeAttached()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(new URL(link).hash).toBe('#input.loras.items.scale')

  await page.goto('/')
  await page.goto(link)
  await expectArrival(scale)
  await expect(scale).not.toHaveAttribute('data-lit')
})

test('a link leads into the branch of a union, and survives another order', async ({ page }) => {
  await page.goto('/models/fal-ai/flux-lora#input.image_size.ImageSize.width')
  await expectArrival(field(page, 'input.image_size.ImageSize.width'))
  await page.getByRole('button', { name: 'Required first' }).click()
  await page.reload()
  await page.goto('/models/fal-ai/flux-lora#output.images.items.url')
  await expectArrival(field(page, 'output.images.items.url'))
})

test('the address that is changed by hand leads there too, also from another tab', async ({ page }) => {
  await page.goto('/models/fal-ai/flux-lora#output')
  await page.evaluate(() => {
    window.location.hash = '#input.loras.items.path'
  })
  await expectArrival(field(page, 'input.loras.items.path'))
})

test('a link to what is gone opens the nearest place, and says so', async ({ page }) => {
  await page.goto('/models/fal-ai/flux-lora#input.loras.items.strength.unit')
  const nearest = field(page, 'input.loras.items')
  await expectArrival(nearest)
  await expect(nearest).toContainText('input.loras.items.strength.unit, which this schema does not have')
  await page.goto('/models/fal-ai/flux-lora#input.nothing_like_it')
  const list = field(page, 'input')
  await expect(list).toContainText('input.nothing_like_it, which this schema does not have')
  await expect(list).toBeFocused()
})

test('Back returns to where the reader was, not to where a link once led', async ({ page }) => {
  await page.goto('/models/fal-ai/flux-lora#input.loras.items.scale')
  await expectArrival(field(page, 'input.loras.items.scale'))
  await page.mouse.move(300, 500)
  await page.mouse.wheel(0, -350)
  await page.waitForTimeout(400)
  const before = await page.evaluate(() => window.scrollY)
  await page
    .getByRole('link', { name: /fal-ai\/flux/ })
    .first()
    .click()
  await expect(page).not.toHaveURL(/flux-lora#/)
  await page.goBack()
  await expect(field(page, 'input.loras.items.scale')).toBeAttached()
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(before)
  await expect(field(page, 'input.loras.items.scale')).not.toHaveAttribute('data-lit')
})

test('a search counts its matches, folds the others, and leads from one to the next', async ({ page }) => {
  await page.goto('/models/fal-ai/flux-lora')
  const box = page.getByRole('searchbox', { name: 'Search the input' })
  await box.fill('lora')
  await expect(page.getByText('3 matches').first()).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: '3 matches' })).toBeAttached()
  await expect(field(page, 'input.loras.items.scale')).toBeVisible()
  await expect(field(page, 'input.prompt')).toHaveCount(0)

  await box.press('Enter')
  await expect(page.getByText('1 of 3', { exact: true })).toBeVisible()
  await expect(page.locator('[data-current]')).toHaveCount(1)
  const first = await page.locator('[data-current]').getAttribute('id')
  await box.press('Enter')
  await expect(page.getByText('2 of 3', { exact: true })).toBeVisible()
  await box.press('Shift+Enter')
  await expect(page.locator('[data-current]')).toHaveAttribute('id', first ?? '')
  await page.getByRole('button', { name: 'Previous match' }).click()
  await expect(page.getByText('3 of 3', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Next match' }).click()
  await expect(page.getByText('1 of 3', { exact: true })).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: `1 of 3: ${first}` })).toBeAttached()

  await page
    .getByRole('button', { name: /^Show \d+ others?$/ })
    .first()
    .click()
  await expect(field(page, 'input.prompt')).toBeFocused()

  await box.fill('zzzz')
  await expect(page.getByText('Nothing in the input has “zzzz”')).toBeVisible()
  await box.press('Escape')
  await expect(box).toHaveValue('')
  await expect(field(page, 'input.prompt')).toBeVisible()
})

test('a choice among many is found by both searches', async ({ page }) => {
  const names = Array.from({ length: 1287 }, (_, n) => `voice-${n + 1}`)
  await serveInput(page, {
    properties: { ...manyProperties(5), voice: { type: 'string', enum: names, default: 'voice-33' } },
  })
  await page.goto('/models/fal-ai/flux/dev')
  const voice = field(page, 'input.voice')
  await expect(voice.getByRole('listitem')).toHaveCount(13)
  await voice.getByRole('button', { name: 'Show all 1,287' }).click()
  await voice.getByRole('searchbox', { name: 'Find a choice' }).fill('-1200')
  await expect(voice.getByRole('listitem')).toHaveText(['voice-1200'])
  await expect(voice.getByText('1 of 1,287')).toBeVisible()
  await voice.getByRole('button', { name: 'Show fewer' }).click()

  await page.getByRole('searchbox', { name: 'Search the input' }).fill('voice-777')
  await expect(voice.getByRole('listitem')).toHaveText(['voice-777', 'default: voice-33 · default'])
})

test('everything opens and closes at once, and what is optional folds away', async ({ page }) => {
  await page.goto('/models/fal-ai/flux-lora')
  await page.getByRole('button', { name: 'Expand all' }).click()
  await expect(field(page, 'input.loras.items.scale')).toBeVisible()
  await expect(field(page, 'input.image_size.ImageSize.width')).toBeVisible()
  await page.getByRole('button', { name: 'Collapse all' }).click()
  await expect(field(page, 'input.loras.items.scale')).toHaveCount(0)

  const requiredOnly = page.getByRole('button', { name: 'Required only' })
  await requiredOnly.click()
  await expect(requiredOnly).toHaveAttribute('aria-pressed', 'true')
  await expect(field(page, 'input.prompt')).toBeVisible()
  await expect(field(page, 'input.seed')).toHaveCount(0)
  await page.getByRole('button', { name: /^Show \d+ optional$/ }).click()
  await expect(field(page, 'input.image_size')).toBeFocused()
  await expect(field(page, 'input.seed')).toBeVisible()
})

test('the authors decide the order, unless the reader wants what is required first', async ({ page }) => {
  await serveInput(page, {
    properties: { ...manyProperties(6), last: { type: 'string' } },
    required: ['last'],
    'x-fal-order-properties': ['p2', 'p1', 'p0'],
  })
  await page.goto('/models/fal-ai/flux/dev')
  const names = page.getByRole('tabpanel').first().locator('li > div > p > code')
  await expect(names).toHaveText(['p2', 'p1', 'p0', 'p3', 'p4', 'p5', 'last'])
  await page.getByRole('button', { name: 'Required first' }).click()
  await expect(names).toHaveText(['last', 'p2', 'p1', 'p0', 'p3', 'p4', 'p5'])
  await page.reload()
  await expect(names.first()).toHaveText('last')
})

test('every keyword is told in words', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await serveInput(page, EVERYTHING, { Tree: TREE })
  await page.goto('/models/fal-ai/flux/dev')
  const says = async (name: string, ...words: string[]) => {
    for (const each of words) await expect(field(page, `input.${name}`)).toContainText(each)
  }
  await says('steps', 'type: integer', '1 to 50', 'a multiple of 2', 'default: 28')
  await says('ratio', 'number', 'more than 0', 'or null', 'default: null')
  await says(
    'code',
    'type: string',
    'matches ^a+$',
    'at most 8 characters',
    'default: empty string',
    'deprecated',
  )
  await says('frames', 'choice', '4', 'default: "4"')
  await says('mode', 'constant', 'fast')
  await says('tags', 'list of strings', 'at most 3 items', 'no repeats')
  await says('range', 'tuple of 2', 'item 1', 'item 2')
  await says('timings', 'map of numbers')
  await says('photo_url', 'image URL', 'file size at most 10 MB', 'width 300 to 7000 px')
  await says('shape', 'Told apart by kind', 'Box', 'Ball')
  await says('options', 'default: {"a":1}')
  await open(field(page, 'input.tree'))
  await says('tree.children', 'Tree, the same as input.tree')
  await field(page, 'input.steps').getByRole('button', { name: 'Copy example 12' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeAttached()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('12')

  await field(page, 'input.tree.children').getByRole('link', { name: 'input.tree' }).click()
  await expect(page).toHaveURL(/#input\.tree$/)
  await expectArrival(field(page, 'input.tree'))
})

test('descriptions are Markdown, and never HTML', async ({ page }) => {
  await serveInput(page, {
    properties: {
      prompt: {
        type: 'string',
        description:
          'Set `seed`, **never** [here](https://example.com/a) or [there](javascript:alert(1)) <b>2*3*4</b>.',
      },
    },
  })
  await page.goto('/models/fal-ai/flux/dev')
  const prompt = field(page, 'input.prompt')
  await expect(prompt).toContainText('Set seed, never here or [there](javascript:alert(1)) <b>2*3*4</b>.')
  await expect(prompt.locator('p > code').nth(1)).toHaveText('seed')
  await expect(prompt.locator('strong')).toHaveText('never')
  await expect(prompt.getByRole('link')).toHaveAttribute('href', 'https://example.com/a')
})

test('ten thousand properties neither fill the page nor hide one that is linked', async ({ page }) => {
  await serveInput(page, { properties: manyProperties(10_000) })
  await page.goto('/models/fal-ai/flux/dev')
  await expect(field(page, 'input.p0')).toBeVisible()
  expect(await countNodes(page)).toBeLessThan(3000)
  await page.getByRole('button', { name: 'Show 60 of 9,940 more' }).click()
  await expect(field(page, 'input.p60')).toBeFocused()
  await page.goto('/models/fal-ai/flux/dev#input.p7777')
  await page.reload()
  await expect(field(page, 'input.p7777')).toBeAttached()
  await page.getByRole('searchbox', { name: 'Search the input' }).fill('p77')
  await expect(page.getByText('111 matches').first()).toBeVisible()
  expect(await countNodes(page)).toBeLessThan(3000)
})

test('the largest real shape stands in less than 3,000 nodes, and opens within reason', async ({ page }) => {
  const lora = {
    title: 'Lora',
    properties: {
      path: { type: 'string', description: 'Where it is.' },
      scale: { type: 'number', maximum: 4 },
    },
  }
  const properties = Array.from({ length: 54 }, (_, n) => [
    `property_${n}`,
    [
      { type: 'string', enum: Array.from({ length: 300 }, (_, n) => `choice-${n}`), default: 'choice-0' },
      { type: 'integer', minimum: 1, maximum: 50, default: 28, examples: [1, 2, 3, 4, 5] },
      { type: 'array', items: lora, description: 'The `weights`.' },
    ][n % 3],
  ])
  await serveInput(page, { properties: Object.fromEntries(properties) })
  await page.goto('/models/fal-ai/flux/dev')
  await expect(field(page, 'input.property_53')).toBeAttached()
  expect(await countNodes(page)).toBeLessThan(3000)
})

test('the keyboard alone searches, opens, folds and copies', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/models/fal-ai/flux-lora')
  await expect(field(page, 'input.prompt')).toBeVisible()
  await tabTo(page, /^Search the input$/)
  await page.keyboard.type('how strong merging scale')
  await page.keyboard.press('Escape')
  await page.keyboard.type('merging')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-current]')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(field(page, 'input.loras.items.scale')).toBeVisible()
  await tabTo(page, /^Copy link to scale$/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeAttached()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/#input\.loras\.items\.scale$/)
})

test('at any depth a narrow screen has room for 24 letters', async ({ page }) => {
  let schema: Record<string, unknown> = {
    type: 'string',
    description: 'The deepest of all the descriptions here.',
  }
  for (let depth = 0; depth < 12; depth += 1) schema = { title: `D${depth}`, properties: { a: schema } }
  await serveInput(page, { properties: { ...manyProperties(3), a: schema } })
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto(`/models/fal-ai/flux/dev#input${'.a'.repeat(13)}`)
  const deepest = field(page, `input${'.a'.repeat(13)}`)
  await expectArrival(deepest)
  const letters = await deepest.evaluate((row) => {
    const text = [...row.querySelectorAll('p')].find((each) => each.textContent?.startsWith('The deepest'))
    const ruler = document.createElement('span')
    ruler.style.cssText = 'position: absolute; width: 24ch'
    text?.append(ruler)
    const room = (text?.clientWidth ?? 0) / ruler.offsetWidth
    ruler.remove()
    return room * 24
  })
  expect(letters).toBeGreaterThanOrEqual(24)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 320]) {
    test(`${colorScheme}, ${width} px wide: axe finds nothing in any state of a schema`, async ({ page }) => {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 900 })
      await serveInput(page, EVERYTHING, { Tree: TREE })
      await page.goto('/models/fal-ai/flux/dev#input.tree.gone')
      await expect(field(page, 'input.tree')).toBeFocused()
      await expectSound(page)
      await page.getByRole('button', { name: 'Expand all' }).click()
      await expect(field(page, 'input.tree.children')).toBeVisible()
      await expectSound(page)
      await page.getByRole('button', { name: 'Required only' }).click()
      await expectSound(page)
      await field(page, 'input.voice')
        .or(page.getByRole('button', { name: /optional$/ }).first())
        .first()
        .click()
      const box = page.getByRole('searchbox', { name: 'Search the input' })
      await box.fill('a')
      await box.press('Enter')
      await expect(page.locator('[data-current]')).toHaveCount(1)
      await expectSound(page)
      await box.fill('voice')
      await page.getByRole('button', { name: 'Show all 60' }).click()
      await expectSound(page)
      await box.fill('zzzz')
      await expectSound(page)
    })
  }
}

const EVERYTHING = {
  required: ['steps', 'photo_url'],
  properties: {
    steps: { type: 'integer', minimum: 1, maximum: 50, multipleOf: 2, default: 28, examples: [28, 12] },
    ratio: { anyOf: [{ type: 'number', exclusiveMinimum: 0 }, { type: 'null' }], default: null },
    code: { type: 'string', pattern: '^a+$', maxLength: 8, default: '', deprecated: true },
    frames: { type: 'integer', enum: [4, 8], default: '4' },
    mode: { const: 'fast' },
    tags: { type: 'array', items: { type: 'string' }, maxItems: 3, uniqueItems: true },
    range: { type: 'array', prefixItems: [{ type: 'number' }, { type: 'number', maximum: 1 }] },
    timings: { type: 'object', additionalProperties: { type: 'number' } },
    photo_url: {
      type: 'string',
      title: 'The photograph',
      description: 'See `photo` in [the docs](https://example.com).',
      ui: { field: 'image' },
      'x-fal': { max_file_size: 10_485_760, min_width: 300, max_width: 7000 },
    },
    shape: {
      oneOf: [
        { title: 'Box', properties: { kind: { const: 'box' } } },
        { title: 'Ball', properties: { kind: { const: 'ball' } } },
      ],
      discriminator: { propertyName: 'kind' },
    },
    options: { properties: { a: { type: 'integer' } }, default: { a: 1 } },
    tree: { $ref: '#/components/schemas/Tree' },
    voice: { enum: Array.from({ length: 60 }, (_, n) => `voice-${n}`) },
  },
}

const TREE = {
  title: 'Tree',
  properties: { label: { type: 'string' }, children: { $ref: '#/components/schemas/Tree' } },
}

const field = (page: Page, path: string) => page.locator(`[id="${path}"]`)

async function open(row: Locator) {
  await row.getByRole('button', { expanded: false }).click()
}

/** The row stands below the header, has the focus and is lit. */
async function expectArrival(row: Locator) {
  await expect(row).toBeFocused()
  await expect(row).toHaveAttribute('data-lit')
  await expect(row).toBeInViewport()
  expect((await row.boundingBox())?.y).toBeGreaterThanOrEqual(HEADER_HEIGHT)
}

async function expectSound(page: Page) {
  // What lies half below the header counts as too small to press.
  await page.evaluate(() => window.scrollTo(0, 0))
  expect(await axeFindings(page)).toEqual([])
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0)
}

function manyProperties(count: number) {
  return Object.fromEntries(
    Array.from({ length: count }, (_, n) => [`p${n}`, { type: 'string', description: `Number ${n}` }]),
  )
}

function countNodes(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelectorAll('*').length)
}
