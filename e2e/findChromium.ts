import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

/** Where a Chromium is: `CHROMIUM_PATH`, Playwright's own, then the system's. Throws, saying how to get one. */
export function findChromium(): string {
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

/**
 * How it is started. Letters are as wide in Chromium's smaller headless build as in the whole browser. Chromium refuses
 * its sandbox to root, which is who runs tests in most containers.
 */
export const CHROMIUM_ARGUMENTS = [
  '--disable-gpu',
  '--font-render-hinting=none',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]
