import { existsSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { collectGarbage } from './collectGarbage.ts'
import { createMetrics } from './edge/createMetrics.ts'
import { createRequestLog } from './edge/createRequestLog.ts'
import type { AppOptions } from './createApp.ts'
import { openDrawing } from './drawing.ts'
import { createEmbeddedApp } from './embeddedApp.ts'
import { listen, type Listening } from './listen.ts'
import { createLiveApp } from './liveApp.ts'
import { readSettings } from './settings.ts'

/** Where the build puts its parts: beside the folder of this bundle. */
const DIST = fileURLToPath(new URL('..', import.meta.url))

/**
 * Serves the app and the endpoint, says so in one line, and stops when the system asks. Throws an error whose message
 * is one clear line: a bad setting, a taken port, a missing or damaged catalogue.
 */
export async function serveModelBrowser(
  environment: Record<string, string | undefined>,
  dist = DIST,
): Promise<Listening> {
  const settings = readSettings(environment)
  const metrics = createMetrics()
  const log = createRequestLog((lines) => process.stdout.write(lines))
  let isStopping = false
  const options: AppOptions = {
    appDirectory: join(dist, 'app'),
    drawPage: openDrawing(join(dist, 'drawing')),
    apiOrigin: readOrigin(import.meta.env.VITE_MODELS_API),
    admission: settings,
    trustedProxies: settings.trustedProxies,
    readMetrics: metrics.read,
    isStopping: () => isStopping,
    observe(request) {
      metrics.count(request)
      log.note(request)
    },
  }
  const app =
    settings.models.source === 'live'
      ? await createLiveApp(settings.models, options)
      : await createEmbeddedApp(join(dist, 'catalogue'), options)
  collectGarbage()
  const { url, ...listening } = await listen(app, settings)
  console.log(`Model browser: ${url} (${app.description})`)
  for (const signal of SIGNALS) process.on(signal, stop)
  return { url, close }

  function stop() {
    // The next one ends the process as it is.
    for (const signal of SIGNALS) process.removeListener(signal, stop)
    // What still runs then, such as a question to an endpoint that is silent, is for nobody.
    void close().then(() => setTimeout(() => process.exit(), LAST_MOMENTS).unref())
  }

  async function close() {
    isStopping = true
    await listening.close()
    app.close()
    log.flush()
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/** Milliseconds. */
const LAST_MOMENTS = 1000

/** The origin of an address that leads to another server; none for a path of our own. */
function readOrigin(address: string | undefined): string | undefined {
  return address !== undefined && URL.canParse(address) ? new URL(address).origin : undefined
}

if (isStarted()) {
  // What an answer needs dies young. With the growing room that young objects get else, 3,200 searches, each asked twice,
  // took 221 MB in place of 173.
  setFlagsFromString('--semi-space-growth-factor=1')
  try {
    await serveModelBrowser(process.env)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}

/** Whether Node was started with this file, rather than another one importing it. */
function isStarted(): boolean {
  const [, script] = process.argv
  return script !== undefined && existsSync(script) && realpathSync(script) === fileURLToPath(import.meta.url)
}
