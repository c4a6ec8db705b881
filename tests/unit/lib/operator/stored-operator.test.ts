import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mostBackupDays } from '@/lib/contribution/retention'
import {
  operatorFieldNames,
  operatorFields,
  recipientOf,
  unsaidOperator,
  type Operator,
} from '@/lib/operator/operator'
import { changedOperator, readStoredOperator, storedOperator } from '@/lib/operator/stored-operator'

const words = fc.string({ minLength: 1 })
const byKind = {
  line: words,
  lines: words,
  phone: words,
  email: words,
  texts: fc.record({ fr: words, en: words }),
  days: fc.nat({ max: mostBackupDays }),
} as const
const operators = fc.record(
  Object.fromEntries(
    operatorFieldNames.map((name): [string, fc.Arbitrary<unknown>] => {
      const said: fc.Arbitrary<unknown> = byKind[operatorFields[name].kind]
      return [name, fc.option(said)]
    }),
  ),
) as fc.Arbitrary<unknown> as fc.Arbitrary<Operator>

describe('the operator as it is stored', () => {
  it('is read as it was', () => {
    fc.assert(
      fc.property(operators, (operator) => {
        expect(readStoredOperator(storedOperator(operator))).toEqual(operator)
      }),
    )
  })

  it('is nobody in a new database, and says nothing of what is not said', () => {
    expect(readStoredOperator('{}')).toEqual(unsaidOperator)
    expect(storedOperator({ ...unsaidOperator, name: 'A' })).toBe('{"name":"A"}')
  })

  it('is read without the fields and languages of another version', () => {
    const stored = JSON.stringify({ name: 'A', capital: '1 €', purpose: { fr: 'B', es: 'C' } })
    expect(readStoredOperator(stored)).toEqual({ ...unsaidOperator, name: 'A', purpose: { fr: 'B' } })
  })

  it('is never read as keeping backups for longer than the site promises', () => {
    for (const [stored, read] of [
      [3650, mostBackupDays],
      [mostBackupDays, mostBackupDays],
      [0, 0],
    ]) {
      expect(readStoredOperator(`{"copyDays":${stored}}`)).toEqual({ ...unsaidOperator, copyDays: read })
    }
  })

  it.each(['', 'null', '[]', '{"name":1}', '{"name":""}', '{"copyDays":-1}', '{"purpose":"B"}'])(
    'is not guessed from %j',
    (stored) => {
      expect(readStoredOperator(stored)).toBeNull()
    },
  )
})

describe('a change', () => {
  const before: Operator = { ...unsaidOperator, name: 'A', purpose: { fr: 'B', en: 'C' }, copyDays: 0 }

  it('names what says something else and what says nothing any more, and nothing that stays', () => {
    expect(changedOperator(before, { name: 'A', copyDays: null, email: 'a@example.org' })).toEqual({
      operator: { ...before, copyDays: null, email: 'a@example.org' },
      said: ['email'],
      emptied: ['copyDays'],
    })
    expect(changedOperator(before, { purpose: { en: 'C', fr: 'B' } })).toMatchObject({
      said: [],
      emptied: [],
    })
    expect(changedOperator(before, { purpose: { en: 'C', fr: 'D' } })).toMatchObject({ said: ['purpose'] })
    expect(changedOperator(before, {})).toEqual({ operator: before, said: [], emptied: [] })
  })
})

it('people can write to an operator that has a name and an address, and to no other', () => {
  const [name, email] = ['A', 'a@example.org']
  expect(recipientOf({ ...unsaidOperator, name, email })).toEqual({ name, email })
  expect(recipientOf({ ...unsaidOperator, name })).toBeNull()
  expect(recipientOf({ ...unsaidOperator, email })).toBeNull()
})
