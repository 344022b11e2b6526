import type { Browser, Page } from '@playwright/test'
import { quantile, REPORT_HEAD, reportLine } from './statistics.ts'
import { serveViewers } from './viewers.ts'
import { HELD, watchClick } from './watchClick.ts'

const RUNS = 5
const SLOWDOWN = 4
/** Milliseconds after which a viewer counts as one that does not show the property. */
const PATIENCE = 20_000
/** Milliseconds in which the browse page comes to rest, and what it loads ahead is there. */
const REST = 4000

const NODES_AT_MOST = 3000

/** A usual document and the longest one, each with the last of its inputs. */
const SUBJECTS = [
  { id: 'fal-ai/flux/dev', property: 'acceleration' },
  { id: 'fal-ai/heygen/avatar3/digital-twin', property: 'aspect_ratio' },
] as const

/** The longest document, with a choice among 1,287, and the one with the most inputs, 54. */
const LARGEST = ['fal-ai/heygen/avatar3/digital-twin', 'fal-ai/post-processing'] as const

type Cold = { time: number; script: number }

/**
 * The model page on a slowed CPU: how long a cold link to a property takes to show it, beside viewers that show the
 * same document, in turns; how long a card takes that was pointed at; and how long the largest documents take that
 * nobody pointed at, and how many nodes they make.
 */
export async function benchModel(url: string, browser: Browser): Promise<string[]> {
  const documents = new Map<string, unknown>()
  for (const { id } of SUBJECTS) documents.set(id, await getDocument(url, id))
  const others = await serveViewers(documents)
  const lines = [`${SLOWDOWN}× slowed CPU, 1440 × 900, ${RUNS} runs in turns`, '']
  try {
    for (const { id, property } of SUBJECTS) {
      const link = `${url}/models/${id}#input.${property}`
      const cold: Record<string, Cold[]> = {}
      const warm: number[] = []
      for (let run = 0; run < RUNS; run++) {
        ;(cold['ours'] ??= []).push(await openCold(browser, link, property, `input.${property}`))
        for (const { name, addressOf } of others.viewers) {
          ;(cold[name] ??= []).push(await openCold(browser, addressOf(id), property))
        }
        warm.push((await openFromCard(browser, url, id, true)).time)
      }
      lines.push(...report(id, property, cold, warm), '')
    }
  } finally {
    others.stop()
  }
  lines.push('## The largest documents, from a card that nobody pointed at', '', ...REPORT_HEAD)
  for (const id of LARGEST) {
    const opened: Opened[] = []
    for (let run = 0; run < RUNS; run++) opened.push(await openFromCard(browser, url, id, false))
    const times = opened.map(({ time }) => time)
    const nodes = opened.map(({ nodes }) => nodes)
    lines.push(reportLine(`${id}, opened`, 'ms', times, 200))
    lines.push(reportLine(`${id}, the whole page`, 'nodes', nodes, NODES_AT_MOST))
  }
  return lines
}

function report(id: string, property: string, cold: Record<string, Cold[]>, warm: number[]): string[] {
  const median = (name: string) =>
    quantile(
      (cold[name] ?? []).map(({ time }) => time),
      0.5,
    )
  const redoc = Object.keys(cold).find((name) => name.startsWith('Redoc')) ?? ''
  return [
    `## \`${property}\` of ${id}`,
    '',
    ...REPORT_HEAD,
    ...Object.entries(cold).flatMap(([name, runs]) => [
      reportLine(
        `cold link to the property shown, ${name}`,
        'ms',
        runs.map(({ time }) => time),
        name === 'ours' ? Math.round(median(redoc) / 2) : undefined,
      ),
      reportLine(
        `script before it, gzip, ${name}`,
        'kB',
        runs.map(({ script }) => script / 1000),
        name === 'ours' ? 150 : undefined,
      ),
    ]),
    reportLine('warm, from a card that is pointed at', 'ms', warm, 100),
    '',
    `Ours takes ${(median('ours') / median(redoc)).toFixed(2)} of Redoc's time.`,
  ]
}

async function getDocument(url: string, id: string): Promise<unknown> {
  const answer: { models: { openapi?: unknown }[] } = await (
    await fetch(`${url}/v1/models?endpoint_id=${encodeURIComponent(id)}&expand=openapi-3.0`)
  ).json()
  return answer.models[0]?.openapi
}

async function openCold(browser: Browser, address: string, property: string, anchor?: string): Promise<Cold> {
  const page = await openSlowed(browser)
  await page.addInitScript(watchFor, { property, anchor, patience: PATIENCE })
  await page.goto(address, { waitUntil: 'commit' })
  const time = await page.evaluate(() => window.shown)
  const script = await page.evaluate(
    (time) =>
      performance
        .getEntriesByType('resource')
        .filter(
          (entry): entry is PerformanceResourceTiming =>
            entry instanceof PerformanceResourceTiming &&
            entry.responseEnd < time &&
            new URL(entry.name).pathname.endsWith('.js'),
        )
        .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    time,
  )
  await page.context().close()
  return { time, script }
}

/** `nodes`: elements and texts, once the page stands whole. */
type Opened = { time: number; nodes: number }

async function openFromCard(
  browser: Browser,
  url: string,
  id: string,
  isPointedAt: boolean,
): Promise<Opened> {
  const page = await openSlowed(browser)
  await page.goto(`${url}/?endpoint_id=${id}`)
  const card = page.getByRole('article').getByRole('heading').getByRole('link')
  await card.waitFor()
  await page.waitForTimeout(REST)
  if (isPointedAt) {
    await card.hover()
    await page.waitForTimeout(500)
  }
  await page.evaluate(watchClick, 'li[id^="input."]')
  // A click by hand points first, and no hand lets go at once.
  if (isPointedAt) await card.click({ delay: HELD })
  else await card.dispatchEvent('click')
  const time = await page.evaluate(() => window.shown)
  await page.waitForTimeout(REST)
  const nodes = await page.evaluate(countNodes)
  await page.context().close()
  return { time, nodes }
}

async function openSlowed(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  // The loader of these files wraps functions in a helper that the page does not have.
  await page.addInitScript({ content: 'globalThis.__name = (wrapped) => wrapped' })
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
  return page
}

/** Runs inside the page. */
function countNodes(): number {
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
  let count = 0
  while (walker.nextNode()) count++
  return count
}

/**
 * Runs inside the page, before it. A viewer has shown the property once its name stands on the page anywhere; we, who
 * are linked to it, only once it stands on the screen.
 */
function watchFor({
  property,
  anchor,
  patience,
}: {
  property: string
  anchor: string | undefined
  patience: number
}) {
  const find = () => {
    if (anchor !== undefined) return document.getElementById(anchor)
    const { singleNodeValue } = document.evaluate(
      `//body//text()[normalize-space(.)="${property}"]/..`,
      document,
      null,
      XPathResult.FIRST_ORDERED_NODE_TYPE,
    )
    return singleNodeValue instanceof Element ? singleNodeValue : null
  }
  const isShown = () => {
    const box = document.body && find()?.getBoundingClientRect()
    if (!box || box.height === 0) return false
    return anchor === undefined || (box.top >= 0 && box.top < innerHeight)
  }
  window.shown = new Promise((resolve) => {
    const look = () => {
      const now = performance.now()
      if (isShown() || now > patience) {
        // Before whatever else waits for the frame to be over.
        void window.scheduler.postTask(() => resolve(performance.now()), { priority: 'user-blocking' })
      } else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
}
