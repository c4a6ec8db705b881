// npm run dev: the site for whoever works on it, made anew as files change.
import { nameOwnServer, readSettings } from '@/lib/env'
import { ensureSecrets } from '@/lib/keys/secrets'
import { startDailyWork } from './daily-job'
import { createHttpServer } from './http-server'
import { listen, orExplain } from './listen'
import { prepareDatabase } from './prepare-database'
import { startReleaseCare } from './release-care'

await orExplain(async () => {
  const settings = readSettings()
  ensureSecrets(settings)
  await prepareDatabase(settings)
  const { default: next } = await import('next')
  const app = next({ dev: true, dir: process.cwd() })
  await app.prepare()
  const server = createHttpServer(app.getRequestHandler(), null, settings)
  const upgrade = app.getUpgradeHandler()
  server.on('upgrade', (request, socket, head) => void upgrade(request, socket, head))
  const { port } = await listen(server, settings)
  nameOwnServer(settings.host, port)
  startDailyWork(settings)
  startReleaseCare(settings)
  console.log(`Miroir is at http://localhost:${port}, for development`)
})
