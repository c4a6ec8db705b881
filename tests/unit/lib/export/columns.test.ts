import { expect, test } from 'vitest'
import { codedAnswers, dontKnowCode, missingCodes } from '@/lib/export/codes'
import { fileShape } from '@/lib/export/edition-file'
import { responsesCsv } from '@/lib/export/responses-csv'
import { recordColumn, schemeName, waveColumn } from '@/lib/export/variables'
import { tools } from '@/lib/instrument/tools'
import { inBatches, shape, someRecords, whole } from '../../../support/edition'

const named = ['appointmentPlatforms', 'connectedDevices', 'teleconsultation']
const toolNames = [...named, 'conversationalAi', 'socialNetworks', 'addictionApps']

/** What leaves the house, column by column. Nothing is added here without asking what it discloses about a person. */
const allowed = [
  'record',
  'wave',
  'age_band',
  'any_use',
  'conversational_ai_use',
  'used_now_teleconsultation',
  'used_now_conversationalAi',
  ...toolNames.flatMap((tool) => [`trust_${tool}`, `effectiveness_${tool}`]),
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
  /^(id|key|number|version|day|week|month|year|at|on|ip|name|device|browser|demo|edition)$/,
  /(Id|Key|Hash|At|On|Day|Week|Date|Time|Address|Agent|Name|Version)$/,
  /receipt|consent|instrument|locale|language|email|session|cookie|created|updated|secret|uuid/i,
]
const isForbidden = (name: string) => forbidden.some((pattern) => pattern.test(name))

test('the columns are these and no others: those of the scheme, and the sensitive items', () => {
  const text = whole(responsesCsv(inBatches(someRecords(3)), shape, '2025-12'))
  expect(text.split('\r\n')[0]?.split(',')).toEqual(allowed)
  const bare = fileShape({ tools: [] }).columns.map(({ name }) => name)
  expect([recordColumn, waveColumn, ...bare]).toEqual(allowed.filter((name) => !name.startsWith('used_now_')))
})

test('no column has a name of what must not leave', () => {
  expect(allowed.filter(isForbidden)).toEqual([])
  const columnsOfResponse = ['id', 'instrumentVersion', 'consentVersion', 'week', 'receiptHash']
  expect([...columnsOfResponse, 'createdAt', 'locale', 'demo'].filter((name) => !isForbidden(name))).toEqual(
    [],
  )
})

test('names are those of variables in SPSS, R and Python, and differ by more than capitals', () => {
  const { columns } = fileShape({ tools })
  const names = [recordColumn, waveColumn, ...columns.map(({ name }) => name)]
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
  expect(schemeName('conversationalAiUse')).toBe('conversational_ai_use')
})

test('codes differ within a variable and from the missing codes, and no opinion has the same one everywhere', () => {
  for (const { options } of shape.variables) {
    const answers = codedAnswers(options)
    const codes = answers.map(({ code }) => String(code))
    expect(new Set([...codes, ...Object.values(missingCodes)]).size).toBe(codes.length + 3)
    expect(answers.filter(({ id, code }) => (id === 'dontKnow') !== (code === dontKnowCode))).toEqual([])
  }
})
