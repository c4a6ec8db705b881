// npm run bench:dashboard -- [count]: the dashboard of a million made-up responses beside that of an almost empty database.
import { Agent } from 'node:http'
import { cpus, loadavg } from 'node:os'
import { adminPath } from '@/lib/i18n/admin-pages'
import { addDays, isoWeekOf } from '@/lib/participation/iso-week'
import { atMost, table } from '../pages/report'
import { firstByteMs } from './first-byte'
import { startSeededSite, type SeededSite } from './seeded-site'

const turns = 100
const turnsNotCounted = 20
/** Just enough for anything to be shown. */
const fewResponses = 60

const load = () => `load ${(loadavg()[0] ?? 0).toFixed(2)}`

const dashboard = adminPath('dashboard', 'fr')
const week = (weeksAgo: number) => isoWeekOf(addDays(new Date(), -7 * weeksAgo))
const pages = {
  'the whole wave': dashboard,
  'some weeks of it': `${dashboard}?from=${week(16)}&to=${week(4)}`,
}

/** The times of a page on both sides, in turn, A B A B. */
async function inTurn(path: string, sides: readonly [SeededSite, SeededSite]) {
  const agent = new Agent({ keepAlive: true })
  const times: [number[], number[]] = [[], []]
  for (let turn = -turnsNotCounted; turn < turns; turn += 1) {
    for (const side of [0, 1] as const) {
      const { url, cookie } = sides[side]
      const time = await firstByteMs(agent, `${url}${path}`, cookie)
      if (turn >= 0) times[side].push(time)
    }
  }
  agent.destroy()
  return times
}

async function measureAll(count: number, sides: readonly [SeededSite, SeededSite]): Promise<void> {
  console.log(`Node ${process.version}, ${cpus().length} cores, ${load()}\n`)
  const rows = []
  for (const [name, path] of Object.entries(pages)) {
    const [measured, reference] = await inTurn(path, sides)
    rows.push({ name, measured, reference, aim: atMost(2) })
  }
  const names = [count, fewResponses].map((responses) => `${responses.toLocaleString('en')} responses`)
  console.log(table('first byte, ms', [names[0] ?? '', names[1] ?? ''], rows))
  console.log(`\n${load()} at the end`)
}

const [given = '1000000'] = process.argv.slice(2)
if (!/^[1-9]\d{1,6}$/.test(given)) throw new Error('Say how many responses: npm run bench:dashboard -- 20000')
const count = Number(given)

console.error(`Making up ${given} responses and counting them: a million takes a quarter of an hour.`)
const few = await startSeededSite(fewResponses)
try {
  const many = await startSeededSite(count)
  try {
    await measureAll(count, [many, few])
  } finally {
    await many.stop()
  }
} finally {
  await few.stop()
}
