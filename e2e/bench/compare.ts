import type { Browser, Page } from '@playwright/test'
import type { ModelsPage } from '#contract/models.ts'
import { quantile, REPORT_HEAD, reportLine } from './statistics.ts'
import { watchClick } from './watchClick.ts'

const RUNS = 5
const SLOWDOWN = 4
const COMPARED = 6
/** Of the wheel, while the table is scrolled. */
const NOTCHES = 30
/** Alternatives that are asked for, spread over the catalogue. */
const ASKED = 60

/**
 * The comparison of the six models with the most inputs on a slowed CPU: how long it takes to open from another page of
 * the app, how evenly it scrolls; and how long the server takes to find what can stand in for a model.
 */
export async function benchCompare(url: string, browser: Browser): Promise<string[]> {
  const largest = await findIds(url, `sort=-inputs&limit=${COMPARED}`)
  const opened: number[] = []
  const longest: number[] = []
  for (let run = 0; run < RUNS; run++) {
    const { open, longTask } = await compare(url, browser, largest)
    opened.push(open)
    longest.push(longTask)
  }
  return [
    `${SLOWDOWN}× slowed CPU, 1440 × 900, ${RUNS} runs; ${largest.join(', ')}`,
    '',
    ...REPORT_HEAD,
    reportLine('the six largest models, from the click to the painted table', 'ms', opened, 300),
    reportLine('longest task while the table is scrolled', 'ms', longest, 50),
    reportLine('alternatives of a model, first asked', 'ms', await askAlternatives(url), 50),
  ]
}

async function findIds(url: string, query: string): Promise<string[]> {
  const { models }: ModelsPage = await (await fetch(`${url}/v1/models?${query}`)).json()
  return models.map(({ endpoint_id }) => endpoint_id)
}

async function askAlternatives(url: string): Promise<number[]> {
  const all = await findIds(url, 'limit=100&sort=name')
  const times: number[] = []
  for (const id of all.slice(0, ASKED)) {
    const begun = performance.now()
    await (await fetch(`${url}/v1/models/${id}/alternatives`)).arrayBuffer()
    times.push(performance.now() - begun)
  }
  // The first one pays for the connection.
  return times.slice(1)
}

async function compare(url: string, browser: Browser, ids: string[]) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.addInitScript({ content: 'globalThis.__name = (wrapped) => wrapped' })
  await page.addInitScript((ids) => {
    const models = ids.map((endpoint_id) => ({ endpoint_id, at: '2026-01-01T00:00:00.000Z' }))
    localStorage.setItem('compared', JSON.stringify({ format: 1, models }))
  }, ids)
  await page.goto(`${url}/changes`)
  // With the code and the documents there, what is measured is the comparison.
  await openComparison(page)
  await page.goBack()
  await page.waitForTimeout(2000)
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
  await page.evaluate(watchClick, 'table[data-comparison] tbody tr')
  await openComparison(page)
  const open = await page.evaluate(() => window.shown)
  await page.waitForTimeout(1000)
  const longTask = await scrollThrough(page)
  await context.close()
  return { open, longTask }
}

async function openComparison(page: Page) {
  await page
    .getByRole('complementary', { name: 'To compare' })
    .getByRole('link', { name: /^Compare/ })
    .click()
  await page.getByRole('columnheader').nth(COMPARED).waitFor()
}

async function scrollThrough(page: Page): Promise<number> {
  await page.evaluate(() => {
    window.longTasks = []
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.longTasks.push(duration)
    }).observe({ type: 'longtask' })
  })
  await page.mouse.move(700, 500)
  for (let notch = 0; notch < NOTCHES; notch++) {
    await page.mouse.wheel(0, 200)
    await page.waitForTimeout(60)
  }
  const tasks = await page.evaluate(() => window.longTasks)
  return quantile(tasks, 1)
}

declare global {
  interface Window {
    longTasks: number[]
  }
}
