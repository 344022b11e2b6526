import { existsSync } from 'node:fs'
import { chromium, defineConfig } from '@playwright/test'

const PORT = Number(process.env['PORT'] ?? 4173)

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  workers: 2,
  reporter: [['list']],
  timeout: 60_000,
  // How long is the bench's question: a busy machine must not fail a journey.
  expect: { timeout: 15_000 },
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: findChromium(),
      // Chromium refuses its sandbox to root, which is who runs tests in most containers.
      args: process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : ['--disable-gpu'],
    },
  },
  webServer: {
    command: 'npm start',
    cwd: '..',
    env: { PORT: String(PORT) },
    url: `http://127.0.0.1:${PORT}/v1/models?limit=1`,
    reuseExistingServer: false,
    timeout: 120_000,
  },
})

function findChromium(): string {
  const places = [
    process.env['CHROMIUM_PATH'],
    chromium.executablePath(),
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ]
  const found = places.find((place) => place !== undefined && existsSync(place))
  if (found !== undefined) return found
  throw new Error(
    'The journeys need a Chromium. On Debian: apt-get install -y --no-install-recommends chromium. ' +
      'Elsewhere: npx playwright install chromium, or set CHROMIUM_PATH to one that is there.',
  )
}
