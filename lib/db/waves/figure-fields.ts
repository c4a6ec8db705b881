import { z } from 'zod'
import { figureStatuses, qualifiers, timeFrames } from '@/lib/comparison/figures'
import { isIndicatorCode, type IndicatorCode } from '@/lib/comparison/indicators'
import { isPopulationCode, type PopulationCode } from '@/lib/comparison/populations'

const isText = (given: unknown): given is string => typeof given === 'string'

/** The fields of a file whose values are known to the code. */
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
