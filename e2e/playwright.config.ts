import { defineConfig } from '@playwright/test'
import { CHROMIUM_ARGUMENTS, findChromium } from './findChromium.ts'

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
    launchOptions: {
      executablePath: findChromium(),
      args: CHROMIUM_ARGUMENTS,
    },
  },
  webServer: {
    command: 'npm start',
    cwd: '..',
    // All journeys together ask more from one address than a reader may.
    env: { PORT: String(PORT), RATE_LIMIT: '1000000' },
    url: `http://127.0.0.1:${PORT}/v1/models?limit=1`,
    reuseExistingServer: false,
    timeout: 120_000,
  },
})
