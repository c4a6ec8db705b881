// npm run bench:anonymisation: what the search of a release costs, see bench/README.md.
import { cpus, loadavg } from 'node:os'
import { createTeller } from '@/lib/anonymisation/earlier-releases'
import { classNumberOf } from '@/lib/anonymisation/record-classes'
import { quasiIdentifiers } from '@/lib/anonymisation/quasi-identifiers'
import type { RecordTable } from '@/lib/anonymisation/record-tally'
import { planAt } from '@/lib/anonymisation/release-plan'
import { ruleLimits } from '@/lib/anonymisation/release-rules'
import { search } from '@/lib/anonymisation/search'
import type { Answers } from '@/lib/instrument/answers'
import { createRandom } from '@/scripts/demo/random'
import { demoResponses } from '@/scripts/demo/demo-responses'
import { createRecordTally } from '../../tests/support/count-answers'
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
  console.log(`${count.toLocaleString('en')} responses`)
  const tally = createRecordTally()
  for (const { answers } of demoResponses(count, 'bench', publishedFigures)) tally.add(answers)
  const plan = searched('search', tally.table())
  if (!plan) continue

  // Half as many come, and a release is made of all, of which the first told something.
  const tell = createTeller([{ cutOffWeek: '2026-W01', plan }])
  const again = createRecordTally()
  let place = 0
  for (const { answers } of demoResponses(count + count / 2, 'bench', publishedFigures)) {
    place += 1
    again.add(answers, tell(classNumberOf(answers), place <= count ? '2026-W01' : '2026-W02'))
  }
  searched('search of the next release, half as many more', again.table())
}
console.log('1,000,000 records spread evenly over all profiles')
searched('search', evenTable(1_000_000))
