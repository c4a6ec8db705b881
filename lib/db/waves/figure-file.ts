import { sourceLanguage } from '@/lib/comparison/waves'
import { DataFileError } from '@/lib/errors'
import { isAccepted, recordsOf } from '@/lib/import/lines/line'
import type { Notice } from '@/lib/import/notices'
import { readFigureFile } from '@/lib/import/read-figure-file'
import type { FigureRecord } from '@/lib/waves/figure-record'
import type { WaveSource } from '@/lib/waves/wave-document'

/** The project's own files have codes, and no labels. */
const labels = { indicators: [], populations: [], sections: [] }

const told = ({ line, column, code, values }: Notice) => {
  const place = [line === null ? 'the file' : `line ${line}`, column].filter((part) => part !== null)
  return `${place.join(', ')}: ${code} ${JSON.stringify(values)}`
}

/**
 * The figures of one of the project's own files, read by the rules for every file (lib/import). Throws DataFileError with every problem,
 * and with every doubt: the project has the files in its hands.
 */
export function parseFigureFile(
  bytes: Uint8Array,
  file: string,
  sources: readonly WaveSource[],
): readonly FigureRecord[] {
  const sourceIds = sources.map(({ id }) => id)
  const read = readFigureFile(bytes, { sourceIds, labels, language: sourceLanguage })
  const { lines, problems, warnings } = read
  const notices = [
    ...problems,
    ...warnings,
    ...lines.flatMap((line) => [...line.warnings, ...(isAccepted(line) ? [] : line.problems)]),
  ]
  if (notices.length > 0) throw new DataFileError(file, notices.map(told))
  return recordsOf(lines)
}
