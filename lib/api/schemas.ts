import { z } from 'zod'
import { modes } from '@/lib/comparison/waves'
import { columnNames, columnOf, type ColumnName } from '@/lib/figure-data/columns'
import { stateKinds } from '@/lib/waves/wave-state'
import { problems } from './problems'

const text = z.string()
const day = z.iso.date()
const words = z.object({ fr: text, en: text }).meta({ id: 'Words' })

export const waveId = text.regex(/^\d{4}-\d{2}$/)

const wave = z
  .object({
    id: waveId,
    name: words,
    description: words.nullable(),
    commissioned_by: text,
    conducted_by: text,
    published_on: day,
    sample_size: z.int().nullable(),
    field_start: day.nullable(),
    field_end: day.nullable(),
    mode: z.enum(modes).nullable(),
  })
  .meta({ id: 'Wave' })

const state = z
  .object({ number: z.int().positive(), made_on: day, kind: z.enum(stateKinds), reason: words.nullable() })
  .meta({ id: 'State' })

const source = z
  .object({ id: text, title: text, publisher: text, published_on: day, url: z.url() })
  .meta({ id: 'Source' })

function cellOf(name: ColumnName) {
  const { type, isRequired, values } = columnOf(name)
  const kinds = { number: z.number(), integer: z.int(), date: day, string: values ? z.enum(values) : text }
  return isRequired ? kinds[type] : kinds[type].nullable()
}

const figure = z
  .object(Object.fromEntries(columnNames.map((name) => [name, cellOf(name)])))
  .meta({ id: 'Figure' })

export const waveList = z
  .object({
    waves: z.array(
      z.object({
        wave,
        is_current: z.boolean(),
        state,
        states: z.array(state),
        figure_count: z.int(),
        figures: z.url(),
      }),
    ),
  })
  .meta({ id: 'WaveList' })

export const figureList = z
  .object({ wave, state, sources: z.array(source), figures: z.array(figure) })
  .meta({ id: 'FigureList' })

/** A text in each language of the site, by the code of the language. */
const inLanguages = z.record(text, text)

export const instrument = z
  .object({
    version: text,
    items: z.array(
      z.object({
        id: text,
        kind: z.enum(['single', 'multiple']),
        theme: text.nullable(),
        since: text,
        label: inLanguages,
        question: inLanguages,
        asked_of: inLanguages,
        options: z.array(z.object({ id: text, label: inLanguages, is_exclusive: z.boolean() })),
      }),
    ),
  })
  .meta({ id: 'Instrument' })

export const editionList = z
  .object({
    schema_version: z.int(),
    wave: waveId,
    publisher: text.nullable(),
    publisher_contact: text.nullable(),
    editions: z.array(
      z.object({
        edition: text,
        made_up: z.boolean(),
        made_on: day,
        responses_until: day,
        counted: z.int(),
        without_age: z.int(),
        smallest_group: z.int(),
        rounding_base: z.int(),
        licence: text.nullable(),
        csv: text,
        json: text,
      }),
    ),
  })
  .meta({ id: 'EditionList' })

export const aggregates = z
  .object({
    schema_version: z.int(),
    wave: waveId,
    edition: text,
    made_up: z.boolean(),
    made_on: day,
    responses_until: day,
    counted: z.int(),
    without_age: z.int(),
    smallest_group: z.int(),
    rounding_base: z.int(),
    participants: inLanguages,
    suppressed: inLanguages,
    licence: z.object({ id: text, title: text, url: text }).nullable(),
    licence_note: inLanguages.nullable(),
    publisher: text.nullable(),
    publisher_contact: text.nullable(),
    publisher_note: inLanguages.nullable(),
    columns: z.array(text),
    rows: z.array(z.record(text, z.union([text, z.number(), z.boolean(), z.null()]))),
  })
  .meta({ id: 'Aggregates' })

export const problemDetails = z
  .object({
    type: text,
    title: text,
    status: z.int(),
    detail: text,
    errors: z.array(z.object({ code: text, at: text, detail: text })).optional(),
  })
  .meta({ id: 'Problem', description: `The end of \`type\` is one of: ${Object.keys(problems).join(', ')}.` })
