import { inTurn, load } from '../in-turn'
import { atLeast, table, type Row } from '../report'
import type { MeasuredSite } from '../site-with-empty-page'
import { serveFixed, takeAnswer } from './fixed-answers'
import { journey, type Measured } from './journey'
import { pinTo, residentMib } from './process'
import { shoot } from './shoot'

const runs = 3
const seconds = 3

async function measureOne(
  { name, shots, limits, aim }: Measured,
  connections: number,
  siteUrl: string,
  fixedUrl: string,
): Promise<readonly Row[]> {
  const limitSides = limits.map((limit) => {
    const url = limit.isFixed ? fixedUrl : siteUrl
    return [limit.name, async () => shoot(url, limit.shots, connections, seconds)] as const
  })
  const measured = await inTurn<number>(
    { site: async () => shoot(siteUrl, shots, connections, seconds), ...Object.fromEntries(limitSides) },
    runs,
  )
  return limits.map((limit, index) => ({
    name: `${name}, ${connections} | ${limit.name}`,
    measured: measured('site'),
    reference: measured(limit.name),
    ...(aim !== undefined && index === 0 && { aim: atLeast(aim) }),
  }))
}

/** How often the server answers in a second, beside its limits, and the memory that it takes meanwhile. */
export async function measureServer(site: MeasuredSite): Promise<void> {
  const atStart = residentMib(site.pid)
  const measures = await journey(site)
  const fixedShots = measures.flatMap(({ limits }) =>
    limits.filter(({ isFixed }) => isFixed).flatMap(({ shots }) => shots),
  )
  const answers = await Promise.all(
    fixedShots.map(async ({ target, headers }) => takeAnswer(site.url, target, headers)),
  )
  const fixed = await serveFixed(answers, site.folder)
  try {
    pinTo(0, site.pid)
    pinTo(0, fixed.pid)
    pinTo(1, process.pid)
    const rows: Row[] = []
    const memory: string[] = []
    for (const measure of measures) {
      for (const connections of [1, 20]) {
        rows.push(...(await measureOne(measure, connections, site.url, fixed.url)))
      }
      memory.push(`${measure.name} ${residentMib(site.pid)}`)
    }
    console.log(`${table('answers in a second, connections | limit', ['site', 'limit'], rows)}\n`)
    console.log(`Resident memory in MiB: ${atStart} at the start; after ${memory.join(', ')}.\n`)
    console.log(`${load()} at the end\n`)
  } finally {
    fixed.stop()
  }
}
