// npm run bench:dashboard: what is shown of participants, with a million responses beside few, see bench/README.md.
import { mkdtempSync, rmSync } from 'node:fs'
import { get } from 'node:http'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { openDatabase } from '@/lib/db/engine/client'
import { publishForSite } from '@/lib/editions/publish-for-site'
import { environmentWith, readSettings } from '@/lib/env'
import { ensureSecrets } from '@/lib/keys/secrets'
import { startSite, type RunningSite } from '@/tests/support/running-site'
import { filledSite } from '../export/filled-site'
import { median, percentile } from '../pages/statistics'
import { ownersCookie } from './signed-in'

const rounds = 60

/** Too few for an edition; enough for one that shows nearly all of its cells. */
const few = [60, 3000]
const many = Number(process.argv[2] ?? 1_000_000)

const pages = [
  ['participants', '/en/participants'],
  ['dashboard', '/en/admin'],
] as const

interface Side {
  readonly responses: number
  readonly site: RunningSite
  readonly cookie: string
}

const folder = mkdtempSync(path.join(tmpdir(), 'miroir-bench-dashboard-'))

/** A site with so many made-up responses, their edition made where they are enough for one, and its owner signed in. */
async function openSide(responses: number): Promise<Side> {
  const { dataDir, file } = await filledSite(folder, responses)
  const settings = readSettings(environmentWith({ MIROIR_DATA_DIR: dataDir, DATABASE_URL: '' }))
  ensureSecrets(settings)
  await publishForSite(settings, new Date())
  const site = await startSite({ MIROIR_DATA_DIR: dataDir })
  const database = openDatabase(`file:${file}`)
  const cookie = await ownersCookie(database, dataDir)
  await database.close()
  return { responses, site, cookie }
}

/** Milliseconds from asking for a page until its first byte is there; all of it is read. */
async function firstByteMs({ site, cookie }: Side, target: string): Promise<number> {
  const begun = performance.now()
  return new Promise((resolve, reject) => {
    get(site.url + target, { headers: { Cookie: cookie } }, (response) => {
      let first: number | null = null
      response.on('data', () => (first ??= performance.now() - begun))
      response.on('end', () => {
        if (response.statusCode === 200 && first !== null) resolve(first)
        else reject(new Error(`${target} answered ${response.statusCode}`))
      })
      response.on('error', reject)
    }).on('error', reject)
  })
}

const load = () => loadavg()[0]?.toFixed(2)
const told = (times: readonly number[]) =>
  `${median(times).toFixed(1)} ms [${percentile(times, 0).toFixed(1)}, ${percentile(times, 0.95).toFixed(1)}]`

console.log(`load ${load()}, Node ${process.version}; medians [lowest, 95th percentile]`)
const sides: Side[] = []
try {
  for (const responses of [...few, many]) sides.push(await openSide(responses))
  console.log(`load ${load()} with all responses made up`)
  for (const [name, target] of pages) {
    const times = sides.map((side) => ({ side, first: 0, later: [] as number[] }))
    for (const each of times) each.first = await firstByteMs(each.side, target)
    // In turns, after as many that do not count: V8 compiles what a page runs over its first answers.
    for (let round = 0; round < 2 * rounds; round += 1) {
      for (const { side, later } of times) {
        const taken = await firstByteMs(side, target)
        if (round >= rounds) later.push(taken)
      }
    }
    const largest = median(times.at(-1)?.later ?? [])
    for (const { side, first, later } of times) {
      const ratio = (largest / median(later)).toFixed(2)
      console.log(
        `${name} with ${side.responses}: ${told(later)}, the first time ${first.toFixed(0)} ms; with ${many} ${ratio}x`,
      )
    }
  }
  console.log(`load ${load()} at the end`)
} finally {
  for (const { site } of sides) await site.stop()
  rmSync(folder, { recursive: true, force: true })
}
