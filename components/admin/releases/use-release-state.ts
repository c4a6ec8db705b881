import { useTranslations } from '@/lib/i18n/translations'
import { releasePhases, type ReleaseView } from './release-view'

/** How a release stands, in a few words: also why its file cannot be had any more, and what a preparation is doing. */
export function useReleaseState(): (release: ReleaseView) => string {
  const t = useTranslations('admin.release')
  return (release) => {
    if (release.state === 'preparing') {
      return t('preparing.step', {
        number: releasePhases.indexOf(release.phase) + 1,
        count: releasePhases.length,
        phase: t(`phases.${release.phase}`),
      })
    }
    if (release.state === 'ready') return t(`files.${release.file.state}`)
    if (release.state === 'refused') return t(`refusedFor.${release.reason}`)
    return t(`states.${release.state}`)
  }
}
