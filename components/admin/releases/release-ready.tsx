import { useTranslations } from '@/lib/i18n/translations'
import { useDateWords } from '@/lib/i18n/use-date-words'
import { sundayOf } from '@/lib/counts/week-days'
import type { FormAction } from '../form-outcome'
import { ReleaseDownload } from './release-download'
import { ReleaseLevels } from './release-levels'
import { ReleaseMeasures } from './release-measures'
import { ReleaseSources } from './release-sources'
import type { ReadyView } from './release-view'

interface Props {
  readonly release: ReadyView
  readonly request: FormAction
}

/**
 * What a release tells and withholds, how easily somebody could be found in it, and its file: last, after what has to be read
 * before it is taken; first, where it cannot be taken any more.
 */
export function ReleaseReady({ release, request }: Props) {
  const t = useTranslations('admin.release')
  const exportWords = useTranslations('export')
  const dateWords = useDateWords()
  const { cutOffWeek, isRepeated, isDemo, report, smallestClass, file } = release
  return (
    <>
      {isDemo && <p className="notice">{exportWords('about.demo')}</p>}
      {file.state === 'kept' ? (
        <p className="release-back">
          <a href="#file">{t('toFile')}</a>
        </p>
      ) : (
        <ReleaseDownload release={release} request={request} />
      )}
      <section aria-labelledby="contents-title">
        <h2 id="contents-title">{t('contents.title')}</h2>
        <p>{t('contents.cutOff', { day: dateWords(sundayOf(cutOffWeek), { dateStyle: 'full' }) })}</p>
        {isRepeated && <p>{t('contents.repeated', { smallestClass })}</p>}
        <ReleaseMeasures report={report} names={['records', 'exported', 'withheld']} />
      </section>
      <section aria-labelledby="levels-title">
        <h2 id="levels-title">{t('levels.title')}</h2>
        <p>{t('levels.lead')}</p>
        <ReleaseLevels levels={report.levels} />
        <ReleaseMeasures report={report} names={['uniqueBeforeShare', 'loss']} />
      </section>
      <section aria-labelledby="risk-title">
        <h2 id="risk-title">{t('risk.title')}</h2>
        <p>{t('risk.lead')}</p>
        <ReleaseMeasures
          report={report}
          names={[
            'classes',
            'smallestClass',
            'medianClass',
            'highestRisk',
            'averageRisk',
            'differentAnswers',
          ]}
        />
        <ReleaseSources />
      </section>
      {file.state === 'kept' && <ReleaseDownload release={release} request={request} />}
    </>
  )
}
