import { useLocale } from 'next-intl'
import { useFormatter, useTranslations } from '@/lib/i18n/translations'
import { useDateWords } from '@/lib/i18n/use-date-words'
import { useWaveName } from '@/components/layout/use-wave-name'
import { adminPath, releaseBack } from '@/lib/i18n/admin-pages'
import type { FormAction } from '../form-outcome'
import { FreshNotice } from '../fresh-notice'
import { AskAgain } from './ask-again'
import { ReleasePreparing } from './release-preparing'
import { ReleaseReady } from './release-ready'
import { ReleaseRefused } from './release-refused'
import { ReleaseStatus } from './release-status'
import type { ReleaseView } from './release-view'
import { useReleaseState } from './use-release-state'

interface Props {
  readonly release: ReleaseView
  /** Whether the second factor was checked a short while ago. */
  readonly isFresh: boolean
  readonly actions: { readonly cancel: FormAction; readonly request: FormAction }
}

/** One release, whatever its state. */
export function Release({ release, isFresh, actions }: Props) {
  const t = useTranslations('admin.release')
  const format = useFormatter()
  const dateWords = useDateWords()
  const locale = useLocale()
  const waveName = useWaveName()
  const stateOf = useReleaseState()
  const isPreparing = release.state === 'preparing'
  return (
    <>
      <p className="release-back">
        <a href={adminPath('releases', locale)}>{t('back')}</a>
      </p>
      <h1>{t('title', { id: release.id })}</h1>
      <ReleaseStatus words={stateOf(release)} isPreparing={isPreparing} />
      <p className="hint">
        {t('asked', {
          moment: dateWords(release.requestedAt, { dateStyle: 'long', timeStyle: 'short' }),
          wave: waveName(release.waveId),
          smallestClass: release.smallestClass,
          share: format.number(release.largestWithheldPercent / 100, { style: 'percent' }),
        })}
      </p>
      {!isFresh && !isPreparing && <FreshNotice back={releaseBack(release.id)} need="neededForReleases" />}
      {release.state === 'preparing' && <ReleasePreparing release={release} cancel={actions.cancel} />}
      {release.state === 'ready' && <ReleaseReady release={release} request={actions.request} />}
      {release.state === 'refused' && <ReleaseRefused release={release} />}
      {(release.state === 'cancelled' || release.state === 'failed') && (
        <>
          <p>{t(`ended.${release.state}`)}</p>
          <AskAgain release={release} action={actions.request} />
        </>
      )}
    </>
  )
}
