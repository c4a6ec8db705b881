import { fieldCode } from '@/lib/disclosure/microdata/record-layout'
import { missingKindOf } from './cells'
import type { MissingKind } from './codes'
import type { FileShape } from './edition-file'
import type { RecordBatches } from './rows'
import type { Variable } from './variables'

/** How many records have each answer, and how many have none, by the reason. */
export interface VariableTally {
  readonly answers: ReadonlyMap<string, number>
  readonly missing: Readonly<Record<MissingKind, number>>
}

/** Counts the records of a file as they pass. */
export interface FileTally {
  /** The same batches, counted. */
  readonly counting: (batches: RecordBatches) => Generator<Uint8Array>
  readonly of: (variable: Variable) => VariableTally
}

function tallied(variable: Variable, counts: Uint32Array): VariableTally {
  const { kind, options } = variable
  const missing = { unanswered: 0, notAsked: 0, notApplicable: 0 }
  const chosen = options.map(() => 0)
  for (const [code, count] of counts.entries()) {
    if (count === 0) continue
    const reason = missingKindOf(variable, code)
    if (reason !== null) missing[reason] += count
    else if (kind === 'single') chosen[code - 1] = count
    else {
      for (const place of chosen.keys()) {
        if ((code & (1 << place)) !== 0) chosen[place] = (chosen[place] ?? 0) + count
      }
    }
  }
  return { answers: new Map(options.map((option, place) => [option, chosen[place] ?? 0])), missing }
}

/** A tally of the records of a file, at nought. */
export function createFileTally({ layout, variables }: FileShape): FileTally {
  const counters = variables.map((variable) => ({
    variable,
    counts: new Uint32Array(256 ** variable.field.bytes),
  }))
  const count = (batch: Uint8Array) => {
    for (const { variable, counts } of counters) {
      for (let record = 0; record < batch.length; record += layout.size) {
        const code = fieldCode(batch, record, variable.field)
        counts[code] = (counts[code] ?? 0) + 1
      }
    }
  }
  return {
    *counting(batches) {
      for (const batch of batches) {
        count(batch)
        yield batch
      }
    },
    of: (variable) => {
      const counter = counters.find((one) => one.variable === variable)
      if (!counter) throw new Error(`no such variable: ${variable.name}`)
      return tallied(variable, counter.counts)
    },
  }
}
