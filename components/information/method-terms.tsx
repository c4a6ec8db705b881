import { useTranslations } from '@/lib/i18n/translations'
import { useOptionList, type OptionKey } from './use-option-list'

const agrees: readonly OptionKey[] = ['agreement.yesCompletely', 'agreement.ratherYes']
const usedNow: readonly OptionKey[] = ['usage.regular', 'usage.occasional']

/** The answers that each term of the published figures puts together; none where its meaning says it in other words. */
const terms = [
  { id: 'usesNow', options: usedNow },
  { id: 'everUsed', options: [...usedNow, 'usage.past'] },
  { id: 'agrees', options: agrees },
  { id: 'ratesRisk', options: ['riskLevel.moderate', 'riskLevel.high', 'riskLevel.veryHigh'] },
  { id: 'intends', options: ['usage.intend', 'yesNo.yes'] },
  { id: 'wouldUse', options: ['yesNo.yes'] },
  { id: 'rejects', options: ['yesNo.no'] },
  { id: 'usesFor', options: [] },
] as const satisfies readonly { id: string; options: readonly OptionKey[] }[]

/** What "about" and "more than" stand for. */
export function Qualifiers() {
  const t = useTranslations('method.qualifiers')
  return (
    <>
      <p>{t('about')}</p>
      <p>{t('moreThan')}</p>
      <p>{t('exact')}</p>
    </>
  )
}

/** What is done where the source does not say whether past use counts. */
export function TimeFrames() {
  const t = useTranslations('method.timeFrame')
  return (
    <>
      <p>{t('source')}</p>
      <p>{t('compared')}</p>
      <p>{t('past')}</p>
    </>
  )
}

/** What the words of the published figures mean, in terms of answers. */
export function Terms() {
  const t = useTranslations('method.terms')
  const list = useOptionList()
  return (
    <>
      <p>{t('intro')}</p>
      <dl>
        {terms.map(({ id, options }) => (
          <div key={id}>
            <dt>{t(`${id}.term`)}</dt>
            <dd>{t(`${id}.meaning`, { options: list('disjunction', ...options) })}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
