// npm start: prepares everything that the site needs, and serves it.
import { createServer, type Server } from 'node:http'
import { currentWaveId } from '@/lib/comparison/waves'
import { appDatabase } from '@/lib/db/engine/client'
import { readPagesRevision } from '@/lib/db/pages-revision'
import { enterProduction, nameOwnServer, readSettings } from '@/lib/env'
import { SettingError } from '@/lib/errors'
import { ensureSecrets } from '@/lib/keys/secrets'
import { outliveBrokenOutput } from './broken-output'
import { build, isBuildFresh } from './build'
import { routeConsole } from './console-to-log'
import { startDailyWork } from './daily-job'
import { startEditionCare } from './edition-care'
import { createHttpServer } from './http-server'
import { keepPages, keptAddresses } from './kept-pages'
import { listen, orExplain } from './listen'
import { readOffered } from './offered'
import { prepareDatabase } from './prepare-database'
import { readPrerenderedPages } from './prerendered-pages'
import { closeToOthers } from './private-files'
import { readReadyAnswers } from './ready-answers'
import { renderForNobody } from './render-for-nobody'

const root = process.cwd()

/** How long a site that is to stop waits for those who are still being answered, in milliseconds. */
const stopMs = 10_000

function stopOnSignals(server: Server, close: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close(() => void close().finally(() => process.exit(0)))
      // Idle connections would keep the server open for as long as a browser likes.
      server.closeIdleConnections()
      setTimeout(() => server.closeAllConnections(), stopMs).unref()
    })
  }
}

outliveBrokenOutput()
await orExplain(async () => {
  const settings = readSettings()
  closeToOthers(settings)
  ensureSecrets(settings)
  await prepareDatabase(settings)
  if (!isBuildFresh(root)) {
    console.log('Building the site: this takes a minute, and only when something has changed.')
    if (!(await build(root))) throw new SettingError('The site could not be built: the reason stands above.')
  }

  enterProduction()
  routeConsole()
  const { default: next } = await import('next')
  // The framework hangs a listener for other protocols on this server, and leaves open what it does not know.
  const app = next({ dev: false, dir: root, quiet: true, httpServer: createServer() })
  await app.prepare()
  const handler = app.getRequestHandler()
  const ready = readReadyAnswers(root)
  const keep = keepPages({
    addresses: keptAddresses,
    render: async (address) => renderForNobody(handler, address, settings.publicUrl),
    readRevision: async () => readPagesRevision(appDatabase, currentWaveId),
  })
  const built = {
    prerendered: readPrerenderedPages(root),
    offered: readOffered(root),
    findReady: (address: string) => ready.get(address) ?? keep(address),
  }
  const server = createHttpServer(handler, built, settings)
  const { port } = await listen(server, settings)
  nameOwnServer(settings.host, port)
  startDailyWork(settings)
  startEditionCare(settings)
  stopOnSignals(server, async () => app.close())
  process.stdout.write(`Miroir is at http://localhost:${port}\n`)
})
