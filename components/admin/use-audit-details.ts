import { detailWords, isDetailName } from '@/lib/audit/actions'
import { roles } from '@/lib/auth/roles'
import { tools } from '@/lib/instrument/tools'
import { useFormatter, useTranslations } from '@/lib/i18n/translations'
import { useDayWords } from '@/lib/i18n/use-date-words'
import { operatorFieldNames } from '@/lib/operator/operator'

/** Whether a text is a day that there is. An entry that somebody changed may hold anything. */
function isDay(text: string): boolean {
  const day = new Date(/^\d{4}-\d\d-\d\d$/.test(text) ? text : Number.NaN)
  // Some days that there are not, such as 30 February, are read as one of the next month.
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

type Detail = string | number | boolean

/** What is kept of an entry beside its action, in words; what this version has no words for, as it stands. */
export function useAuditDetails(): (details: Readonly<Record<string, Detail>>) => readonly string[] {
  const t = useTranslations('admin')
  const toolLabels = useTranslations('toolLabels')
  const format = useFormatter()
  const dayWords = useDayWords()

  const wordOf = (text: string): string => {
    const [word, role] = [detailWords.find((each) => each === text), roles.find((each) => each === text)]
    if (word !== undefined) return t(`audit.words.${word}`)
    if (isDay(text)) return dayWords(text)
    return role === undefined ? text : t(`roles.${role}`)
  }
  const valueOf = (detail: Detail): string => {
    if (typeof detail === 'number') return format.number(detail)
    return typeof detail === 'boolean' ? t(`audit.words.${detail ? 'yes' : 'no'}`) : wordOf(detail)
  }
  const toolsOf = (text: string): string => {
    const named = text.split(',').map((part) => {
      const tool = tools.find((each) => each === part)
      return tool === undefined ? part : toolLabels(tool)
    })
    return text === '' ? t('audit.words.noTools') : format.list(named)
  }
  const fieldsOf = (text: string): string => {
    const named = text.split(',').map((part) => {
      const field = operatorFieldNames.find((each) => each === part)
      return field === undefined ? part : t(`operator.fields.${field}.label`)
    })
    return format.list(named)
  }
  const dayOrNone = (text: string) => (text === 'none' ? t('audit.words.noDay') : wordOf(text))
  const ofText = {
    tools: toolsOf,
    day: wordOf,
    firstDay: dayOrNone,
    lastDay: dayOrNone,
    fieldsSaid: fieldsOf,
    fieldsEmptied: fieldsOf,
  } as const
  const isOfText = (name: string): name is keyof typeof ofText => Object.hasOwn(ofText, name)
  return ({ from, to, ...others }) => {
    const lines = Object.entries(others).map(([name, detail]) => {
      if (!isDetailName(name) || name === 'from' || name === 'to') return `${name}: ${String(detail)}`
      const told = isOfText(name) ? ofText[name](String(detail)) : valueOf(detail)
      return t(`audit.details.${name}`, { count: Number(detail), detail: told })
    })
    if (from === undefined || to === undefined) return lines
    return [t('audit.details.change', { from: valueOf(from), to: valueOf(to) }), ...lines]
  }
}
