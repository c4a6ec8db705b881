import type { WaveDraft } from '@/lib/import/wave-draft'
import { isAccepted, recordsOf } from './lines/line'
import type { FigureFile } from './read-figure-file'

/** What a file that could be read makes of a draft: its figures take the place of all that were there. */
export function draftOfFile(before: WaveDraft, file: FigureFile, fileName: string): WaveDraft {
  const { lines, warnings, format } = file
  return {
    wave: before.wave,
    sources: before.sources,
    figures: [...recordsOf(lines)],
    refused: lines.flatMap((line) =>
      isAccepted(line)
        ? []
        : [
            {
              line: line.line,
              column: line.column,
              letter: line.letter,
              code: line.code,
              population: line.population,
              problems: [...line.problems],
              typed: { ...line.typed },
            },
          ],
    ),
    warnings: [...warnings, ...lines.flatMap((line) => line.warnings)],
    fileName,
    format,
  }
}
