import { z } from 'zod'
import type { Source, Wave } from '@/lib/comparison/waves'
import { DataFileError } from '@/lib/errors'

export interface WaveFile {
  readonly wave: Wave
  readonly sources: readonly Source[]
}

const text = z.string('must be a text').min(1, 'must not be empty')
const day = z.iso.date('must be a day, YYYY-MM-DD')

const schema = z.strictObject({
  id: z.string().regex(/^\d{4}-\d{2}$/, 'must be a year and a month, YYYY-MM'),
  commissionedBy: text,
  conductedBy: text,
  publishedOn: day,
  sampleSize: z.int('must be a whole number, or null').positive('must be above 0, or null').nullable(),
  lastDay: day.nullable(),
  sources: z
    .array(
      z.strictObject({
        id: text,
        publisher: text,
        title: text,
        url: z.url({ protocol: /^https?$/, error: 'must be the address of a page' }),
        publishedOn: day,
      }),
    )
    .min(1, 'must name a source')
    .refine(
      (sources) => new Set(sources.map(({ id }) => id)).size === sources.length,
      'must have different ids',
    ),
})

/** The wave and sources in a `wave.json`. Throws DataFileError with every problem, by field. */
export function parseWaveFile(json: string, file: string): WaveFile {
  const parsed = schema.safeParse(readJson(json, file))
  if (!parsed.success) {
    throw new DataFileError(
      file,
      parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`),
    )
  }
  const { sources, ...wave } = parsed.data
  return { wave, sources }
}

function readJson(json: string, file: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    throw new DataFileError(file, [error instanceof Error ? error.message : String(error)])
  }
}
