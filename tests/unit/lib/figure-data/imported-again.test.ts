import { expect, test } from 'vitest'
import { writeFigureFile } from '@/lib/figure-data/write-file'
import { recordsOf } from '@/lib/import/lines/line'
import { readFigureFile } from '@/lib/import/read-figure-file'
import type { FigureRecord } from '@/lib/waves/figure-record'
import { filesOf } from '../../../support/figure-data'
import { context } from '../../../support/import/context'
import { projectDocument } from '../../../support/project-document'

/** A figure about which everything was published that there is a column for. */
function fullest(first: FigureRecord | undefined): FigureRecord {
  return {
    ...(first ?? expect.fail()),
    code: 'sport.weekly',
    population: 'students',
    sharePercent: 12.5,
    status: 'disputed',
    statusNote: { fr: 'Son auteur donne un autre nombre.', en: 'Its author gives another number.' },
    timeFrame: null,
    statement: { fr: 'font du sport chaque semaine', en: 'do sports every week' },
    populationWords: { fr: 'des étudiants', en: 'of students' },
    baseSize: 1204,
    interval: { lowPercent: 10.6, highPercent: 14.4 },
    wording: { fr: 'Faites-vous du sport, « souvent » ?', en: 'Do you do sports, "often"?' },
    scale: 'oui; non',
    mode: 'online',
    fieldStart: '2025-10-01',
    fieldEnd: '2025-10-08',
    singleChoice: null,
    netOf: ['sport.outdoors', 'sport.indoors'],
  }
}

test.each(['csv', 'json'] as const)(
  'the %s file is imported again as it was, and nothing of it is refused',
  async (ending) => {
    const document = await projectDocument()
    const net = fullest(document.figures[0])
    const part = (code: string, sharePercent: number): FigureRecord => ({
      ...net,
      code,
      sharePercent,
      interval: null,
      singleChoice: 'sport',
      netOf: [],
    })
    // The other answers make it a hundred: sums that do not fit are a warning.
    const parts = [part('sport.outdoors', 4.5), part('sport.indoors', 8), part('sport.none', 87.5)]
    const figures = [...document.figures, net, ...parts]
    const content = await writeFigureFile(await filesOf({ ...document, figures }), ending)
    const read = readFigureFile(Buffer.from(content), context)
    expect(read.problems).toEqual([])
    expect(recordsOf(read.lines)).toEqual(figures)
    expect(read.lines.filter((line) => 'problems' in line)).toEqual([])
    expect(read.warnings).toEqual([])
  },
)
