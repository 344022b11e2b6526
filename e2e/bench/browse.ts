import { gzipSync } from 'node:zlib'
import type { Browser, CDPSession, Page } from '@playwright/test'
import { quantile, REPORT_HEAD, reportLine } from './statistics.ts'
import { HELD } from './watchClick.ts'

const RUNS = 5
const SLOWDOWN = 4
/** How long the search box waits for the next key before it asks. */
const DEBOUNCE = 80
/** Milliseconds in which a page has its pictures, and what it loads ahead. */
const REST = 1500
/** Milliseconds that a pointer rests on what it is about to press. */
const HAND = 200

type Run = {
  firstPaint: number
  keystroke: number
  toggle: number
  frameP50: number
  frameP95: number
  longestTask: number
  megabytes: number
  cards: number
}

/** The browse page on a slowed CPU: first page, keystroke, filter, and a scroll through every model. */
export async function benchBrowse(url: string, browser: Browser): Promise<string[]> {
  const runs: Run[] = []
  for (let run = 0; run < RUNS; run++) runs.push(await measure(browser, url))
  const of = (name: keyof Run) => runs.map((run) => run[name])
  return [
    `${SLOWDOWN}× slowed CPU, 1440 × 900, ${RUNS} runs, ${of('cards')[0]} cards scrolled through`,
    '',
    ...REPORT_HEAD,
    reportLine('first page painted', 'ms', of('firstPaint')),
    reportLine(`keystroke to painted results, beyond ${DEBOUNCE} ms of debounce`, 'ms', of('keystroke'), 100),
    reportLine('filter toggled to painted results', 'ms', of('toggle'), 100),
    reportLine('scroll, frame p50', 'ms', of('frameP50')),
    reportLine('scroll, frame p95', 'ms', of('frameP95'), 33),
    reportLine('scroll, longest task', 'ms', of('longestTask'), 100),
    reportLine('heap after the scroll', 'MB', of('megabytes')),
    reportLine('first-load script, gzip', 'kB', [await scriptSize(url)], 120),
  ]
}

async function measure(browser: Browser, url: string): Promise<Run> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable')
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
  // The loader of these files wraps functions in a helper that the page does not have.
  await page.addInitScript({ content: 'globalThis.__name = (wrapped) => wrapped' })
  await page.addInitScript(installStopwatch)
  await page.goto(url)
  const firstPaint = await page.evaluate(() => window.stopwatch.untilFirstCard())
  // The page fetches ahead what is likely to be wanted, two seconds after it stands.
  await page.waitForTimeout(2000 + REST)

  const keystroke = (await timeKeystroke(page)) - DEBOUNCE
  const toggle = await timeToggle(page)
  const scroll = await scrollThrough(page, session, url)
  await context.close()
  return { firstPaint, keystroke, toggle, ...scroll }
}

/** One key that replaces the text, from its event to the paint of other cards: the median of some. */
async function timeKeystroke(page: Page): Promise<number> {
  const times: number[] = []
  for (const key of ['k', 'w', 's', 'm', 'b']) {
    await page.keyboard.press('/')
    await page.keyboard.press('Control+A')
    await page.evaluate(() => window.stopwatch.arm('keydown'))
    await page.keyboard.press(key)
    times.push(await page.evaluate(() => window.stopwatch.waitForCards()))
    await page.waitForTimeout(REST)
    await page.getByRole('searchbox').blur()
  }
  return quantile(times, 0.5)
}

/** From the press to the paint, by a hand that comes to rest on the chip before it presses. */
async function timeToggle(page: Page): Promise<number> {
  const chip = page
    .getByRole('navigation', { name: 'Categories' })
    .getByRole('link', { name: /^Image to video/ })
  await chip.hover()
  await page.waitForTimeout(HAND)
  await page.evaluate(() => window.stopwatch.arm('click'))
  await chip.click({ delay: HELD })
  return page.evaluate(() => window.stopwatch.waitForCards())
}

async function scrollThrough(page: Page, session: CDPSession, url: string) {
  await page.goto(`${url}/?variants=apart`)
  await page.waitForLoadState('networkidle')
  const { frames, tasks } = await page.evaluate(() => window.stopwatch.scrollToEnd())
  const cards = await page.getByRole('article').count()
  await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value
  return {
    frameP50: quantile(frames, 0.5),
    frameP95: quantile(frames, 0.95),
    longestTask: Math.max(0, ...tasks),
    megabytes: (heap ?? 0) / 1e6,
    cards,
  }
}

/** What the document names itself, as it would cross the wire. */
async function scriptSize(url: string): Promise<number> {
  const html = await (await fetch(url)).text()
  const scripts = html.match(/(?<=(?:src|href)=")[^"]+\.js(?=")/g) ?? []
  const bodies = await Promise.all(
    scripts.map(async (script) => new Uint8Array(await (await fetch(new URL(script, url))).arrayBuffer())),
  )
  return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0) / 1000
}

declare global {
  interface Window {
    stopwatch: {
      untilFirstCard(): Promise<number>
      /** The next such event starts the watch, in the page itself: who asks for it afterwards may be late. */
      arm(event: 'keydown' | 'click'): void
      /** Milliseconds from that event until other cards than before it were painted. */
      waitForCards(): Promise<number>
      scrollToEnd(): Promise<{ frames: number[]; tasks: number[] }>
    }
  }
}

/** Runs inside the page, before it: everything it needs is inside. */
function installStopwatch() {
  let shown = Promise.resolve(0)
  const tasks: number[] = []
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration)
  }).observe({ type: 'longtask' })

  const shownCards = () => {
    const articles = [...document.querySelectorAll('article')].slice(0, 8)
    const isOld = document.querySelector('[role="feed"]')?.className.includes('opacity-50')
    return isOld ? '' : articles.map((article) => article.dataset['place']).join()
  }
  /** When the next frame was painted, and the cards that stood as it began. */
  const nextPaint = () =>
    new Promise<{ at: number; cards: string }>((resolve) => {
      requestAnimationFrame(() => {
        const cards = shownCards()
        // Before whatever else waits for the frame to be over.
        void window.scheduler.postTask(() => resolve({ at: performance.now(), cards }), {
          priority: 'user-blocking',
        })
      })
    })

  window.stopwatch = {
    async untilFirstCard() {
      let painted = await nextPaint()
      while (painted.cards === '') painted = await nextPaint()
      return painted.at
    },
    arm(event) {
      shown = new Promise((resolve) => {
        const begin = async ({ timeStamp }: Event) => {
          const before = shownCards()
          let painted = await nextPaint()
          while (painted.cards === '' || painted.cards === before) painted = await nextPaint()
          resolve(painted.at - timeStamp)
        }
        addEventListener(event, (happened) => void begin(happened), { capture: true, once: true })
      })
    },
    waitForCards: () => shown,
    async scrollToEnd() {
      tasks.length = 0
      // Pixels a millisecond, whatever the frames are: more than three screens a second.
      const pace = 3
      const frames: number[] = []
      const begun = performance.now()
      let last = begun
      // The end alone is read: the text of a thousand cards would cost more than what is measured.
      const isAtEnd = () =>
        [...document.querySelectorAll('main > p')].at(-1)?.textContent.startsWith('That is all') === true &&
        scrollY + innerHeight >= document.documentElement.scrollHeight - 1
      while (!isAtEnd()) {
        scrollTo({ top: (last - begun) * pace, behavior: 'instant' })
        await new Promise<void>((resolve) => requestAnimationFrame(() => resolve()))
        const now = performance.now()
        frames.push(now - last)
        last = now
      }
      return { frames, tasks }
    },
  }
}
