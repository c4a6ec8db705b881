import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import {
  aggregatesCsv,
  aggregatesFileName,
  aggregatesJson,
  type AboutAggregates,
} from '@/lib/export/aggregates'
import type { PublishedAggregates } from '@/lib/participation/published-aggregates'
import { inEachLanguage } from '@/lib/i18n/locales'
import { leastThresholds } from '@/lib/participation/thresholds'

const about: AboutAggregates = {
  waveId: '2025-12',
  countedOn: '2026-11-24',
  thresholds: leastThresholds,
  licence: { id: 'etalab-2.0', title: 'Licence Ouverte', url: 'https://licence.example' },
  noLicence: inEachLanguage((language) => `No licence (${language}).`),
  participants: inEachLanguage((language) => `Not representative (${language}).`),
  hasDemo: false,
}

const aggregates: PublishedAggregates = {
  responseCount: 95,
  rows: [
    {
      item: 'humanSupport',
      option: 'answered',
      ageGroup: 'all',
      count: 90,
      base: 90,
      sharePercent: 100,
      status: 'shown',
    },
    {
      item: 'humanSupport',
      option: 'ratherYes',
      ageGroup: 'under35',
      count: 30,
      base: 45,
      sharePercent: 66.7,
      status: 'shown',
    },
    {
      item: 'humanSupport',
      option: 'dontKnow',
      ageGroup: 'all',
      count: null,
      base: null,
      sharePercent: null,
      status: 'suppressed',
    },
  ],
}

test('the CSV file, byte by byte', () => {
  expect(aggregatesCsv(about, aggregates)).toBe(
    [
      'wave,item,option,age_group,count,base,share_percent,status\r\n',
      '2025-12,humanSupport,answered,all,90,90,100,shown\r\n',
      '2025-12,humanSupport,ratherYes,under35,30,45,66.7,shown\r\n',
      '2025-12,humanSupport,dontKnow,all,,,,suppressed\r\n',
    ].join(''),
  )
})

test('the JSON file holds the same table, and what is to be known of it', () => {
  const json = JSON.parse(aggregatesJson(about, aggregates)) as Record<string, unknown>
  const { rows, ...others } = json
  expect(others).toEqual({
    schema_version: 1,
    wave: '2025-12',
    counted_on: '2026-11-24',
    made_up: false,
    participants: about.participants,
    licence: about.licence,
    licence_note: null,
    responses: 95,
    shown_from_responses: 50,
    smallest_count: 11,
    rounding_base: 5,
    columns: ['wave', 'item', 'option', 'age_group', 'count', 'base', 'share_percent', 'status'],
  })
  const parsed: Record<string, string>[] = parse(aggregatesCsv(about, aggregates), { columns: true })
  const asText = (row: object) =>
    Object.fromEntries(Object.entries(row).map(([name, content]) => [name, String(content ?? '')]))
  expect((rows as object[]).map(asText)).toEqual(parsed)
})

test('where no licence was chosen, the JSON file says so in words', () => {
  expect(JSON.parse(aggregatesJson({ ...about, licence: null }, aggregates))).toMatchObject({
    licence: null,
    licence_note: about.noLicence,
  })
})

test('what is made up says so in its name, in every row and beside them', () => {
  const demo = { ...about, hasDemo: true }
  expect(aggregatesFileName(about, 'csv')).toBe('miroir-2025-12-aggregates.csv')
  expect(aggregatesFileName(demo, 'json')).toBe('miroir-2025-12-aggregates-demo.json')
  const rows: Record<string, string>[] = parse(aggregatesCsv(demo, aggregates), { columns: true })
  expect(rows.map(({ wave }) => wave)).toEqual(['2025-12-demo', '2025-12-demo', '2025-12-demo'])
  expect(JSON.parse(aggregatesJson(demo, aggregates))).toMatchObject({
    made_up: true,
    rows: [{ wave: '2025-12-demo' }, {}, {}],
  })
})
