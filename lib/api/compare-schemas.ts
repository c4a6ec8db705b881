import { z } from 'zod'
import { figureStatuses, qualifiers, timeFrames } from '@/lib/comparison/figures'
import { indicators, isIndicatorCode } from '@/lib/comparison/indicators'
import { populationCodes } from '@/lib/comparison/populations'
import { answersSchema } from '@/lib/instrument/answers-schema'
import { items, type ItemId } from '@/lib/instrument/catalogue'
import { tools } from '@/lib/instrument/tools'
import { waveId } from './schemas'

/** Answers to compare, and the wave to compare with; by default the current one. */
export const compareRequest = z
  .strictObject({ wave: waveId.optional(), answers: answersSchema })
  .meta({ id: 'CompareRequest' })

const percent = z.number().min(0).max(100)
const itemId = z.enum(items.map(({ id }): ItemId => id))
const about = { tool: z.enum(tools).nullable(), item: itemId.nullable() }

const reading = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('comparable'),
      ...about,
      is_true: z.boolean(),
      same_answer_percent: percent,
      same_answer_qualifier: z.enum([...qualifiers, 'less_than']),
    }),
    z.object({ kind: z.literal('otherGroup'), ...about, was_asked: z.boolean() }),
    z.object({ kind: z.literal('unanswered'), ...about, missing: z.array(itemId) }),
    z.object({ kind: z.literal('unclear'), ...about }),
  ])
  .meta({ id: 'Reading' })

export const compareAnswer = z
  .object({
    wave: waveId,
    state: z.int(),
    instrument_version: z.string(),
    comparisons: z.array(
      z.object({
        code: z.enum(Object.keys(indicators).filter(isIndicatorCode)),
        population: z.enum(populationCodes),
        value: percent,
        unit: z.literal('percent'),
        qualifier: z.enum(qualifiers),
        status: z.enum(figureStatuses),
        time_frame: z.enum(timeFrames).nullable(),
        readings: z.array(reading),
      }),
    ),
    trust_profile: z
      .object({
        lower_percent: percent,
        upper_percent: percent,
        is_approximate: z.boolean(),
        items: z.array(itemId),
      })
      .nullable(),
  })
  .meta({ id: 'CompareAnswer' })

export type CompareAnswer = z.infer<typeof compareAnswer>
export type ReadingAnswer = z.infer<typeof reading>
