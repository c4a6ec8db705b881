// npm run dev: the site for its developers, made anew as files change.
import { createServer } from 'node:http'
import { localOrigin, nameOwnServer, readSettings } from '@/lib/env'
import { ensureSecrets } from '@/lib/keys/secrets'
import { startDailyWork } from './daily-job'
import { createHttpServer } from './http-server'
import { listen, orExplain } from './listen'
import { noteAddress } from './noted-address'
import { prepareDatabase } from './prepare-database'
import { startEditionCare } from './edition-care'
import { closeToOthers } from './private-files'
import { stopOnSignals } from './stop'

await orExplain(async () => {
  const settings = readSettings()
  closeToOthers(settings)
  ensureSecrets(settings)
  await prepareDatabase(settings)
  const { default: next } = await import('next')
  // The framework hangs a listener for other protocols on this server, and leaves open what it does not know.
  const hotReloading = createServer()
  const app = next({ dev: true, dir: process.cwd(), httpServer: hotReloading })
  await app.prepare()
  const server = createHttpServer(app.getRequestHandler(), null, settings)
  server.on('upgrade', (request, socket, head) => {
    const isKnown =
      request.url?.startsWith('/_next/hmr') && hotReloading.emit('upgrade', request, socket, head)
    if (isKnown !== true) socket.destroy()
  })
  const { port } = await listen(server, settings)
  nameOwnServer(settings.host, port)
  noteAddress(settings, localOrigin(settings.host, port))
  startDailyWork(settings)
  startEditionCare(settings)
  stopOnSignals(server, async () => app.close())
  console.log(`Miroir is at http://localhost:${port}, for development`)
})
