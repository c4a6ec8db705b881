import type { CatalogueItem } from '@/lib/instrument/catalogue'
import type { CellTexts } from './cells'
import { recordColumn, variableName } from './columns'
import type { RecordBatches, ReleaseLevels } from './record'
import { rowPieces } from './rows'

function jsonCells(item: CatalogueItem): CellTexts {
  const member = (value: string | readonly string[] | null) =>
    `,${JSON.stringify(variableName(item.id))}:${JSON.stringify(value)}`
  return {
    single: ({ id }) => member(id),
    multiple: member,
    missing: (kind) => member(kind === 'unanswered' ? null : kind),
  }
}

/**
 * `responses.jsonl` (https://jsonlines.org): one object for each record, with an option id, a list of them, null for an
 * unanswered item, or the text `notApplicable` or `withheld`.
 */
export function responsesJsonl(batches: RecordBatches, levels: ReleaseLevels): Generator<Uint8Array> {
  const open = `{${JSON.stringify(recordColumn)}:`
  return rowPieces('', batches, { open, close: '}\n', cells: jsonCells }, levels)
}
