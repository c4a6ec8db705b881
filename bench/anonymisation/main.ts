// npm run bench:anonymisation: what the anonymised release costs beside reading the responses, see bench/README.md.
import { cpus, loadavg } from 'node:os'
import { createTeller } from '@/lib/anonymisation/earlier-releases'
import { quasiIdentifiers } from '@/lib/anonymisation/quasi-identifiers'
import { createRecordTally, type RecordTable } from '@/lib/anonymisation/record-tally'
import { planAt } from '@/lib/anonymisation/release-plan'
import { ruleLimits } from '@/lib/anonymisation/release-rules'
import { search } from '@/lib/anonymisation/search'
import { packAnswers, packedSize } from '@/lib/export/packed-answers'
import type { Answers } from '@/lib/instrument/answers'
import { createRandom } from '@/lib/participation/demo/random'
import { demoResponses } from '@/lib/participation/demo/demo-responses'
import { createGeneraliser } from '@/lib/release/generalise'
import { publishedFigures } from '../../tests/support/published-figures'

const rules = {
  k: ruleLimits.k.usual,
  l: ruleLimits.l.usual,
  largestWithheldShare: ruleLimits.largestWithheldShare.usual,
}

let elapsedMs = 0
function timed<Result>(work: () => Result): Result {
  const start = performance.now()
  const result = work()
  elapsedMs = performance.now() - start
  return result
}

/** Answers as the database holds them, so many at a time: making them up is not measured. */
function* chunks(count: number): Generator<readonly string[]> {
  let chunk: string[] = []
  for (const { answers } of demoResponses(count, 'bench', publishedFigures)) {
    chunk.push(JSON.stringify(answers))
    if (chunk.length < 10_000) continue
    yield chunk
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}

const parse = (text: string) => JSON.parse(text) as Answers

/** Takes every response to `use`, and to nothing but the parser: on each chunk in turn, every other time the other first. */
function pass(count: number, use: (answers: Answers) => void) {
  const spentMs = { parsing: 0, using: 0 }
  const sides = [
    ['parsing', (text: string) => parse(text)],
    ['using', (text: string) => use(parse(text))],
  ] as const
  let turn = 0
  for (const chunk of chunks(count)) {
    turn += 1
    for (const [side, take] of turn % 2 === 0 ? sides : sides.toReversed()) {
      timed(() => {
        for (const text of chunk) take(text)
      })
      spentMs[side] += elapsedMs
    }
  }
  const rowsPerSecond = Math.round((count / spentMs.using) * 1000)
  return `${rowsPerSecond.toLocaleString('en')} rows/s, ${(spentMs.using / spentMs.parsing).toFixed(2)}x`
}

function searched(name: string, table: RecordTable) {
  const found = timed(() => search(table, rules))
  const levels = found ? `levels ${found.levels.join('')}, ${found.withheld} withheld` : 'nothing found'
  console.log(`  ${name}: ${(elapsedMs / 1000).toFixed(2)} s for ${table.classes.size} classes; ${levels}`)
  return found && planAt(table, found.levels, rules)
}

/** As many records, each of any profile as likely as of any other: the most classes that there can be. */
function evenTable(count: number): RecordTable {
  const random = createRandom('even')
  const tally = createRecordTally()
  const topics = [['stress'], ['anxiety'], ['none']] as const
  for (let made = 0; made < count; made += 1) {
    const given = quasiIdentifiers.flatMap(({ id, answers }) => {
      const answer = answers[Math.floor(random() * answers.length)]
      return answer === 'unanswered' ? [] : [[id, answer] as const]
    })
    const topicsUsed = topics[Math.floor(random() * topics.length)]
    tally.add({ ...Object.fromEntries(given), topicsUsed } as Answers)
  }
  return tally.table()
}

console.log(`${cpus().length} cores, Node ${process.version}, load ${loadavg()[0]?.toFixed(2)}`)
for (const count of [1000, 10_000, 100_000, 1_000_000]) {
  console.log(`${count.toLocaleString('en')} responses, beside parsing them only`)
  const tally = createRecordTally()
  console.log(`  first pass: ${pass(count, (answers) => tally.add(answers))}`)
  const table = tally.table()
  const plan = searched('search', table)
  if (!plan) continue
  const generalise = createGeneraliser(plan, table)
  const packed = new Uint8Array(packedSize)
  const numbers = createRecordTally()
  const generalised = pass(count, (answers) => {
    packAnswers(answers, packed, 0)
    generalise(packed, 0, numbers.add(answers))
  })
  console.log(`  packing, class and second pass: ${generalised}`)

  // Half as many come, and a release is made of all, of which the first told something.
  const tell = createTeller([{ cutOffWeek: '2026-W01', plan }])
  const again = createRecordTally()
  let place = 0
  for (const chunk of chunks(count + count / 2)) {
    for (const text of chunk) {
      const answers = parse(text)
      place += 1
      again.add(answers, tell(answers, place <= count ? '2026-W01' : '2026-W02'))
    }
  }
  searched('search of the next release, half as many more', again.table())
}
console.log('1,000,000 records spread evenly over all profiles')
searched('search', evenTable(1_000_000))
