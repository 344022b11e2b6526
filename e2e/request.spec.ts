import type { Page } from '@playwright/test'
import { axeFindings, expect, serveInput, tabTo, test } from './fixtures.ts'

test('a form is there, filled with a call that fits, and the code follows it', async ({ page }) => {
  await page.goto('/models/fal-ai/flux/dev')
  await expect(form(page)).toContainText('Fits the schema')
  await field(page, 'prompt').fill('A mill in "fog"')
  await expect(code(page)).toContainText(String.raw`prompt: "A mill in \"fog\""`)
  await field(page, 'image_size').selectOption('square')
  await expect(code(page)).toContainText('image_size: "square"')

  // An optional input is folded until it is wanted, and gone when it is removed.
  await expect(field(page, 'seed')).toHaveCount(0)
  await add(page, 'seed')
  await expect(field(page, 'seed')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('42')
  await expect(code(page)).toContainText('seed: 42')
  await form(page).getByRole('button', { name: 'Remove seed' }).click()
  await expect(code(page)).not.toContainText('seed')
  await expect(form(page).getByRole('button', { name: /Add an optional input/ })).toBeFocused()
})

test('a request is shared as a link, with the place that is open', async ({
  page,
  context,
  browser,
  baseURL,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/models/fal-ai/flux/dev#output')
  const entries = await page.evaluate(() => history.length)
  await field(page, 'prompt').fill('Größe 大きさ 😀 </script>')
  await add(page, 'num_images')
  await field(page, 'num_images').fill('3')
  await expect(page).toHaveURL(/\/models\/fal-ai\/flux\/dev#output&request=[jz][\w-]+$/)
  await form(page).getByRole('button', { name: 'Copy link to this call' }).click()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  // The address follows after a pause, the link is that of the request as it is.
  await expect(page).toHaveURL(link)
  // Nothing was put between this page and the one before it.
  expect(await page.evaluate(() => history.length)).toBe(entries)

  // The open tab and the request stay out of each other's way.
  await page.getByRole('tab', { name: /^Queue/ }).click()
  await expect(page).toHaveURL(/#queue&request=/)
  await expect(field(page, 'prompt')).toHaveValue('Größe 大きさ 😀 </script>')

  const other = await browser.newPage({ ...(baseURL !== undefined && { baseURL }) })
  await other.goto(link)
  await expect(field(other, 'prompt')).toHaveValue('Größe 大きさ 😀 </script>')
  await expect(field(other, 'num_images')).toHaveValue('3')
  await expect(other.getByRole('tab', { name: /^Output/ })).toHaveAttribute('aria-selected', 'true')
  await expect(form(other)).toContainText('Fits the schema')

  // Another link in the same tab takes its place.
  await other.goto(`/models/fal-ai/flux/dev#output&request=${packed({ prompt: 'Another' })}`)
  await expect(field(other, 'prompt')).toHaveValue('Another')
  await other.goBack()
  await expect(field(other, 'prompt')).toHaveValue('Größe 大きさ 😀 </script>')
  await other.close()
})

test('a link that does not fit loads what fits, and says what was left out', async ({ page }) => {
  const request = {
    prompt: 'A mill',
    guidance_scale: 'high',
    strength: 0.5,
    image_size: { width: 'wide', height: 512 },
  }
  await page.goto(`/models/fal-ai/flux/dev#request=${packed(request)}`)
  const notice = page.getByRole('alert')
  await expect(notice.getByRole('listitem')).toHaveText([
    'image_size.width "wide": Expected a whole number, not text',
    'guidance_scale "high": Expected a number, not text',
    'strength 0.5: The schema has no such property',
  ])
  await expect(field(page, 'prompt')).toHaveValue('A mill')
  await expect(field(page, 'height')).toHaveValue('512')
  await expect(code(page)).not.toContainText('strength')

  await notice.getByRole('button', { name: 'Use it all the same' }).click()
  await expect(notice).toHaveCount(0)
  await expect(form(page)).toContainText('3 problems')
  await expect(code(page)).toContainText('strength: 0.5')
})

test.describe('of links that went through bad hands', () => {
  for (const [name, part] of Object.entries({
    'cut off': packed({ prompt: 'A mill' }).slice(0, 12),
    'no request': 'j%3Cscript%3E',
    'too deep': packed(`{"prompt":${'['.repeat(5000)}`),
  })) {
    test(name, async ({ page }) => {
      await page.goto(`/models/fal-ai/flux/dev#request=${part}`)
      await expect(page.getByRole('alert')).toContainText('could not be read')
      await expect(field(page, 'prompt')).toHaveValue('A lighthouse at dusk')
      await page.getByRole('alert').getByRole('button', { name: 'Dismiss' }).click()
      await expect(page.getByRole('alert')).toHaveCount(0)
    })
  }
})

test('what does not fit is said at its field and counted, and copying goes on', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await showSchema(page, {
    properties: {
      prompt: { type: 'string', minLength: 3, maxLength: 20 },
      steps: { type: 'integer', minimum: 1, maximum: 50, default: 28 },
      size: { enum: ['small', 'large'] },
    },
    required: ['prompt', 'steps'],
  })
  await field(page, 'steps').fill('60')
  await expect(field(page, 'steps')).toHaveAttribute('aria-invalid', 'true')
  await expect(field(page, 'steps')).toHaveAccessibleDescription(/At most 50/)
  await field(page, 'prompt').fill('')
  await expect(form(page)).toContainText('At least 3 characters, 0 now')
  await expect(form(page).getByRole('status').filter({ hasText: '2 problems' })).toBeAttached()
  await page.getByRole('button', { name: 'Copy code' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('steps: 60')

  await form(page)
    .getByRole('button', { name: /^2 problems/ })
    .click()
  await expect(field(page, 'prompt')).toBeFocused()
  await page.keyboard.type('A mill')
  await form(page).getByRole('slider', { name: 'steps, slider' }).fill('50')
  await expect(form(page)).toContainText('Fits the schema')
  await expect(field(page, 'steps')).toHaveValue('50')

  // Half a number is no number yet, and is not taken away.
  await field(page, 'steps').fill('')
  await expect(form(page)).toContainText('Expected a whole number, not empty text')
  await field(page, 'steps').pressSequentially('7')
  await page.keyboard.press('ArrowUp')
  await expect(code(page)).toContainText('steps: 8')
})

test('requests start from what is required, all defaults and examples, and come back', async ({ page }) => {
  await showSchema(page, {
    properties: {
      prompt: { type: 'string', examples: ['A boat', 'A mill'] },
      steps: { type: 'integer', default: 28 },
    },
    required: ['prompt'],
  })
  await start(page, 'All defaults')
  await expect(field(page, 'steps')).toHaveValue('28')
  await start(page, 'Example 2')
  await expect(field(page, 'prompt')).toHaveValue('A mill')
  await form(page).getByRole('button', { name: 'Undo' }).click()
  await expect(field(page, 'prompt')).toHaveValue('A boat')
  await expect(field(page, 'steps')).toHaveValue('28')
  await start(page, 'Required only')
  await expect(field(page, 'steps')).toHaveCount(0)
  await start(page, 'All defaults')
  await expect(page).toHaveURL(/#request=/)
  await form(page).getByRole('button', { name: 'Reset' }).click()
  await expect(field(page, 'prompt')).toHaveValue('A boat')
  await expect(page).not.toHaveURL(/request=/)
})

test('JSON and form are one request; a mistake is told by its place', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/models/fal-ai/flux/dev')
  await field(page, 'prompt').fill('A mill')
  await form(page).getByRole('tab', { name: 'JSON' }).click()
  const json = form(page).getByRole('textbox', { name: 'Request as JSON' })
  expect(JSON.parse(await json.inputValue())).toMatchObject({ prompt: 'A mill' })
  await json.fill('{\n  "prompt": "A boat",\n  "seed": 7\n}')
  await expect(code(page)).toContainText('seed: 7')
  await json.fill('{\n  "prompt": "A boat"\n  "seed": 8\n}')
  await expect(json).toHaveAccessibleDescription(/Line 3, column 3: Expected a comma or }/)
  await expect(code(page)).toContainText('seed: 7')

  await form(page).getByRole('tab', { name: 'Form' }).click()
  await expect(form(page)).toContainText('The JSON has a mistake in line 3')
  await expect(field(page, 'seed')).toHaveValue('7')
  await form(page).getByRole('tab', { name: 'JSON' }).click()
  await expect(json).toHaveValue(/"seed": 8/)

  await page.evaluate(() => navigator.clipboard.writeText('{"prompt": "Pasted", "num_images": 2}'))
  await form(page).getByRole('button', { name: 'Paste JSON' }).click()
  await expect(json).toHaveValue(/Pasted/)
  await form(page).getByRole('tab', { name: 'Form' }).click()
  await expect(field(page, 'num_images')).toHaveValue('2')

  await page.evaluate(() => navigator.clipboard.writeText('no JSON'))
  await form(page).getByRole('button', { name: 'Paste JSON' }).click()
  await expect(json).toBeFocused()
  await expect(form(page)).toContainText('Line 1, column 1: Expected a value')
})

test('lists grow, shrink and are put in order', async ({ page }) => {
  await page.goto('/models/fal-ai/flux-lora')
  await add(page, 'loras')
  await field(page, 'path').fill('https://example.com/one')
  await form(page).getByRole('button', { name: 'Add an item to loras' }).click()
  await expect(field(page, 'path').nth(1)).toBeFocused()
  await field(page, 'path').nth(1).fill('https://example.com/two')
  await form(page).getByRole('button', { name: 'Move loras[1] up' }).click()
  await expect(field(page, 'path').first()).toHaveValue('https://example.com/two')
  await expect(code(page)).toContainText(/two[\s\S]*one/)
  await expect(form(page).getByRole('button', { name: 'Move loras[0] down' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(code(page)).toContainText(/one[\s\S]*two/)
  await form(page).getByRole('button', { name: 'Remove loras[0]' }).click()
  await expect(field(page, 'path')).toHaveValue('https://example.com/two')
})

test('a union is a choice of its branches, and each keeps what was in it', async ({ page }) => {
  await page.goto('/models/fal-ai/flux/dev')
  await field(page, 'image_size').selectOption('portrait_4_3')
  await form(page).getByText('ImageSize', { exact: true }).click()
  await field(page, 'width').fill('640')
  await expect(code(page)).toContainText('width: 640')
  await form(page).getByText('preset name', { exact: true }).click()
  await expect(field(page, 'image_size')).toHaveValue('2')
  await expect(code(page)).toContainText('image_size: "portrait_4_3"')
  await form(page).getByText('ImageSize', { exact: true }).click()
  await expect(field(page, 'width')).toHaveValue('640')
})

test('every other shape has its control', async ({ page }) => {
  await showSchema(page, {
    properties: {
      voice: { enum: Array.from({ length: 300 }, (_, n) => `voice-${n + 1}`) },
      anything: {},
      weights: { type: 'object', additionalProperties: { type: 'number' } },
      pair: { type: 'array', prefixItems: [{ type: 'integer' }, { type: 'boolean' }] },
      style: { anyOf: [{ enum: ['anime'] }, { type: 'string' }] },
      name: { type: ['string', 'null'] },
    },
    required: ['voice', 'anything', 'weights', 'pair', 'style', 'name'],
  })
  const voice = form(page).getByRole('combobox', { name: 'voice' })
  await voice.click()
  await voice.fill('29')
  await expect(form(page).getByRole('option')).toHaveCount(13)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(voice).toHaveValue('voice-129')
  await field(page, 'anything').fill('{"a": [1,')
  await expect(field(page, 'anything')).toHaveAccessibleDescription(/Line 1, column 10/)
  await field(page, 'anything').fill('{"a": [1]}')
  await form(page).getByRole('textbox', { name: 'Name of a new value of weights' }).fill('left')
  await page.keyboard.press('Enter')
  await expect(form(page).getByRole('textbox', { name: 'left' })).toBeFocused()
  await form(page)
    .getByRole('switch', { name: '2' })
    .or(form(page).getByRole('checkbox', { name: '2' }))
    .check()
  await field(page, 'style').fill('my own')
  await form(page).getByRole('button', { name: 'name: null' }).click()
  await form(page).getByRole('tab', { name: 'JSON' }).click()
  expect(JSON.parse(await form(page).getByRole('textbox').inputValue())).toEqual({
    voice: 'voice-129',
    anything: { a: [1] },
    weights: { left: 1 },
    pair: [1, true],
    style: 'my own',
    name: null,
  })
})

test.describe('of media', () => {
  // Other hosts are asked on purpose, and do not answer in a test.
  test.use({ expectedErrors: /ERR_|Failed to load/ })

  test('nothing is fetched before it is asked for, and only over https', async ({ browser, baseURL }) => {
    const page = await browser.newPage({ ...(baseURL !== undefined && { baseURL }) })
    const asked: string[] = []
    await page.route('https://media.example/**', async (route) => {
      asked.push(route.request().url())
      await (route.request().url().endsWith('.svg')
        ? route.fulfill({
            contentType: 'image/svg+xml',
            body: '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>',
          })
        : route.abort())
    })
    await showSchema(page, {
      properties: {
        image_url: { type: 'string', default: 'https://media.example/a.svg' },
        video_url: { type: 'string', default: 'https://media.example/a.mp4' },
        audio_url: { type: 'string', default: 'http://media.example/a.mp3' },
      },
      required: ['image_url', 'video_url', 'audio_url'],
    })
    await expect(form(page).getByRole('button', { name: /^Show the/ })).toHaveCount(2)
    expect(asked).toEqual([])
    await form(page).getByRole('button', { name: 'Show the image of image_url' }).click()
    const picture = form(page).getByRole('img', { name: 'Preview of image_url' })
    await expect(picture).toHaveJSProperty('naturalWidth', 8)
    await form(page).getByRole('button', { name: 'Show the video of video_url' }).click()
    await expect(form(page)).toContainText('The video could not be loaded')
    await field(page, 'image_url').fill('javascript:alert(1)')
    await expect(picture).toHaveCount(0)
    await expect(form(page).getByRole('button', { name: /^Show the/ })).toHaveCount(0)
    await field(page, 'audio_url').fill('https://media.example/a.mp3')
    await form(page).getByRole('button', { name: 'Show the audio of audio_url' }).click()
    await expect.poll(() => asked.length).toBe(3)
    await page.close()
  })
})

test('the keyboard alone builds a request', async ({ page }) => {
  await page.goto('/models/fal-ai/flux/dev')
  await field(page, 'prompt').focus()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('A mill')
  await tabTo(page, /^Add an optional input/)
  await page.keyboard.press('Enter')
  await tabTo(page, /^num_images/)
  await page.keyboard.press('Enter')
  await expect(field(page, 'num_images')).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(code(page)).toContainText('num_images: 2')
  await tabTo(page, /^Copy link to this call$/)
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(form(page).getByRole('button', { name: /Add an optional input/ })).toBeFocused()
})

test('an input leads to what the schema says about it, and the request stays', async ({ page }) => {
  await page.goto('/models/fal-ai/flux/dev#output')
  await field(page, 'prompt').fill('A mill')
  await expect(page).toHaveURL(/request=/)
  await form(page)
    .getByRole('link', { name: /about prompt$/ })
    .click()
  await expect(page).toHaveURL(/#input\.prompt&request=/)
  await expect(page.locator('[id="input.prompt"]')).toBeVisible()
  await expect(field(page, 'prompt')).toHaveValue('A mill')
})

test('what a schema says is text in the form, too', async ({ page }) => {
  const markup = '<img src=x onerror="window.hacked = true">'
  await showSchema(page, {
    properties: {
      [markup]: { type: 'string', default: markup, description: markup, pattern: '^(a+)+$' },
      choice: { enum: [markup, 'b'] },
      ['__proto__']: { type: 'string', default: 'x' },
      loop: { $ref: '#/components/schemas/Input' },
    },
    required: [markup, 'choice', 'loop'],
  })
  await expect(field(page, markup).first()).toHaveValue(markup)
  await field(page, markup)
    .first()
    .fill(`${'a'.repeat(40)}!`)
  await expect(code(page)).toContainText('aaaa')
  await start(page, 'All defaults')
  await expect(form(page)).toContainText(/Fits the schema|problem/)
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
})

test('ten thousand inputs do not bring the page down', async ({ page }) => {
  const names = Array.from({ length: 10_000 }, (_, n) => `input_${n}`)
  await showSchema(page, {
    properties: Object.fromEntries(names.map((name) => [name, { type: 'string', default: 'x' }])),
    required: names.slice(0, 5000),
  })
  await expect(field(page, 'input_0')).toBeVisible()
  await field(page, 'input_0').fill('typed')
  await expect(field(page, 'input_0')).toHaveValue('typed')
  await add(page, 'input_7777')
  await expect(form(page).getByRole('button', { name: 'Remove input_7777' })).toBeAttached()
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 320]) {
    test(`axe finds nothing in the form: ${colorScheme}, ${width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 900 })
      await page.goto(
        `/models/fal-ai/flux-lora#request=${packed({ prompt: '', seed: 'x', loras: [{ path: 'a' }, { path: 'b', scale: 2 }], old: 1 })}`,
      )
      await expect(page.getByRole('alert')).toBeVisible()
      await page.getByRole('alert').getByRole('button', { name: 'Use it all the same' }).click()
      await expect(form(page)).toContainText('problems')
      await form(page).getByRole('button', { name: 'Start from' }).click()
      await form(page)
        .getByText('ImageSize', { exact: true })
        .or(form(page).getByRole('button', { name: 'Add an item to loras' }))
        .last()
        .click()
      await form(page)
        .getByRole('button', { name: /Add an optional input/ })
        .last()
        .click()
      expect(await axeFindings(page)).toEqual([])
      await form(page).getByRole('tab', { name: 'JSON' }).click()
      await form(page).getByRole('textbox', { name: 'Request as JSON' }).fill('{')
      await expect(form(page)).toContainText('Line 1, column 2')
      expect(await axeFindings(page)).toEqual([])
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0)
    })
  }
}

const form = (page: Page) => page.getByRole('region', { name: 'Request' })
const code = (page: Page) => page.getByLabel('JavaScript code')
const field = (page: Page, name: string) =>
  form(page)
    .getByRole('textbox', { name, exact: true })
    .or(form(page).getByRole('combobox', { name, exact: true }))

async function add(page: Page, name: string) {
  await form(page)
    .getByRole('button', { name: /Add an optional input/ })
    .last()
    .click()
  const search = form(page).getByRole('searchbox', { name: 'Search the optional inputs' })
  if (await search.isVisible()) await search.fill(name)
  await form(page)
    .getByRole('button', { name: new RegExp(`^${name} `) })
    .click()
}

async function start(page: Page, name: string) {
  await form(page).getByRole('button', { name: 'Start from' }).click()
  await form(page)
    .getByRole('list', { name: 'Start from' })
    .getByRole('button', { name, exact: true })
    .click()
}

/** Opens a model whose document takes what the schema says. */
async function showSchema(page: Page, schema: object) {
  await serveInput(page, schema)
  await page.goto('/models/fal-ai/flux/dev')
  await expect(form(page)).toBeVisible()
}

function packed(payload: unknown): string {
  const text = typeof payload === 'string' ? payload : JSON.stringify(payload)
  return `j${Buffer.from(text).toString('base64url')}`
}
