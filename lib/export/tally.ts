import { optionsOf } from '@/lib/instrument/answers'
import { items, type ItemId } from '@/lib/instrument/catalogue'
import { codedAnswers, type MissingKind } from './codes'
import { notApplicable, type RecordBatches, type ReleaseLevels, type ReleaseRecord } from './record'

/** How many records have each answer to an item, and how many have none, by the reason. */
export interface ItemTally {
  readonly answers: ReadonlyMap<string, number>
  readonly missing: Readonly<Record<MissingKind, number>>
}

/** Counts the records of a release as they pass. */
export interface ReleaseTally {
  /** The same batches, counted. */
  readonly counting: (batches: RecordBatches) => AsyncGenerator<readonly ReleaseRecord[]>
  readonly records: () => number
  readonly of: (id: ItemId) => ItemTally
}

interface Counter {
  readonly id: ItemId
  readonly answers: Map<string, number>
  readonly missing: Record<MissingKind, number>
}

function createCounter(item: (typeof items)[number], levels: ReleaseLevels): Counter {
  const ids =
    item.kind === 'single' ? codedAnswers(item, levels[item.id]).map(({ id }) => id) : optionsOf(item)
  return {
    id: item.id,
    answers: new Map(ids.map((id) => [id, 0])),
    missing: { unanswered: 0, notApplicable: 0, withheld: 0 },
  }
}

function count({ id, answers, missing }: Counter, record: ReleaseRecord): void {
  const answer = record.answers[id]
  if (answer === undefined || answer === null) missing.unanswered += 1
  else if (answer === notApplicable) missing.notApplicable += 1
  else if (typeof answer === 'string') answers.set(answer, (answers.get(answer) ?? 0) + 1)
  else for (const option of answer) answers.set(option, (answers.get(option) ?? 0) + 1)
}

/** A tally of records at these levels, at nought. Answers to withheld items are not counted. */
export function createReleaseTally(levels: ReleaseLevels): ReleaseTally {
  const counters = items.map((item) => createCounter(item, levels))
  const told = counters.filter(({ id }) => levels[id] !== 'withheld')
  let records = 0
  return {
    async *counting(batches) {
      for await (const batch of batches) {
        for (const record of batch) for (const counter of told) count(counter, record)
        records += batch.length
        yield batch
      }
    },
    records: () => records,
    of: (id) => {
      const counter = counters.find((candidate) => candidate.id === id)
      if (!counter) throw new Error(`no such item: ${id}`)
      if (levels[id] !== 'withheld') return counter
      return { answers: new Map(), missing: { ...counter.missing, withheld: records } }
    },
  }
}
