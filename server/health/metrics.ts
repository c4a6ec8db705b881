import type { IncomingMessage, ServerResponse } from 'node:http'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { countConnections } from '@/lib/db/engine/pools'
import { isLocale } from '@/lib/i18n/locales'
import { countRequests } from '../lines'

/**
 * What is measured of a process, in Prometheus' text format. Nothing of it counts people: contributions, comparisons and withdrawals
 * are one group of requests with all other forms.
 */
export interface Metrics {
  readonly contentType: string
  readonly report: () => Promise<string>
  /** Measures a request until its answer is sent. */
  readonly observe: (request: IncomingMessage, response: ServerResponse) => void
}

/** Moments that are told, in milliseconds since 1970; null: not known. */
export interface WatchedMoments {
  readonly lastDailyWork: () => number | null
  readonly lastBackup: () => number | null
}

/** The groups in which requests are counted. */
function routeOf({ url = '' }: IncomingMessage): string {
  const [, first = '', second = ''] = url.split(/[/?#]/)
  if (first === '_next') return 'file'
  if (first === 'api') return second === 'open-data' ? 'open-data' : 'form'
  if (isLocale(first)) return second === 'admin' ? 'admin' : 'page'
  return 'other'
}

/** In seconds: a page takes some 20 milliseconds, and one that waits for its turn a few seconds. */
const buckets = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

const setMoment = (gauge: Gauge, ms: number | null) => {
  if (ms !== null) gauge.set(ms / 1000)
}

/** Begins to measure this process. */
export function createMetrics({ lastDailyWork, lastBackup }: WatchedMoments): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry, prefix: 'miroir_' })
  const requests = new Counter({
    name: 'miroir_http_requests_total',
    help: 'Requests that were answered, by group and class of status.',
    labelNames: ['route', 'status'] as const,
    registers,
  })
  const durations = new Histogram({
    name: 'miroir_http_request_duration_seconds',
    help: 'Time from the head of a request to the end of its answer.',
    labelNames: ['route'] as const,
    buckets,
    registers,
  })
  const gauges = [
    new Gauge({
      name: 'miroir_requests',
      help: 'Requests for pages and forms now.',
      labelNames: ['state'] as const,
      registers: [],
      collect() {
        const { atWork, waiting } = countRequests()
        this.set({ state: 'at_work' }, atWork)
        this.set({ state: 'waiting' }, waiting)
      },
    }),
    new Gauge({
      name: 'miroir_database_connections',
      help: 'Connections to a PostgreSQL server now, and requests that wait for one.',
      labelNames: ['state'] as const,
      registers: [],
      collect() {
        for (const [state, count] of Object.entries(countConnections())) this.set({ state }, count)
      },
    }),
    new Gauge({
      name: 'miroir_daily_work_last_success_timestamp_seconds',
      help: 'The day on which the daily work was last done whole, as far as this process knows.',
      registers: [],
      collect() {
        setMoment(this, lastDailyWork())
      },
    }),
    new Gauge({
      name: 'miroir_backup_last_success_timestamp_seconds',
      help: 'When a backup was last made from this data folder.',
      registers: [],
      collect() {
        setMoment(this, lastBackup())
      },
    }),
  ]
  for (const gauge of gauges) registry.registerMetric(gauge)
  return {
    contentType: registry.contentType,
    report: async () => registry.metrics(),
    observe: (request, response) => {
      const route = routeOf(request)
      const end = durations.startTimer({ route })
      response.once('close', () => {
        end()
        requests.inc({ route, status: `${Math.floor(response.statusCode / 100)}xx` })
      })
    },
  }
}
