import { z } from 'zod'
import { mostBackupDays } from '@/lib/contribution/retention'
import { locales, type Locale } from '@/lib/i18n/locales'
import { operatorFieldNames, operatorFields, type Operator, type OperatorField } from './operator'

/** The most characters that are taken, by kind of field. */
export const mostCharacters = { line: 200, lines: 500, phone: 40, email: 254, texts: 2000 } as const

/**
 * What is wrong with what was typed. `tooManyDays`: the site promises that backups are kept for less. `otherLanguage`: it is said in
 * another language, and not in this one.
 */
export type OperatorProblem =
  | 'tooLong'
  | 'notEmail'
  | 'notPhone'
  | 'notDays'
  | 'tooManyDays'
  | 'otherLanguage'

/** The control of a field that has one for each language. */
export const languageInput = (name: OperatorField, locale: Locale): string => `${name}.${locale}`

/** The controls of a field, by name. */
export function inputsOf(name: OperatorField): readonly string[] {
  return operatorFields[name].kind === 'texts' ? locales.map((locale) => languageInput(name, locale)) : [name]
}

/** The controls of the whole form, by name. */
export const operatorInputs: readonly string[] = operatorFieldNames.flatMap(inputsOf)

type Sent = Readonly<Partial<Record<string, string>>>
type Problems = Readonly<Record<string, OperatorProblem>>

export type ParsedOperator =
  /** What the form says: null where a field was left empty. Fields that it does not have are not in it. */
  | { readonly ok: true; readonly said: Partial<Operator> }
  /** By the names of the controls. */
  | { readonly ok: false; readonly problems: Problems }

type Parsed<Said> = { readonly said: Said | null } | { readonly problem: OperatorProblem }

/** Zero-width spaces, joiners, marks that turn the direction of a text, fillers, and the Braille pattern without a dot. */
const unseen = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu

/** As it is stored: one kind of line end, no blank around lines, nothing that is not to be seen. */
function tidied(typed: string): string {
  const lines = typed
    .replaceAll(unseen, '')
    .normalize('NFC')
    .split(/\r\n|\r|\n/)
  return lines
    .map((line) => line.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}

function parseText(typed: string, kind: keyof typeof mostCharacters): Parsed<string> {
  const text = kind === 'lines' || kind === 'texts' ? tidied(typed) : tidied(typed).replaceAll(/\n+/g, ' ')
  if (text === '') return { said: null }
  if (Array.from(text).length > mostCharacters[kind]) return { problem: 'tooLong' }
  if (kind === 'email' && !z.email().safeParse(text).success) return { problem: 'notEmail' }
  // Short numbers such as 3114 have four digits.
  const isPhone = /^\+?[\d\s().–-]+$/.test(text) && text.replaceAll(/\D/g, '').length >= 4
  return kind === 'phone' && !isPhone ? { problem: 'notPhone' } : { said: text }
}

function parseDays(typed: string): Parsed<number> {
  const text = tidied(typed)
  if (text === '') return { said: null }
  // Not `Number` alone, which takes "1e2" and "0x10".
  if (!/^\d{1,9}$/.test(text)) return { problem: 'notDays' }
  return Number(text) <= mostBackupDays ? { said: Number(text) } : { problem: 'tooManyDays' }
}

/** What is typed in one language is needed in all: pages would else say one thing here and another there. */
function parseTexts(name: OperatorField, sent: Sent) {
  const parsed = locales.map((locale) => {
    const input = languageInput(name, locale)
    return { locale, input, parsed: parseText(sent[input] ?? '', 'texts') }
  })
  const isSaid = parsed.some((each) => !('said' in each.parsed) || each.parsed.said !== null)
  const problems: Record<string, OperatorProblem> = {}
  const texts: Partial<Record<Locale, string>> = {}
  for (const { locale, input, parsed: one } of parsed) {
    if ('problem' in one) problems[input] = one.problem
    else if (one.said !== null) texts[locale] = one.said
    else if (isSaid) problems[input] = 'otherLanguage'
  }
  return { said: isSaid ? texts : null, problems }
}

/** Reads what a form says of the operator, as text by the names of its controls; all problems, or all that is said. */
export function parseOperator(sent: Sent): ParsedOperator {
  const problems: Record<string, OperatorProblem> = {}
  const said: Partial<Record<OperatorField, unknown>> = {}
  for (const name of operatorFieldNames) {
    if (!inputsOf(name).some((input) => sent[input] !== undefined)) continue
    const { kind } = operatorFields[name]
    if (kind === 'texts') {
      const texts = parseTexts(name, sent)
      Object.assign(problems, texts.problems)
      said[name] = texts.said
    } else {
      const parsed = kind === 'days' ? parseDays(sent[name] ?? '') : parseText(sent[name] ?? '', kind)
      if ('problem' in parsed) problems[name] = parsed.problem
      else said[name] = parsed.said
    }
  }
  return Object.keys(problems).length > 0
    ? { ok: false, problems }
    : { ok: true, said: said as Partial<Operator> }
}
