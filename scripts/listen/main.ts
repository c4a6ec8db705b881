// npm run listen [-- address]: walks the site with Orca and Firefox, in French, and prints what is said. Without an address
// it starts the site. What it needs is in docs/accessibility-checklist.md.
import { spawnSync } from 'node:child_process'
import { launch } from 'puppeteer-core'
import { findProgram } from '../../tests/support/programs'
import { startSite } from '../../tests/support/running-site'
import { startScreenReader } from './screen-reader'
import { walk } from './walk'

const firefox = findProgram('Firefox')
const missing = ['orca', 'openbox', 'xdotool', 'Xvfb', 'dbus-daemon', 'localedef'].filter(
  (command) => spawnSync(command, ['--help'], { stdio: 'ignore' }).error !== undefined,
)

async function listen(executablePath: string): Promise<void> {
  const [, , address] = process.argv
  const site = address === undefined ? await startSite({ MIROIR_CONTRIBUTION_MINIMUM_SECONDS: '0' }) : null
  const reader = await startScreenReader()
  try {
    const browser = await launch({
      browser: 'firefox',
      executablePath,
      headless: false,
      defaultViewport: null,
      // Nothing but the page, so that keys go there.
      args: ['--kiosk'],
      env: reader.variables,
      extraPrefsFirefox: { 'intl.accept_languages': 'fr' },
    })
    const [page] = await browser.pages()
    if (page) await walk(page, reader, site?.url ?? address ?? '')
    await browser.close()
  } finally {
    reader.stop()
    await site?.stop()
  }
}

if (firefox === null || missing.length > 0) {
  console.error(`Not found: ${[...missing, ...(firefox === null ? ['firefox-esr'] : [])].join(', ')}.`)
  process.exitCode = 1
} else {
  await listen(firefox)
}
