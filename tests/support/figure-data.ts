import { parse } from 'csv-parse/sync'
import type { FigureFiles } from '@/lib/figure-data/file'
import { fragmentOf } from '@/lib/waves/fragment'
import { figureLanguages } from '@/lib/i18n/figure-language'
import type { Locale } from '@/lib/i18n/locales'
import { figureRecord, type FigureRecord } from '@/lib/waves/figure-record'
import type { WaveDocument } from '@/lib/waves/wave-document'

/** The files of a document, as if it were the second state of its wave on a site of its own. */
export async function filesOf(document: WaveDocument, locale: Locale = 'fr'): Promise<FigureFiles> {
  const page = `https://miroir.example/${locale}/figures`
  return {
    published: {
      document,
      state: {
        waveId: document.wave.id,
        number: 2,
        madeOn: '2026-11-26',
        kind: 'correction',
        byOwner: true,
        reason: { fr: 'Une faute de frappe.', en: 'A slip.' },
      },
    },
    languages: await figureLanguages(locale),
    addressOf: (figure) => `${page}/${document.wave.id}/${encodeURIComponent(fragmentOf(figure))}`,
    pageAddress: page,
    fileAddress: (ending) => `${page}.${ending}`,
    fragment: null,
  }
}

/** The lines of a CSV file by the names of its columns, read without the project's own code. */
export const linesOf = (csv: string): readonly Record<string, string>[] => parse(csv, { columns: true })

/** A cell without the apostrophe that keeps a spreadsheet from taking it for a formula. */
const unguarded = (cell: string) => cell.replace(/^'(?=[=+\-@\t\r\n])/, '')

const orNull = (cell: string) => (cell === '' ? null : cell)
const number = (cell: string) => (cell === '' ? null : Number(cell))

/** The figure that a line of the CSV file is: what `figureRows` makes, the other way round. */
export function figureOf(line: Readonly<Record<string, string>>): FigureRecord {
  const cell = (name: string) => unguarded(line[name] ?? '')
  const words = (name: string) => {
    const [fr, en] = [cell(`${name}_fr`), cell(`${name}_en`)]
    return fr === '' && en === '' ? null : { fr: orNull(fr), en: orNull(en) }
  }
  const [low, high] = [number(cell('interval_low')), number(cell('interval_high'))]
  return figureRecord.parse({
    code: cell('code'),
    population: cell('population'),
    sharePercent: number(cell('value')),
    qualifier: cell('qualifier'),
    status: cell('status'),
    timeFrame: orNull(cell('time_frame')),
    passage: cell('passage'),
    sourceId: cell('source'),
    statusNote: words('status_note'),
    baseSize: number(cell('base_n')),
    interval: low === null ? null : { lowPercent: low, highPercent: high },
    fieldStart: orNull(cell('field_start')),
    fieldEnd: orNull(cell('field_end')),
    mode: orNull(cell('mode')),
    scale: orNull(cell('scale')),
    wording: words('wording'),
    statement: words('statement'),
    populationWords: words('population'),
    singleChoice: orNull(cell('single_choice')),
    netOf: cell('net_of') === '' ? [] : cell('net_of').split(' '),
  })
}
