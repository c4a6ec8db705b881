import { mkdtempSync, rmSync } from 'node:fs'
import { get } from 'node:http'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { openDatabase } from '@/lib/db/engine/client'
import { seedDemo } from '@/scripts/demo/seed-demo'
import { startSite, type RunningSite } from '@/tests/support/running-site'
import { median, percentile } from '../pages/statistics'
import { ownersCookie } from './signed-in'

// The first byte of the dashboard with a million made-up responses, beside the same page with sixty. How to run it and what
// came out: bench/README.md.

const rounds = 60
const few = 60
const many = Number(process.argv[2] ?? 1_000_000)

interface Side {
  readonly site: RunningSite
  readonly cookie: string
  readonly remove: () => Promise<void>
}

async function openSide(responses: number): Promise<Side> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'miroir-dashboard-'))
  const site = await startSite({ MIROIR_DATA_DIR: dataDir })
  const database = openDatabase(`file:${path.join(dataDir, 'miroir.db')}`)
  await seedDemo(database, responses, { seed: 'dashboard', now: new Date(), force: false })
  const cookie = await ownersCookie(database, dataDir)
  await database.close()
  const remove = async () => {
    await site.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { site, cookie, remove }
}

/** Milliseconds from asking for a page until its first byte is there; all of it is read. */
async function firstByteMs({ site, cookie }: Side, query: string): Promise<number> {
  const begun = performance.now()
  return new Promise((resolve, reject) => {
    get(`${site.url}/en/admin${query}`, { headers: { Cookie: cookie } }, (response) => {
      let first: number | null = null
      response.on('data', () => (first ??= performance.now() - begun))
      response.on('end', () => {
        if (response.statusCode === 200 && first !== null) resolve(first)
        else reject(new Error(`the dashboard answered ${response.statusCode}`))
      })
      response.on('error', reject)
    }).on('error', reject)
  })
}

function report(name: string, less: readonly number[], more: readonly number[]): void {
  const told = (times: readonly number[]) =>
    `${median(times).toFixed(1)} ms [${percentile(times, 0).toFixed(1)}, ${percentile(times, 0.95).toFixed(1)}]`
  const ratio = (median(more) / median(less)).toFixed(2)
  console.log(`${name}: ${told(less)} with ${few}, ${told(more)} with ${many}: ${ratio}x`)
}

console.log(`load ${loadavg()[0]?.toFixed(2)}, Node ${process.version}; medians [lowest, 95th percentile]`)
const [little, large] = [await openSide(few), await openSide(many)]
try {
  console.log(`load ${loadavg()[0]?.toFixed(2)} with all responses made up`)
  report(
    'first look, which reads the snapshot',
    [await firstByteMs(little, '')],
    [await firstByteMs(large, '')],
  )
  for (const [name, query] of [
    ['all weeks', ''],
    ['some weeks', '?from=2026-W30&to=2026-W40'],
  ] as const) {
    const [less, more]: number[][] = [[], []]
    for (let round = 0; round < rounds; round += 1) {
      less?.push(await firstByteMs(little, query))
      more?.push(await firstByteMs(large, query))
    }
    report(name, less ?? [], more ?? [])
  }
} finally {
  await Promise.all([little.remove(), large.remove()])
}
