import { startVirtualScreen } from '../announced-program'
import { browserArguments, findBrowser } from '../browser'
import { findProgram, type ProgramName } from '../programs'
import type { BrowserWindow } from './browser-window'
import { openPuppeteerWindow } from './puppeteer-window'

import { openWebDriverWindow } from './webdriver-window'

export interface Engine {
  readonly name: string
  /** Whether all that it needs is on this machine. */
  readonly isInstalled: boolean
  readonly open: () => Promise<BrowserWindow>
}

/** WebKit's own sandbox does not run as root, nor where user namespaces are forbidden. The pages are ours. */
const withoutSandbox = { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' }

function engine(
  name: string,
  programs: readonly ProgramName[],
  open: (path: string) => Promise<BrowserWindow>,
): Engine {
  const paths = programs.map(findProgram)
  return { name, isInstalled: !paths.includes(null), open: async () => open(paths[0] ?? '') }
}

async function openWebKitGtk(driver: string): Promise<BrowserWindow> {
  const screen = await startVirtualScreen()
  try {
    const window = await openWebDriverWindow({
      driver,
      capabilities: { browserName: 'MiniBrowser' },
      variables: { ...withoutSandbox, DISPLAY: `:${screen.address}`, GDK_BACKEND: 'x11', NO_AT_BRIDGE: '1' },
    })
    return { ...window, close: async () => window.close().finally(screen.stop) }
  } catch (error) {
    screen.stop()
    throw error
  }
}

/** The engines of the supported browsers, and a WebKit that is about as old as they may be (2.38, as Safari 16.0). */
export const engines: readonly Engine[] = [
  {
    name: 'Chromium',
    isInstalled: findBrowser() !== null,
    open: async () =>
      openPuppeteerWindow({
        browser: 'chrome',
        executablePath: findBrowser() ?? '',
        args: [...browserArguments],
      }),
  },
  engine('Firefox', ['Firefox'], async (executablePath) =>
    openPuppeteerWindow({ browser: 'firefox', executablePath }),
  ),
  engine('WebKitGTK', ['WebKitGTK', 'Xvfb'], openWebKitGtk),
  engine('WPE WebKit', ['WPE', 'cog'], async (driver) =>
    openWebDriverWindow({
      driver,
      capabilities: {
        browserName: 'cog',
        'wpe:browserOptions': { binary: findProgram('cog'), args: ['--automation', '--platform=headless'] },
      },
      variables: withoutSandbox,
    }),
  ),
]
