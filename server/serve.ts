// npm start: prepares everything that the site needs, and serves it.
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { readLastBackup } from '@/lib/backup/last-backup'
import { appDatabase } from '@/lib/db/engine/client'
import { readPagesRevision } from '@/lib/db/pages-revision'
import { enterProduction, localOrigin, nameOwnServer, readSettings } from '@/lib/env'
import { SettingError } from '@/lib/errors'
import { ensureSecrets } from '@/lib/keys/secrets'
import { outliveBrokenOutput } from './broken-output'
import { build, buildFolder, frameworkConfig } from './build'
import { noteUse } from './builds-in-use'
import { routeConsole } from './console-to-log'
import { lastDailyWorkMs, startDailyWork } from './daily-job'
import { startEditionCare } from './edition-care'
import { createMetrics } from './health/metrics'
import { createProbes } from './health/probes'
import { createReadiness } from './health/readiness'
import { serveMetrics } from './health/serve-metrics'
import { createHttpServer } from './http-server'
import { keepPages, keptAddresses } from './kept-pages'
import { listen, orExplain } from './listen'
import { noteAddress } from './noted-address'
import { readOffered } from './offered'
import { prepareDatabase } from './prepare-database'
import { readPrerenderedPages } from './prerendered-pages'
import { closeToOthers } from './private-files'
import { readReadyAnswers } from './ready-answers'
import { renderForNobody } from './render-for-nobody'
import { patience } from './sockets'
import { stopOnSignals } from './stop'

const root = process.cwd()

async function buildUnlessThere(): Promise<string> {
  const folder = buildFolder(root)
  if (existsSync(folder)) return folder
  console.log('Building the site: this takes a minute, and only when something has changed.')
  const built = await build(root, { isForced: false })
  if (built === null) throw new SettingError('The site could not be built: the reason stands above.')
  return built
}

outliveBrokenOutput()
await orExplain(async () => {
  const settings = readSettings()
  closeToOthers(settings)
  ensureSecrets(settings)
  await prepareDatabase(settings)
  const folder = await buildUnlessThere()
  noteUse(folder)

  enterProduction(frameworkConfig(folder))
  routeConsole()
  const { default: next } = await import('next')
  // The framework hangs a listener for other protocols on this server, and leaves open what it does not know.
  const app = next({ dev: false, dir: root, quiet: true, httpServer: createServer() })
  await app.prepare()
  const handler = app.getRequestHandler()
  const ready = readReadyAnswers(folder)
  const keep = keepPages({
    addresses: keptAddresses,
    render: async (address) => renderForNobody(handler, address, settings.publicUrl),
    readRevision: async () => readPagesRevision(appDatabase),
  })
  const built = {
    prerendered: readPrerenderedPages(folder),
    offered: readOffered(folder, root),
    findReady: (address: string) => ready.get(address) ?? keep(address),
    isThere: () => existsSync(path.join(folder, 'BUILD_ID')),
  }
  const metrics = createMetrics({
    lastDailyWork: lastDailyWorkMs,
    lastBackup: () => readLastBackup(settings)?.getTime() ?? null,
  })
  const probes = createProbes(createReadiness(settings, built.isThere), metrics, settings.metrics.token)
  const server = createHttpServer(handler, built, settings, patience, { probes, metrics })
  const { port } = await listen(server, settings)
  nameOwnServer(settings.host, port)
  if (settings.metrics.port !== undefined) await serveMetrics(settings.metrics.port, metrics)
  noteAddress(settings, localOrigin(settings.host, port))
  startDailyWork(settings)
  startEditionCare(settings)
  stopOnSignals(server, async () => app.close())
  process.stdout.write(`Miroir is at http://localhost:${port}\n`)
  if (process.stdout.isTTY) {
    process.stdout.write(
      'Ctrl+C stops it, and so does closing this window: docs/operations.md says how it runs by itself.\n',
    )
  }
})
