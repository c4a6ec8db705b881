import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { auditedOn, criteria } from '@/components/layout/accessibility-audit.data'
import { conformity } from '@/components/layout/conformity'

const report = readFileSync('docs/accessibility-audit.md', 'utf8')
const rows = report
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter(([, number]) => /^\d+\.\d+$/.test(number ?? ''))

const words = { conform: 'conform', notConform: 'not conform', notApplicable: 'not applicable' } as const

test('the report has the state of the data for each criterion, with what it asks and evidence', () => {
  expect(rows.map(([, number, , state]) => [number, state])).toEqual(
    Object.entries(criteria).map(([number, state]) => [number, words[state]]),
  )
  for (const [, number, asks, , evidence] of rows) {
    expect([number, asks !== '' && (evidence ?? '').length > 10]).toEqual([number, true])
  }
})

test('the report has the numbers and the date of the statement', () => {
  const { applicableCount, conformCount, ratePercent } = conformity
  expect(report).toContain(`${conformCount} of ${applicableCount} criteria that apply: ${ratePercent}%`)
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(new Date(auditedOn))
  expect(report).toContain(day)
})

test('the files that the report names are there', () => {
  const named = [...report.matchAll(/`([\w./[\]-]+\.(?:tsx?|css|json|txt|md))`/g)].map(
    ([, path]) => path ?? '',
  )
  expect(named.length).toBeGreaterThan(30)
  expect(named.filter((path) => !existsSync(path))).toEqual([])
})
