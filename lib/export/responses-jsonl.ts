import type { CellTexts } from './cells'
import type { FileShape } from './edition-file'
import { rowPieces, type RecordBatches } from './rows'
import { recordColumn, waveColumn, type Variable } from './variables'

const member = (name: string, value: string | readonly string[] | null) =>
  `,${JSON.stringify(name)}:${JSON.stringify(value)}`

const jsonCells = ({ name }: Variable): CellTexts => ({
  single: ({ id }) => member(name, id),
  multiple: (chosen) => member(name, chosen),
  missing: (kind) => member(name, kind === 'unanswered' ? null : kind),
})

/**
 * `responses.jsonl` (https://jsonlines.org): one object for each record, with an option id, a list of them, null for an
 * unanswered item, or the text `notApplicable` or `notAsked`. `wave`: see `waveOfRows`.
 */
export function responsesJsonl(
  batches: RecordBatches,
  shape: FileShape,
  wave: string,
): Generator<Uint8Array> {
  const open = `{${JSON.stringify(recordColumn)}:`
  const texts = { open, afterNumber: member(waveColumn, wave), close: '}\n', cells: jsonCells }
  return rowPieces('', batches, shape, texts)
}
