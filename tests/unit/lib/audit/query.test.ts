import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { knownActionNames } from '@/lib/audit/actions'
import { auditOutcomes } from '@/lib/audit/entry'
import { auditSearch, readAuditQuery } from '@/lib/audit/query'

describe('what an address asks of the log', () => {
  it('is everything, from the newest, where it asks for nothing', () => {
    expect(readAuditQuery({ other: 'x', action: '' })).toEqual({
      asked: { action: '', who: '', outcome: '', from: '', to: '' },
      filter: {},
      place: {},
      ignored: [],
      isDayOrderWrong: false,
    })
  })

  it('becomes a filter and a place', () => {
    const given = { action: 'purged', who: 'system', outcome: 'failed', from: '2026-11-23', to: '2026-11-23' }
    expect(readAuditQuery({ ...given, before: '120' })).toEqual({
      asked: given,
      filter: {
        action: 'purged',
        actor: 'system',
        outcome: 'failed',
        fromDay: '2026-11-23',
        toDay: '2026-11-23',
      },
      place: { before: 120 },
      ignored: [],
      isDayOrderWrong: false,
    })
    expect(readAuditQuery({ who: 'a@example.org' }).filter).toEqual({ actor: 'a@example.org' })
    expect(readAuditQuery({ who: 'unknown', after: '0' })).toMatchObject({
      filter: { actor: null },
      place: { after: 0 },
    })
  })

  it.each([
    ['action', 'signedIn'],
    ['action', 'toString'],
    ['who', "' OR 1=1 --"],
    ['who', 'A@example.org'],
    ['outcome', 'done'],
    ['from', '2026-02-30'],
    ['to', '23/11/2026'],
    ['before', '-1'],
    ['before', '1e3'],
    ['after', '2147483648'],
    ['after', '99999999999'],
    ['action', ['purged', 'purged']],
  ])('leaves out %s=%j and says so', (field, text) => {
    const { filter, place, asked, ignored } = readAuditQuery({ [field]: text, outcome: 'done' })
    expect([filter, place, new Set(Object.values(asked))]).toEqual([{}, {}, new Set([''])])
    expect(new Set(ignored)).toEqual(new Set([field, 'outcome']))
  })

  it('leaves out days in the wrong order', () => {
    const query = readAuditQuery({ from: '2026-11-24', to: '2026-11-23', outcome: 'failed' })
    expect(query).toMatchObject({ filter: { outcome: 'failed' }, isDayOrderWrong: true })
    expect(query.asked).toMatchObject({ from: '', to: '' })
  })

  it('is the same again from the address that is made of it', () => {
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    const field = <Text>(texts: fc.Arbitrary<Text>) => fc.option(texts, { nil: undefined })
    const given = fc.record({
      action: field(fc.constantFrom(...knownActionNames, 'nothing')),
      who: field(fc.constantFrom('system', 'unknown', 'a@example.org', 'e7b0-x_1', '&=#é')),
      outcome: field(fc.constantFrom(...auditOutcomes, '%')),
      from: field(day.map((date) => date.toISOString().slice(0, 10))),
      to: field(day.map((date) => date.toISOString().slice(0, 10))),
      before: field(fc.nat().map(String)),
      after: field(fc.nat().map(String)),
    })
    fc.assert(
      fc.property(given, (params) => {
        const query = readAuditQuery(params)
        const again = Object.fromEntries(new URLSearchParams(auditSearch(query, query.place)))
        expect(readAuditQuery(again)).toEqual({ ...query, ignored: [], isDayOrderWrong: false })
      }),
    )
  })
})
