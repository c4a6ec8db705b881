import { describe, expect, expectTypeOf, it } from 'vitest'
import { isKnownAction, knownActionNames, knownActions } from '@/lib/audit/actions'
import { readDetails, toUnchained, type AuditEntry } from '@/lib/audit/entry'

const now = new Date('2026-11-23T08:00:00.007Z')
const refusal: AuditEntry = {
  actor: 'o-1',
  action: 'roleChangeRefused',
  subject: 'v-1',
  outcome: 'succeeded',
  details: { role: 'viewer' },
}
const unchained = (changes: object) => toUnchained({ ...refusal, ...changes }, 1, now)

describe('an entry', () => {
  it('becomes texts', () => {
    expect(toUnchained(refusal, 7, now)).toEqual({
      ...refusal,
      sequence: 7,
      at: '2026-11-23T08:00:00.007Z',
      details: '{"role":"viewer"}',
    })
  })

  it('has the same text whatever the order of its details', () => {
    const purged = { actor: 'system', action: 'purged', subject: null, outcome: 'succeeded' } as const
    const texts = [
      { receiptsErased: 2, responsesDeleted: 1 },
      { responsesDeleted: 1, receiptsErased: 2 },
    ].map((details) => toUnchained({ ...purged, details }, 1, now).details)
    expect(texts).toEqual(Array(2).fill('{"receiptsErased":2,"responsesDeleted":1}'))
  })

  it.each(['system', 'cm3x9YbPq0000', null])('takes %j as its actor', (actor) => {
    expect(unchained({ actor }).actor).toBe(actor)
  })

  it.each([
    { actor: '192.0.2.7' },
    { actor: '2001:db8::7' },
    { actor: 'owner@example.org' },
    { subject: 'somebody@example.org' },
    { actor: 'my secret passphrase' },
    { actor: '' },
    { actor: undefined },
    { subject: '192.0.2.7' },
    { subject: '::1' },
    { subject: '::ffff:192.0.2.7' },
    { subject: null },
    { outcome: 'perhaps' },
    { action: 'answered' },
    { action: 'toString' },
    { details: {} },
    { details: { role: 'queen' } },
    { details: { role: 'viewer', address: '192.0.2.7' } },
    { details: { role: 'viewer', answers: { ageBand: 'under35' } } },
    { details: null },
    { answers: 'under35' },
    { sequence: 1 },
  ])('is refused with %j, in words that do not repeat it', (changes) => {
    expect(() => unchained(changes)).toThrow(TypeError)
    expect(() => unchained(changes)).toThrow(/^The audit log does not (take|know) this/)
    for (const secret of [/192\.0/, /under35/, /passphrase/, /@/])
      expect(() => unchained(changes)).not.toThrow(secret)
  })

  it('of a try to come in has nobody as its actor, and the account that was tried', () => {
    const tried = (action: 'signIn' | 'lockedOut', subject: string | null) =>
      toUnchained({ actor: null, action, subject, outcome: 'refused', details: { step: 'password' } }, 1, now)
    expect(tried('signIn', 'o-1')).toMatchObject({ actor: null, subject: 'o-1' })
    expect(tried('lockedOut', 'o-1')).toMatchObject({ actor: null, subject: 'o-1' })
    expect(tried('signIn', null)).toMatchObject({ subject: null })
    expect(() => tried('signIn', 'owner@example.org')).toThrow(/subject/)
  })

  it('of an edition names its wave and id, and no exact count of people', () => {
    const made = (subject: string, recordsReleased: number) =>
      toUnchained(
        {
          actor: 'system',
          action: 'editionMade',
          subject,
          outcome: 'succeeded',
          details: { recordsReleased },
        },
        1,
        now,
      )
    expect(made('2025-12/3', 955).details).toBe('{"recordsReleased":955}')
    expect(() => made('2025-12/3', 953)).toThrow(/details\.recordsReleased/)
    for (const other of ['2025-12', '2025-12/', '2025-12/3/4', '2025-12/a b']) {
      expect(() => made(other, 955)).toThrow(/subject/)
    }
  })

  it('of a scheme lists tools that there are', () => {
    const chosen = (tools: string) =>
      toUnchained(
        { actor: 'o', action: 'schemeChosen', subject: '2025-12', outcome: 'succeeded', details: { tools } },
        1,
        now,
      )
    for (const tools of ['', 'teleconsultation', 'teleconsultation,addictionApps']) {
      expect(chosen(tools).details).toBe(JSON.stringify({ tools }))
    }
    for (const other of ['telepathy', 'teleconsultation,', ',', 'teleconsultation, addictionApps']) {
      expect(() => chosen(other)).toThrow(/details\.tools/)
    }
  })

  it('of the operator lists fields, and never what they say', () => {
    const changed = (details: object) =>
      toUnchained(
        { actor: 'o', action: 'operatorChanged', subject: null, outcome: 'succeeded', details },
        1,
        now,
      )
    expect(changed({ fieldsSaid: 'name,email' }).details).toBe('{"fieldsSaid":"name,email"}')
    expect(changed({ fieldsSaid: 'purpose', fieldsEmptied: 'phone' }).details).toBe(
      '{"fieldsEmptied":"phone","fieldsSaid":"purpose"}',
    )
    for (const other of ['', 'name,', 'Jeanne Martin', 'contact@example.org', 'name, email']) {
      expect(() => changed({ fieldsSaid: other })).toThrow(/details\.fieldsSaid/)
      expect(() => changed({ fieldsEmptied: other })).toThrow(/details\.fieldsEmptied/)
    }
    expect(() => changed({ name: 'Jeanne Martin' })).toThrow(TypeError)
  })

  it('of the days to contribute holds days, or that there are none', () => {
    const chosen = (firstDay: string, lastDay: string) =>
      toUnchained(
        {
          actor: 'o',
          action: 'contributionDaysChosen',
          subject: '2025-12',
          outcome: 'succeeded',
          details: { firstDay, lastDay },
        },
        1,
        now,
      )
    expect(chosen('none', '2027-03-31').details).toBe('{"firstDay":"none","lastDay":"2027-03-31"}')
    for (const other of ['', 'soon', '2027-02-30']) expect(() => chosen('none', other)).toThrow(/lastDay/)
  })

  it('that the types let through is one of its action', () => {
    expectTypeOf({ ...refusal, action: 'purged' as const }).not.toExtend<AuditEntry>()
    expectTypeOf({ ...refusal, details: { role: 'queen' } }).not.toExtend<AuditEntry>()
  })
})

describe('the actions', () => {
  it('are known by their own names only', () => {
    expect(knownActionNames.filter((name) => !isKnownAction(name))).toEqual([])
    for (const other of ['toString', '__proto__', 'SignIn', '', null, 1])
      expect(isKnownAction(other)).toBe(false)
  })

  const someTexts = ['192.0.2.7', '2001:db8::7', 'under35', 'I feel sad', 'a@b', '<b>', 'Mozilla/5.0']

  it.each(knownActionNames)('let no text of somebody else’s into the details of %s', (name) => {
    const fields: Readonly<Record<string, unknown>> = knownActions[name].details.shape
    const attempts = [...Object.keys(fields), 'more'].flatMap((field) =>
      someTexts.map((text) => ({ [field]: text })),
    )
    for (const attempt of attempts) {
      const { error } = knownActions[name].details.safeParse(attempt)
      const [field = ''] = Object.keys(attempt)
      const refused = error?.issues.flatMap((issue) =>
        issue.code === 'unrecognized_keys' ? issue.keys : [issue.path.join('.')],
      )
      expect(refused).toContain(field)
    }
  })
})

describe('details', () => {
  it('are read from their text', () => {
    expect(readDetails('{"from":true,"to":2,"kind":"microdata"}')).toEqual({
      from: true,
      to: 2,
      kind: 'microdata',
    })
  })

  it.each(['', '{', '[]', 'null', '1', '{"a":{}}', '{"a":null}'])('are none where the text is %j', (text) => {
    expect(readDetails(text)).toBeNull()
  })
})
