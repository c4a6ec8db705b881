import { roles } from '@/lib/auth/roles'
import { useFormatter, useTranslations } from '@/lib/i18n/translations'

type Detail = string | number | boolean

/** Details that are told as a word, with the words that they may hold. */
const words = {
  step: ['password', 'secondFactor', 'recoveryCode'],
  kind: ['microdata', 'aggregates'],
  reason: ['tooFewResponses', 'riskTooHigh', 'otherQuestions'],
} as const

const counts = [
  'recordsReleased',
  'recordsWithheld',
  'entryCount',
  'problemCount',
  'receiptsErased',
  'responsesDeleted',
  'responseCount',
  'smallestClass',
] as const

const oneOf = <Word extends string>(list: readonly Word[], detail: Detail | undefined): Word | null =>
  list.find((word) => word === detail) ?? null

/** What is kept of an entry beside its action, in words; what this version has no words for, as it stands. */
export function useAuditDetails(): (details: Readonly<Record<string, Detail>>) => readonly string[] {
  const t = useTranslations('admin')
  const format = useFormatter()

  const valueOf = (detail: Detail): string => {
    if (typeof detail === 'number') return format.number(detail)
    if (typeof detail === 'boolean') return t(detail ? 'audit.words.yes' : 'audit.words.no')
    // No licence was chosen; those that are have names of their own.
    if (detail === 'none') return t('audit.words.none')
    const role = oneOf(roles, detail)
    return role === null ? detail : t(`roles.${role}`)
  }
  const said = (name: string, detail: Detail): string => {
    const count = oneOf(counts, name)
    if (count !== null && typeof detail === 'number') return t(`audit.details.${count}`, { count: detail })
    if (name === 'largestWithheldPercent' && typeof detail === 'number') {
      return t('audit.details.largestWithheldPercent', {
        share: format.number(detail / 100, { style: 'percent' }),
      })
    }
    if (name === 'role') return t('audit.details.role', { detail: valueOf(detail) })
    if (name === 'step' || name === 'kind' || name === 'reason') {
      const word = oneOf<(typeof words)[typeof name][number]>(words[name], detail)
      if (word !== null) return t(`audit.details.${name}`, { detail: t(`audit.words.${word}`) })
    }
    return `${name}: ${String(detail)}`
  }
  return (details) => {
    const { from, to, ...others } = details
    const lines = Object.entries(others).map(([name, detail]) => said(name, detail))
    if (from === undefined || to === undefined) return lines
    return [t('audit.details.change', { from: valueOf(from), to: valueOf(to) }), ...lines]
  }
}
