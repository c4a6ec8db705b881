import { createServer } from 'node:http'
import { log } from '@/lib/log'
import { listen } from '../listen'
import type { Metrics } from './metrics'

/** Serves what is measured on a port of its own, to programs of this machine only. Throws SettingError where it cannot be opened. */
export async function serveMetrics(port: number, metrics: Metrics): Promise<void> {
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    metrics
      .report()
      .then((text) => response.writeHead(200, { 'Content-Type': metrics.contentType }).end(text))
      .catch(() => response.writeHead(500).end())
  })
  const address = await listen(server, { port, host: '127.0.0.1' }, 'MIROIR_METRICS_PORT')
  server.unref()
  log.info({ port: address.port }, 'metrics are at this port of 127.0.0.1')
}
