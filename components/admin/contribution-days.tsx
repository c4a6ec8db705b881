import { useLocale } from 'next-intl'
import { SeparateTexts } from '@/components/ui/separate-texts'
import { dayFields, type ChosenBefore, type DayField } from '@/lib/contribution/contribution-days'
import type { Openness } from '@/lib/contribution/openness'
import { adminPath } from '@/lib/i18n/admin-pages'
import { useTranslations } from '@/lib/i18n/translations'
import { useDayWords } from '@/lib/i18n/use-date-words'
import { ActionForm } from './action-form'
import type { FormField } from './form-field'
import type { FormAction } from './form-outcome'
import { useFormWords } from './use-form-words'

/** Whether people can contribute at the moment, and why not: the choice below is not all that decides it. */
export function OpennessNow({ openness }: { readonly openness: Openness }) {
  const t = useTranslations('admin.settings.now')
  const dayWords = useDayWords()
  const locale = useLocale()
  if (openness.isOpen) return <p>{t('open')}</p>
  const day = 'day' in openness ? dayWords(openness.day) : ''
  return (
    <p className="notice">
      <SeparateTexts>
        {t.rich(openness.reason, {
          day,
          link: (words) => <a href={adminPath('operator', locale)}>{words}</a>,
        })}
      </SeparateTexts>
    </p>
  )
}

interface Props {
  readonly days: ChosenBefore
  readonly action: FormAction
}

/** The first and the last day on which answers are contributed to the wave. */
export function ContributionDays({ days: { chosen, waveLastDay }, action }: Props) {
  const t = useTranslations('admin.settings')
  const formWords = useFormWords()
  const dayWords = useDayWords()
  const waveDay = waveLastDay === null ? '' : dayWords(waveLastDay)
  const field = (name: DayField): FormField => {
    const hints = [
      t(`days.${name}.hint`),
      ...(name === 'lastDay' && waveLastDay !== null ? [t('days.wave', { day: waveDay })] : []),
    ]
    return {
      name,
      type: 'date',
      label: t(`days.${name}.label`),
      hint: hints.join(' '),
      initial: chosen[name] ?? '',
      isOptional: true,
      problems: {
        notDay: t('days.problems.notDay'),
        past: t('days.problems.past'),
        order: t('days.problems.order'),
        afterWave: t('days.problems.afterWave', { day: waveDay }),
        ended: t('days.problems.ended'),
      },
    }
  }
  return (
    <>
      <h3>{t('days.title')}</h3>
      <ActionForm
        id="days"
        action={action}
        fields={dayFields.map(field)}
        words={formWords(t('days.save'), t('done'))}
      />
    </>
  )
}
