// Finds a Chromium for the browser tests, or installs one: Playwright's download, else Debian's package when root.
import { spawnSync } from 'node:child_process'
import { findBrowser } from '../tests/support/browser'

const run = (command: string, ...parts: readonly string[]) =>
  spawnSync(command, parts, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0

function installBrowser(): void {
  console.log('No Chromium was found: installing one for the browser tests.')
  if (run(process.execPath, 'node_modules/@playwright/test/cli.js', 'install', 'chromium')) return
  if (process.getuid?.() !== 0) return
  console.log('Playwright’s download cannot be had: trying Debian’s package.')
  const install = (...packages: readonly string[]) =>
    run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...packages)
  // Older systems do not have the one that draws no window.
  if (!run('apt-get', 'update', '-qq')) return
  if (!install('chromium', 'chromium-headless-shell')) install('chromium')
}

/** Whether there is a browser to test with, installed now where there was none. */
export function ensureBrowser(): boolean {
  if (findBrowser() === null) installBrowser()
  if (findBrowser() !== null) return true
  console.error(
    'The browser tests need Chromium: install it ("apt install chromium", or "npx playwright install chromium").',
  )
  return false
}
