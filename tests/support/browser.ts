import { existsSync } from 'node:fs'
import { chromium, type LaunchOptions } from '@playwright/test'

/** Chromium without a window to draw, as Debian has it: tests take half the time in it. */
export const headlessShell = '/usr/bin/chromium-headless-shell'

/** Where Debian, Fedora, macOS and others put a Chromium, in the order of preference. */
const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  headlessShell,
]

const firstOf = (paths: readonly string[]) => paths.find((path) => existsSync(path)) ?? null

/** The program of a Chromium that tests can drive: Playwright's own download, else the system's; null without one. */
export const findBrowser = (): string | null => firstOf([chromium.executablePath(), ...systemBrowsers])

/** Without these, Chromium looks for updates and accounts, and refuses to run as root. */
export const browserArguments = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/** What Playwright launches a Chromium with, and more of its arguments: its own download, which has such a shell too, else the system's. */
export function launchOptions(...more: readonly string[]): LaunchOptions {
  const args = [...browserArguments, ...more]
  if (existsSync(chromium.executablePath())) return { args }
  const executablePath = firstOf([headlessShell, ...systemBrowsers])
  return executablePath === null ? { args } : { args, executablePath }
}

/** The same for a Chromium with a window, which keeps the pages that are left as they stand, as people's browsers do. */
export function keepingPages(): LaunchOptions {
  const executablePath = findBrowser()
  const kept = { args: browserArguments, ignoreDefaultArgs: ['--disable-back-forward-cache'] }
  return executablePath === null ? kept : { ...kept, executablePath }
}
