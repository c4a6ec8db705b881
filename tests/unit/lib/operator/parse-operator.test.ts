import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mostBackupDays } from '@/lib/contribution/retention'
import { locales } from '@/lib/i18n/locales'
import { operatorFieldNames, operatorFields } from '@/lib/operator/operator'
import { inputsOf, mostCharacters, operatorInputs, parseOperator } from '@/lib/operator/parse-operator'

/** What is taken of a text that is typed into one field; null for an empty one; a problem by its name. */
function taken(name: string, typed: string): unknown {
  const parsed = parseOperator({ [name]: typed })
  return parsed.ok ? Reflect.get(parsed.said, name) : parsed.problems[name]
}

describe('what a form says of the operator', () => {
  it('is taken field by field; what it does not have stays, and what is left empty is said no more', () => {
    expect(parseOperator({})).toEqual({ ok: true, said: {} })
    expect(parseOperator({ name: ' Association  Exemple ', email: '' })).toEqual({
      ok: true,
      said: { name: 'Association Exemple', email: null },
    })
  })

  it('has a control for each field, and one for each language where a field has words', () => {
    expect(inputsOf('name')).toEqual(['name'])
    expect(inputsOf('purpose')).toEqual(['purpose.fr', 'purpose.en'])
    const expected = operatorFieldNames.flatMap((name) =>
      operatorFields[name].kind === 'texts' ? locales.map((locale) => `${name}.${locale}`) : [name],
    )
    expect(operatorInputs).toEqual(expected)
    expect(new Set(operatorInputs).size).toBe(operatorInputs.length)
  })

  it('names every problem at once, and takes nothing then', () => {
    expect(
      parseOperator({ name: 'x'.repeat(201), email: 'nobody', phone: 'call me', copyDays: '-1' }),
    ).toEqual({
      ok: false,
      problems: { name: 'tooLong', email: 'notEmail', phone: 'notPhone', copyDays: 'notDays' },
    })
  })

  it.each([
    ['name', 'a\tb\u0000c', 'a b c'],
    ['name', 'a\r\nb', 'a b'],
    ['name', '   ', null],
    ['name', '\u200b', null],
    ['name', ' \u202e\u200b\ufeff ', null],
    ['name', '\u3164', null],
    ['name', '\u2800', null],
    ['name', 'a\u202eb\u200bc', 'abc'],
    ['copyDays', '3\u200b0\u200e', 30],
    ['copyDays', '\u200b', null],
    ['name', 'e\u200b\u0301', 'é'],
    ['email', 'contact@\u200bexample.org', 'contact@example.org'],
    ['name', 'e\u0301', 'é'],
    ['postalAddress', ' 1 rue Inventée \r\n\r\n\r\n\r\n 75000  Paris \r\n', '1 rue Inventée\n\n75000 Paris'],
    ['email', ' contact@example.org ', 'contact@example.org'],
    ['email', 'contact@example', 'notEmail'],
    ['email', 'a@example.org, b@example.org', 'notEmail'],
    ['email', 'javascript:alert(1)@x', 'notEmail'],
    ['dataContactEmail', 'dpo', 'notEmail'],
    ['phone', '+33 (0)1.23.45-67–89', '+33 (0)1.23.45-67–89'],
    ['phone', '3114', '3114'],
    ['phone', '311', 'notPhone'],
    ['phone', '01 23 45 67 89 ext. 4', 'notPhone'],
    ['hostPhone', '----', 'notPhone'],
    ['copyDays', ' 0 ', 0],
    ['copyDays', '', null],
    ['copyDays', String(mostBackupDays), mostBackupDays],
    ['copyDays', String(mostBackupDays + 1), 'tooManyDays'],
    ['copyDays', '3650', 'tooManyDays'],
    ['copyDays', '-1', 'notDays'],
    ['copyDays', '1e2', 'notDays'],
    ['copyDays', '1.5', 'notDays'],
    ['copyDays', '٣', 'notDays'],
  ])('%s: %j is taken as %j', (name, typed, expected) => {
    expect(taken(name, typed)).toBe(expected)
  })

  it('may be as long as its kind allows, in characters that people see as one', () => {
    for (const [name, kind] of [
      ['name', 'line'],
      ['hostAddress', 'lines'],
    ] as const) {
      const longest = '😀'.repeat(mostCharacters[kind])
      expect(taken(name, longest)).toBe(longest)
      expect(taken(name, `${longest}a`)).toBe('tooLong')
    }
    expect(taken('phone', '1'.repeat(mostCharacters.phone + 1))).toBe('tooLong')
  })

  it('needs words in every language, or in none', () => {
    expect(parseOperator({ 'purpose.fr': 'Pour savoir.', 'purpose.en': 'To know.' })).toEqual({
      ok: true,
      said: { purpose: { fr: 'Pour savoir.', en: 'To know.' } },
    })
    expect(parseOperator({ 'purpose.fr': ' ', 'purpose.en': '' })).toEqual({
      ok: true,
      said: { purpose: null },
    })
    expect(parseOperator({ 'purpose.fr': 'Pour savoir.', 'purpose.en': '' })).toEqual({
      ok: false,
      problems: { 'purpose.en': 'otherLanguage' },
    })
    expect(parseOperator({ 'legalBasis.en': 'x'.repeat(2001) })).toEqual({
      ok: false,
      problems: { 'legalBasis.fr': 'otherLanguage', 'legalBasis.en': 'tooLong' },
    })
  })

  const unseen = fc.constantFrom(
    ...Array.from('\u00ad\u061c\u115f\u200b\u200d\u200e\u202e\u2066\u2800\u3164\ufe0f\ufeff\u{e0020}'),
  )
  const typedTexts = {
    line: 'Association Exemple',
    lines: '1 rue Inventée\n75000 Paris',
    phone: '+33 1 23 45 67 89',
    email: 'contact@example.org',
    texts: 'Pour savoir.',
    days: '30',
  } as const

  it.each(operatorFieldNames)('%s is taken without what nobody sees in it', (name) => {
    const typed = typedTexts[operatorFields[name].kind]
    const sentAs = (text: string) =>
      parseOperator(Object.fromEntries(inputsOf(name).map((input) => [input, text])))
    const expected = sentAs(typed)
    expect(expected).toMatchObject({ ok: true, said: { [name]: expect.anything() } })
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat({ max: typed.length }), unseen), { minLength: 1 }), (added) => {
        const hidden = Array.from(typed)
        for (const [place, character] of added) hidden.splice(place, 0, character)
        expect(sentAs(hidden.join(''))).toEqual(expected)
      }),
    )
    expect(sentAs('\u200b\u2800')).toMatchObject({ ok: true, said: { [name]: null } })
  })

  it('is the same when what was taken is typed again, whatever it was', () => {
    fc.assert(
      fc.property(fc.constantFrom('name', 'postalAddress'), fc.string({ unit: 'binary' }), (name, typed) => {
        const first = taken(name, typed)
        if (typeof first === 'string') expect(taken(name, first)).toBe(first)
        else expect(first).toBeNull()
      }),
    )
  })
})
