import { useFormatter, useTranslations } from '@/lib/i18n/translations'
import { useDateWords } from '@/lib/i18n/use-date-words'
import { useWaveName } from '@/components/layout/use-wave-name'
import { ReleaseLink } from './release-link'
import type { ReleaseView } from './release-view'
import { useReleaseState } from './use-release-state'

interface Props {
  /** The latest first; one at least. */
  readonly releases: readonly ReleaseView[]
  /** Whether there are several waves, so that each release has to say which is its own. */
  readonly hasWaves: boolean
}

/** Releases in a list that reads line by line on a phone, side by side where there is room. */
export function ReleaseList({ releases, hasWaves }: Props) {
  const t = useTranslations('admin.releases')
  const format = useFormatter()
  const dateWords = useDateWords()
  const stateOf = useReleaseState()
  const waveName = useWaveName()

  const factsOf = (release: ReleaseView): readonly string[] => {
    const facts = [
      ...(hasWaves ? [waveName(release.waveId)] : []),
      t('rules', {
        smallestClass: release.smallestClass,
        share: format.number(release.largestWithheldPercent / 100, { style: 'percent' }),
      }),
    ]
    if (release.state !== 'ready') return facts
    const { report, deliveredAt, isDemo } = release
    return [
      ...facts,
      t('records', { count: report.exported }),
      ...(isDemo ? [t('demo')] : []),
      deliveredAt === null
        ? t('neverDownloaded')
        : t('downloaded', { day: dateWords(deliveredAt, { dateStyle: 'long' }) }),
    ]
  }
  return (
    <ul className="release-list">
      {releases.map((release) => (
        <li key={release.id}>
          <p className="release-name">
            <ReleaseLink id={release.id}>{release.id}</ReleaseLink>
            <span className="hint">
              {dateWords(release.requestedAt, { dateStyle: 'medium', timeStyle: 'short' })}
            </span>
          </p>
          <p>
            <strong>{stateOf(release)}</strong>
          </p>
          <ul className="release-facts">
            {factsOf(release).map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}
