import { inTurn, load } from '../in-turn'
import { atLeast, table, type Row } from '../report'
import type { MeasuredSite } from '../site-with-empty-page'
import { serveFixed, takeAnswer, type FixedServer } from './fixed-answers'
import { journey, type Measured } from './journey'
import { pinTo, residentMib } from './process'
import { shoot, type Answered } from './shoot'

const runs = 3
const seconds = 2
/** V8 compiles the code of a page during its first answers. After this many an answer takes half as long as at first. */
const warmUpAnswers = 2000

type RowsBy = (count: keyof Answered) => readonly Row[]

async function warmUp({ shots, limits }: Measured, site: MeasuredSite): Promise<void> {
  for (const each of [shots, ...limits.filter(({ isFixed }) => !isFixed).map((limit) => limit.shots)]) {
    await shoot(site, each, 1, { answers: warmUpAnswers })
  }
}

async function measureOne(
  { name, shots, limits, aim }: Measured,
  connections: number,
  site: MeasuredSite,
  fixed: FixedServer,
): Promise<RowsBy> {
  const limitSides = limits.map((limit) => {
    const server = limit.isFixed ? fixed : site
    return [limit.name, async () => shoot(server, limit.shots, connections, { seconds })] as const
  })
  const measured = await inTurn<Answered>(
    { site: async () => shoot(site, shots, connections, { seconds }), ...Object.fromEntries(limitSides) },
    runs,
  )
  return (count) =>
    limits.map((limit, index) => ({
      name: `${name}, ${connections} | ${limit.name}`,
      measured: measured('site').map((each) => each[count]),
      reference: measured(limit.name).map((each) => each[count]),
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
    const rows: RowsBy[] = []
    const memory: string[] = []
    for (const measure of measures) {
      await warmUp(measure, site)
      for (const connections of [1, 20]) rows.push(await measureOne(measure, connections, site, fixed))
      memory.push(`${measure.name} ${residentMib(site.pid)}`)
    }
    const print = (title: string, count: keyof Answered) => {
      const all = rows.flatMap((rowsBy) => rowsBy(count))
      console.log(`${table(`${title}, connections | limit`, ['site', 'limit'], all)}\n`)
    }
    print('answers in a second', 'perSecond')
    print('answers in a second of the processor', 'perProcessorSecond')
    console.log(`Resident memory in MiB: ${atStart} at the start; after ${memory.join(', ')}.\n`)
    console.log(`${load()} at the end\n`)
  } finally {
    fixed.stop()
  }
}
