import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

/** Where Debian, Fedora, macOS and others put a Chromium, in the order of preference. */
const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The program of a Chromium that tests can drive: Playwright's own download, else the system's; null without one. */
export function findBrowser(): string | null {
  return [chromium.executablePath(), ...systemBrowsers].find((path) => existsSync(path)) ?? null
}

/** Without these, Chromium looks for updates and accounts, and refuses to run as root. */
export const browserArguments = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]
