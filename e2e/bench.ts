import { type Browser, chromium } from '@playwright/test'
import { benchBrowse } from './bench/browse.ts'
import { benchFuzz } from './bench/fuzz.ts'
import { benchCompare } from './bench/compare.ts'
import { benchLive } from './bench/live.ts'
import { benchModel } from './bench/model.ts'
import { benchServer } from './bench/server.ts'
import { startProduct } from './bench/startProduct.ts'
import { CHROMIUM_ARGUMENTS, findChromium } from './findChromium.ts'

/** Measures the product at an address, and gives the lines of a report in Markdown. */
type Bench = (url: string, browser: Browser) => Promise<string[]>

/** `npm run bench [name …]`: what is named, or everything. */
const BENCHES: Record<string, Bench> = {
  compare: benchCompare,
  browse: benchBrowse,
  model: benchModel,
  server: benchServer,
  live: benchLive,
  fuzz: benchFuzz,
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !Object.hasOwn(BENCHES, name))
if (unknown.length > 0) {
  console.error(`No bench is called ${unknown.join(' or ')}. There are: ${Object.keys(BENCHES).join(', ')}`)
  process.exit(1)
}

const product = await startProduct()
const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_ARGUMENTS })
try {
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    console.log(`\n# ${name}\n`)
    for (const line of await bench(product.url, browser)) console.log(line)
  }
} finally {
  await browser.close()
  product.stop()
}
