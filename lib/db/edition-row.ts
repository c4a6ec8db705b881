import { z } from 'zod'
import { columns, type PublishedTable } from '@/lib/disclosure/aggregates/edition-tables'
import type { Scheme } from '@/lib/disclosure/microdata/scheme'
import { tools } from '@/lib/instrument/tools'
import type { Edition as EditionModel, Prisma } from './generated/sqlite/client'

/** What is published about the participants of a wave at one moment. Numbers of people are multiples of five, rounded at random. */
export interface Edition {
  readonly waveId: string
  /** `1`, `2` and so on; of made-up responses, `demo-1` and so on. */
  readonly id: string
  readonly isDemo: boolean
  /** From 1, without gaps. */
  readonly number: number
  /** A day, `YYYY-MM-DD`, in UTC. */
  readonly madeOn: string
  /** ISO week: responses of this week and of earlier ones are in it. */
  readonly lastWeek: string
  /** Version of the questionnaire at that time. */
  readonly instrumentVersion: string
  /** The smallest equivalence class of its file, and the smallest number of people that its tables show. */
  readonly smallestGroup: number
  readonly scheme: Scheme
  /** Responses of the wave by then. */
  readonly contributionCount: number
  /** Records in its file. */
  readonly recordCount: number
  /** Records in its file without an age band: they are in no table. */
  readonly withoutAgeCount: number
  /** Responses of the wave by then that are not in its file. */
  readonly waitingCount: number
  /** Responses that were withdrawn since the edition before. */
  readonly withdrawnCount: number
  readonly tables: readonly PublishedTable[]
  /** The day on which its file was removed, since a response of it was deleted; null while the file may be delivered. */
  readonly fileRemovedOn: string | null
}

const people = z.int().nonnegative()
const counts = z.strictObject(
  Object.fromEntries(columns.map((column) => [column, people.nullable()])) as Record<
    (typeof columns)[number],
    z.ZodNullable<z.ZodInt>
  >,
)
// Items and options are any text: the instrument may have lost them since, and the numbers stay readable.
const tablesSchema = z.array(
  z.strictObject({
    item: z.string(),
    population: z.string().nullable(),
    base: counts,
    options: z.array(z.strictObject({ option: z.string(), counts })),
  }),
)
const schemeSchema = z.array(z.enum(tools))

/** The text that is stored of a scheme. */
export const schemeText = ({ tools: chosen }: Scheme): string => JSON.stringify(chosen)

/** The text of the scheme that holds as long as owners chose none. */
export const noTools = schemeText({ tools: [] })

/** Reads what `schemeText` wrote. Throws a ZodError for any other text. */
export const readScheme = (text: string): Scheme => ({ tools: schemeSchema.parse(JSON.parse(text)) })

/** The row of an edition. */
export function editionRow({ scheme, tables, ...row }: Edition): Prisma.EditionUncheckedCreateInput {
  return {
    ...row,
    schemeTools: schemeText(scheme),
    tables: JSON.stringify(tables satisfies readonly PublishedTable[]),
  }
}

/** Reads a row. Throws a ZodError for one that no version of the site wrote. */
export function readEditionRow({ schemeTools, tables, ...row }: EditionModel): Edition {
  return {
    ...row,
    scheme: readScheme(schemeTools),
    tables: tablesSchema.parse(JSON.parse(tables)),
  }
}
