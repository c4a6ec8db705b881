import { useLocale } from 'next-intl'
import { useTranslations } from '@/lib/i18n/translations'
import { useDayWords } from '@/lib/i18n/use-date-words'
import { useWaveName } from '@/components/layout/use-wave-name'
import { SeparateTexts } from '@/components/ui/separate-texts'
import { pathTo } from '@/lib/i18n/routes'
import type { DashboardView } from '@/lib/participation/dashboard-view'
import { useWeekWords } from './use-week-words'

/** How many people are counted, of which weeks and when, and what their numbers cannot say. Stands above all of them. */
export function DashboardFacts({ view }: { readonly view: DashboardView }) {
  const t = useTranslations()
  const locale = useLocale()
  const dayWords = useDayWords()
  const weeks = useWeekWords()(view.chosen)
  const facts = {
    participants: t('admin.dashboard.facts.about', { count: view.responseCount }),
    weeks: view.isWhole ? t('admin.dashboard.all', { weeks }) : weeks,
    wave: useWaveName()(view.waveId),
    takenOn: dayWords(view.takenOn),
  }
  return (
    <>
      <dl className="dashboard-facts">
        {(['participants', 'takenOn', 'weeks', 'wave'] as const).map((fact) => (
          <div key={fact} data-fact={fact}>
            <dt>{t(`admin.dashboard.facts.${fact}`)}</dt>
            <dd>{facts[fact]}</dd>
          </div>
        ))}
      </dl>
      {view.hasDemo && <p className="notice">{t('participants.demo')}</p>}
      <p className="hint">
        <SeparateTexts>
          {t.rich('participants.rounded', {
            link: (words) => <a href={`${pathTo('method', locale)}#participants`}>{words}</a>,
          })}
        </SeparateTexts>
      </p>
    </>
  )
}
