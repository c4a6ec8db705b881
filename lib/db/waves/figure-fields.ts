import { z } from 'zod'
import { figureStatuses, qualifiers, timeFrames, type Figure } from '@/lib/comparison/figures'
import { isIndicatorCode, type IndicatorCode } from '@/lib/comparison/indicators'
import { isPopulationCode, type PopulationCode } from '@/lib/comparison/populations'

/** A figure, and the part of the source that states it. */
export interface PublishedFigure extends Figure {
  readonly passage: string
  readonly sourceId: string
}

const isText = (given: unknown): given is string => typeof given === 'string'

/** The fields whose values are known to the code, whether they come from a file or from the database. */
export const figureFields = {
  indicator: z.custom<IndicatorCode>(
    (given) => isText(given) && isIndicatorCode(given),
    'is no indicator that lib/comparison/indicators.ts knows',
  ),
  population: z.custom<PopulationCode>(
    (given) => isText(given) && isPopulationCode(given),
    'is no population that lib/comparison/populations.ts knows',
  ),
  qualifier: z.enum(qualifiers, `must be one of ${qualifiers.join(', ')}`),
  status: z.enum(figureStatuses, `must be one of ${figureStatuses.join(', ')}`),
  timeFrame: z.enum(timeFrames, `must be one of ${timeFrames.join(', ')}, or empty`).nullable(),
  passage: z.string().min(1, 'must not be empty'),
}
