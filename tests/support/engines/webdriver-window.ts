import { Builder, Capabilities, type WebElement } from 'selenium-webdriver'
import { DriverService } from 'selenium-webdriver/remote'
import { freePort } from '../free-port'
import { windowSize, type BrowserWindow } from './browser-window'

interface Options {
  /** Path of the program that drives the browser. */
  readonly driver: string
  readonly capabilities: Readonly<Record<string, unknown>>
  /** Environment of the driver and of the browser. */
  readonly variables?: Readonly<Record<string, string>>
}

/** A window of a browser with a driver of the W3C's protocol, which is started for it and ends with it. */
export async function openWebDriverWindow({
  driver,
  capabilities,
  variables,
}: Options): Promise<BrowserWindow> {
  const port = await freePort()
  const service = new DriverService.Builder(driver)
    .setLoopback(true)
    .setPort(port)
    .addArguments(`--port=${port}`)
    .setEnvironment({ ...process.env, ...variables } as Record<string, string>)
    .setStdio('ignore')
    .build()
  try {
    const browser = await new Builder()
      .usingServer(await service.start())
      .withCapabilities(new Capabilities(capabilities))
      .build()
    const canResize = (await browser.getCapabilities()).get('setWindowRect') === true
    if (canResize)
      await browser
        .manage()
        .window()
        .setRect({ ...windowSize, x: 0, y: 0 })
    return {
      goTo: async (url) => browser.get(url),
      evaluate: async (run, ...words) => browser.executeScript(run, ...words),
      press: async (find, ...words) => {
        const found = await browser.executeScript<WebElement | null>(find, ...words)
        await found?.click()
        return found !== null
      },
      close: async () => {
        await browser.quit()
        await service.kill()
      },
    }
  } catch (error) {
    await service.kill()
    throw error
  }
}
