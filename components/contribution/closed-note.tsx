import { useLocale } from 'next-intl'
import { SeparateTexts } from '@/components/ui/separate-texts'
import { useTranslations } from '@/lib/i18n/translations'
import { useDayWords } from '@/lib/i18n/use-date-words'
import { pathTo } from '@/lib/i18n/routes'
import type { ShownClosed } from './shown-openness'

interface Props {
  readonly closed: ShownClosed
  /** Whether the form, loaded before, was just sent: it is no longer there to say so. */
  readonly isRefused: boolean
}

/** What the page for contributing says while nobody can contribute: why, and whether that will change. */
export function ClosedNote({ closed, isRefused }: Props) {
  const t = useTranslations('contribution')
  const dayWords = useDayWords()
  const locale = useLocale()
  const day = 'day' in closed ? dayWords(closed.day) : ''
  return (
    <div className="article">
      <h1 tabIndex={-1} autoFocus={isRefused} aria-describedby={isRefused ? 'closed-problem' : undefined}>
        {t(`closed.${closed.reason}.title`, { day })}
      </h1>
      {isRefused && (
        <p className="problem" id="closed-problem">
          {t('refusals.closed')}
        </p>
      )}
      <p>{t(`closed.${closed.reason}.text`, { day })}</p>
      <p>
        <SeparateTexts>
          {t.rich('closed.before', { link: (words) => <a href={pathTo('withdraw', locale)}>{words}</a> })}
        </SeparateTexts>
      </p>
      <p>
        <a href={pathTo('results', locale)}>{t('toResults')}</a>
      </p>
    </div>
  )
}
