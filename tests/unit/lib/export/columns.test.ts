import { expect, test } from 'vitest'
import { items } from '@/lib/instrument/catalogue'
import { codedAnswers, missingCodes } from '@/lib/export/codes'
import { answerColumns, recordColumn, variableName } from '@/lib/export/columns'
import { responsesCsv } from '@/lib/export/responses-csv'
import { inBatches, levelsWith, mixedLevels, someRecords, whole } from '../../../support/release'

const tools = [
  'appointmentPlatforms',
  'connectedDevices',
  'teleconsultation',
  'conversationalAi',
  'socialNetworks',
  'addictionApps',
]

/** What leaves the house, column by column. Nothing is added here without asking what it tells of a person. */
const allowed = [
  'record',
  'ageBand',
  ...tools.flatMap((tool) => [`usage_${tool}`, `trust_${tool}`, `effectiveness_${tool}`]),
  'intend_any',
  'topicsUsed_personalDevelopment',
  'topicsUsed_workMentalHealth',
  'topicsUsed_sleepDisorders',
  'topicsUsed_anxiety',
  'topicsUsed_stress',
  'topicsUsed_addictions',
  'topicsUsed_emotionalSupport',
  'topicsUsed_mildDisorders',
  'topicsUsed_severeDisorders',
  'topicsUsed_none',
  'wouldUse_prevention',
  'wouldUse_sleep',
  'wouldUse_personalDevelopment',
  'wouldUse_emotionalSupport',
  'wouldUse_workMentalHealth',
  'wouldUse_severeDisorders',
  'aiPurposes_listening',
  'aiPurposes_emotionalSupport',
  'aiPurposes_practicalAdvice',
  'aiPurposes_other',
  'aiSatisfaction',
  'benefits_informationAccess',
  'benefits_careAccess',
  'benefits_autonomy',
  'benefits_emotionalSupport',
  'benefits_reducedIsolation',
  'benefits_other',
  'benefits_none',
  'risk_misinformation',
  'risk_dataTheft',
  'risk_ineffectiveness',
  'risk_isolation',
  'risk_dependence',
  'humanSupport',
]

/** Names of what a response has besides its answers, or could be given one day. */
const forbidden = [
  /^(id|key|number|version|day|week|month|year|at|on|ip|name|device|browser|demo)$/,
  /(Id|Key|Hash|At|On|Day|Week|Date|Time|Address|Agent|Name|Version)$/,
  /receipt|consent|wave|instrument|locale|language|email|session|cookie|created|updated|secret|uuid/i,
]
const isForbidden = (name: string) => forbidden.some((pattern) => pattern.test(name))

test('the columns are these and no others, whatever a release withholds', () => {
  for (const levels of [mixedLevels, levelsWith({})]) {
    const text = whole(responsesCsv(inBatches(someRecords(3, levels)), levels))
    expect(text.split('\r\n')[0]?.split(',')).toEqual(allowed)
  }
})

test('no column has a name of what must not leave', () => {
  expect(allowed.filter(isForbidden)).toEqual([])
  const columnsOfResponse = ['id', 'waveId', 'instrumentVersion', 'consentVersion', 'week', 'receiptHash']
  expect([...columnsOfResponse, 'createdAt', 'locale', 'demo'].filter((name) => !isForbidden(name))).toEqual(
    [],
  )
})

test('names are those of variables in SPSS, R and Python, and differ by more than capitals', () => {
  const names = [recordColumn, ...answerColumns.map(({ name }) => name)]
  // Reserved: the whole of SPSS, and what could come up of R and Python.
  const reserved = new Set(
    'all and by eq ge gt le lt ne not or to with if else for while function next break true false null na in is as def del from import lambda none pass try'.split(
      ' ',
    ),
  )
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
  for (const name of names) {
    expect(name).toMatch(/^[a-z][a-z0-9_]*[a-z0-9]$/i)
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(64)
    expect(reserved.has(name.toLowerCase())).toBe(false)
  }
  expect(new Set(items.map(({ id }) => variableName(id))).size).toBe(items.length)
})

test('codes differ within an item and from the missing codes, and no opinion has the same one everywhere', () => {
  for (const item of items) {
    for (const level of ['options', 'usedNow'] as const) {
      const answers = codedAnswers(item, level)
      const codes = answers.map(({ code }) => String(code))
      expect(new Set([...codes, ...Object.values(missingCodes)]).size).toBe(codes.length + 3)
      expect(answers.filter(({ id, code }) => (id === 'dontKnow') !== (code === 98))).toEqual([])
    }
    expect(codedAnswers(item, 'withheld')).toEqual([])
    const exact = codedAnswers(item, 'options').map(({ code }) => code)
    for (const { code } of codedAnswers(item, 'usedNow')) expect(exact).not.toContain(code)
  }
})
