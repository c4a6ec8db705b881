import type { Figure } from '@/lib/comparison/figures'
import { isIndicatorCode } from '@/lib/comparison/indicators'
import { isPopulationCode } from '@/lib/comparison/populations'
import type { Source, Wave } from '@/lib/comparison/waves'
import type { FigureDetails, FigureRecord } from './figure-record'
import type { WaveDocument } from './wave-document'

/** A figure that answers are set against, and what else was published of it. */
export interface PublishedFigure extends Figure, FigureDetails {
  readonly passage: string
  readonly sourceId: string
}

/** What was published of one wave. Shared between requests: not to be changed. */
export interface WaveFigures {
  readonly wave: Wave
  readonly sources: readonly Source[]
  /** Whether it was published of any figure how the question was asked. */
  readonly isWordingPublished: boolean
  /** Those that answers are set against. */
  readonly figures: readonly PublishedFigure[]
  /** All others: about people or statements that the questionnaire does not ask about, or superseded. */
  readonly context: readonly FigureRecord[]
}

/** The figures of a wave, those that answers are set against apart from all others. */
export function publishedFigures({ wave, sources, figures: records }: WaveDocument): WaveFigures {
  const figures: PublishedFigure[] = []
  const context: FigureRecord[] = []
  for (const record of records) {
    const { code: indicator, population, ...rest } = record
    if (record.status !== 'superseded' && isIndicatorCode(indicator) && isPopulationCode(population)) {
      figures.push({ ...rest, indicator, population, waveId: wave.id })
    } else {
      context.push(record)
    }
  }
  const isWordingPublished = records.some(({ wording }) => wording !== null)
  return { wave, sources, isWordingPublished, figures, context }
}
