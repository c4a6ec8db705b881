import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnNames } from '@/lib/figure-data/columns'
import { csvFile } from '@/lib/figure-data/csv-file'
import { figureRows } from '@/lib/figure-data/rows'
import { recordsOf } from '@/lib/import/lines/line'
import { readFigureFile } from '@/lib/import/read-figure-file'
import { context } from '../../../support/import/context'
import { arbitraryWave } from '../../../support/arbitrary-waves'
import { figureOf, filesOf, linesOf } from '../../../support/figure-data'
import { projectDocument } from '../../../support/project-document'

async function csvOf(document: Parameters<typeof filesOf>[0], locale: 'fr' | 'en' = 'fr') {
  const { published, languages, addressOf } = await filesOf(document, locale)
  return csvFile(figureRows(published, languages, addressOf))
}

test('the columns are these, for good: programs name them, and new ones come at the end', () => {
  expect(columnNames.join(' ')).toBe(
    'wave code population label_fr label_en population_label_fr population_label_en value unit qualifier status ' +
      'status_note_fr status_note_en time_frame base_n interval_low interval_high field_start field_end mode scale ' +
      'wording_fr wording_en statement_fr statement_en population_fr population_en single_choice net_of passage source ' +
      'source_title source_publisher source_published_on source_url citation_short citation_long address',
  )
})

test('whatever was published of a wave can be read back from its table', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryWave, async (document) => {
      const lines = linesOf(await csvOf(document))
      expect(lines.map(figureOf)).toEqual(document.figures)
      for (const line of lines) expect(Object.keys(line)).toEqual(columnNames)
    }),
  )
})

test('the table of a wave is taken by what reads the tables of owners, and says the same', async () => {
  const document = await projectDocument()
  const bytes = new TextEncoder().encode(await csvOf(document))
  const read = readFigureFile(bytes, { ...context, sourceIds: document.sources.map(({ id }) => id) })
  expect(read.problems).toEqual([])
  expect(recordsOf(read.lines)).toEqual(document.figures)
})

describe('a line', () => {
  const lineOf = async (code: string, population: string, locale: 'fr' | 'en') => {
    const lines = linesOf(await csvOf(await projectDocument(), locale))
    return lines.find((line) => line['code'] === code && line['population'] === population) ?? expect.fail()
  }

  test('has its words in both languages, and its citation in that of the address', async () => {
    const french = await lineOf('usage.teleconsultation', 'under_35', 'fr')
    expect(french).toMatchObject({
      wave: '2025-12',
      value: '27',
      unit: 'percent',
      label_fr: 'Usage pour la santé mentale\u202f: téléconsultation',
      label_en: 'Use for mental health: teleconsultation',
      population_label_fr: 'moins de 35 ans',
      population_label_en: 'under 35',
      base_n: '',
      source: 'dsih-6110',
      source_publisher: 'DSIH',
      source_published_on: '2025-12-15',
      citation_short: 'Ifop pour MentalTech, décembre 2025',
      address: 'https://miroir.example/fr/figures/2025-12/usage-teleconsultation-under_35',
    })
    expect(french['citation_long']?.replaceAll(/\s/g, ' ')).toMatch(
      /^« 27 % des Français de moins de 35 ans utilisent la téléconsultation .*Ifop pour MentalTech, décembre 2025.*dsih\.fr.*miroir\.example/,
    )
    const english = await lineOf('usage.teleconsultation', 'under_35', 'en')
    expect(english['citation_short']).toBe('Ifop for MentalTech, December 2025')
    expect(english['citation_long']).toMatch(/^“27% of French people under 35/)
    expect({ ...english, citation_short: '', citation_long: '', address: '' }).toEqual({
      ...french,
      citation_short: '',
      citation_long: '',
      address: '',
    })
  })

  test('says of whom a share is that is about a tool, or about two', async () => {
    const one = await lineOf('useful.aiOrSocialNetworks', 'regular_users_of_it', 'en')
    expect(one['citation_long']).toMatch(/^“More than 50% of .* or .*/)
  })
})

test('labels tell each indicator from every other one', async () => {
  const lines = linesOf(await csvOf(await projectDocument()))
  const codes = new Set(lines.map((line) => line['code']))
  for (const column of ['label_fr', 'label_en']) {
    expect(new Set(lines.map((line) => line[column])).size).toBe(codes.size)
  }
})

test('a figure that the questionnaire does not ask about has its own words, and its codes where it has none', async () => {
  const document = await projectDocument()
  const [first] = document.figures
  const own = {
    ...(first ?? expect.fail()),
    code: 'sport.weekly',
    population: 'students',
    statement: { fr: 'font du sport chaque semaine', en: 'do sports every week' },
    populationWords: { fr: 'des étudiants', en: 'of students' },
  }
  const bare = { ...own, code: 'sport.daily', statement: null, populationWords: null }
  const lines = linesOf(await csvOf({ ...document, figures: [own, bare] }, 'en'))
  expect(lines[0]).toMatchObject({
    label_fr: 'font du sport chaque semaine',
    population_label_en: 'of students',
    statement_en: 'do sports every week',
    citation_long: expect.stringContaining('of students do sports every week'),
  })
  expect(lines[1]).toMatchObject({
    label_fr: 'sport.daily',
    population_label_en: 'students',
    statement_fr: '',
  })
})
