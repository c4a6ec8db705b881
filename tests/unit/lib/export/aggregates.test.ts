import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import {
  aggregatesCsv,
  aggregatesFileName,
  aggregatesJson,
  type AboutAggregates,
} from '@/lib/export/aggregates'
import { editionsJson } from '@/lib/export/editions-list'
import { englishWords, exportWords, frenchWords } from '../../../support/edition'
import { someTables } from '../../../support/edition-tables'

const about: AboutAggregates = {
  waveId: '2025-12',
  editionId: '1',
  isDemo: false,
  madeOn: '2026-11-24',
  responsesUntil: '2026-11-22',
  smallestGroup: 11,
  counted: 150,
  withoutAge: 5,
  roundingBase: 5,
  licence: { id: 'etalab-2.0', title: 'Licence Ouverte', url: 'https://licence.example' },
  publisher: { name: 'Association Exemple', legalForm: null, email: 'contact@example.org' },
}
const demo = { ...about, editionId: 'demo-1', isDemo: true }

const columns =
  'wave edition item option population age_group count base share_percent status made_up item_label_fr item_label_en option_label_fr option_label_en'.split(
    ' ',
  )

test('the rows of the CSV file', () => {
  const [header, first, , third, ...others] = aggregatesCsv(about, someTables, exportWords).split('\r\n')
  expect(header).toBe(columns.join(','))
  expect(first).toMatch(/^2025-12,1,humanSupport,yesCompletely,,under35,40,60,66\.7,shown,false,/)
  expect(third).toMatch(/^2025-12,1,humanSupport,yesCompletely,,both,105,150,70,shown,false,/)
  expect(others[0]).toMatch(/^2025-12,1,humanSupport,dontKnow,,under35,,60,,suppressed,false,/)
  // No share on a base under fifty.
  expect(others[3]).toMatch(
    /^2025-12,1,trust\.teleconsultation,ratherYes,current_users_of_it,under35,20,45,,shown,false,/,
  )
  expect(others.at(-1)).toBe('')
})

test('each row has the words of its item and option in both languages, or their ids where the instrument lost them', () => {
  const rows: Record<string, string>[] = parse(aggregatesCsv(about, someTables, exportWords), {
    columns: true,
  })
  expect(rows).toHaveLength(3 * (2 + 1 + 1))
  expect(rows[0]).toMatchObject({
    option_label_fr: frenchWords.options.agreement['yesCompletely'],
    option_label_en: englishWords.options.agreement['yesCompletely'],
  })
  expect(rows[0]?.['item_label_fr']).not.toBe(rows[0]?.['item_label_en'])
  expect(rows.at(-1)).toMatchObject({
    item_label_fr: 'mood',
    item_label_en: 'mood',
    option_label_fr: 'good',
    option_label_en: 'good',
  })
  const [table] = someTables
  const lost = table ? [{ ...table, options: [{ ...table.options[0], option: 'gone' }] }] : []
  expect(aggregatesCsv(about, lost as typeof someTables, exportWords)).toContain(',gone,gone\r\n')
})

test('the JSON file holds the same table, and what is to be known of it', () => {
  const json = JSON.parse(aggregatesJson(about, someTables, exportWords)) as Record<string, unknown>
  const { rows, ...others } = json
  expect(others).toEqual({
    schema_version: 2,
    wave: '2025-12',
    edition: '1',
    made_up: false,
    made_on: '2026-11-24',
    responses_until: '2026-11-22',
    counted: 150,
    without_age: 5,
    smallest_group: 11,
    rounding_base: 5,
    participants: {
      fr: frenchWords.export.about.notRepresentative,
      en: englishWords.export.about.notRepresentative,
    },
    suppressed: { fr: 'caché pour protéger des réponses', en: 'hidden to protect answers' },
    licence: about.licence,
    licence_note: null,
    publisher: 'Association Exemple',
    publisher_contact: 'contact@example.org',
    publisher_note: null,
    columns,
  })
  const parsed: Record<string, string>[] = parse(aggregatesCsv(about, someTables, exportWords), {
    columns: true,
  })
  const asText = (row: object) =>
    Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, String(cell ?? '')]))
  expect((rows as object[]).map(asText)).toEqual(parsed)
})

test('where no licence was chosen, the JSON file says so in words', () => {
  expect(JSON.parse(aggregatesJson({ ...about, licence: null }, someTables, exportWords))).toMatchObject({
    licence: null,
    licence_note: { fr: frenchWords.export.about.noLicence, en: englishWords.export.about.noLicence },
  })
})

test('where nobody has said who publishes, the JSON file says so in words', () => {
  const publisher = { name: null, legalForm: null, email: null }
  expect(JSON.parse(aggregatesJson({ ...about, publisher }, someTables, exportWords))).toMatchObject({
    publisher: null,
    publisher_contact: null,
    publisher_note: { fr: frenchWords.export.about.noPublisher, en: englishWords.export.about.noPublisher },
  })
})

test('what is made up says so in its name, in every row and beside them', () => {
  expect(aggregatesFileName(about, 'csv')).toBe('miroir-2025-12-edition-1-aggregates.csv')
  expect(aggregatesFileName(demo, 'json')).toBe('miroir-2025-12-edition-demo-1-aggregates.json')
  const rows: Record<string, string>[] = parse(aggregatesCsv(demo, someTables, exportWords), {
    columns: true,
  })
  expect(new Set(rows.map((row) => [row['wave'], row['made_up']].join()))).toEqual(
    new Set(['2025-12-demo,true']),
  )
  expect(JSON.parse(aggregatesJson(demo, someTables, exportWords))).toMatchObject({ made_up: true })
})

test('the list of editions has each of them, where its tables are, and what is made up', () => {
  expect(JSON.parse(editionsJson('2025-12', about.publisher, [about, demo]))).toMatchObject({
    wave: '2025-12',
    publisher: 'Association Exemple',
    publisher_contact: 'contact@example.org',
    editions: [
      { edition: '1', made_up: false, made_on: '2026-11-24', csv: '1/aggregates.csv', licence: 'etalab-2.0' },
      { edition: 'demo-1', made_up: true, json: 'demo-1/aggregates.json' },
    ],
  })
})
