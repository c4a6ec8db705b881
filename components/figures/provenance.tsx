import { useLocale } from 'next-intl'
import { useWaveName } from '@/components/layout/use-wave-name'
import type { Source, Wave } from '@/lib/comparison/waves'
import { useTranslations } from '@/lib/i18n/translations'
import { pathTo } from '@/lib/i18n/routes'

export interface Published {
  readonly wave: Wave
  readonly sources: readonly Source[]
  /** Whether it was published of any figure how the question was asked. */
  readonly isWordingPublished: boolean
}

/** Where figures were read: "DSIH". */
const publishersOf = (sources: readonly Source[]) =>
  [...new Set(sources.map(({ publisher }) => publisher))].join(', ')

/** Who asked and when, who published it, and what is not known: two lines above all figures. */
export function Provenance({ wave, sources, isWordingPublished }: Published) {
  const t = useTranslations('figures')
  const waveName = useWaveName()
  const locale = useLocale()
  const { conductedBy, commissionedBy, sampleSize } = wave
  const worded = { isWordingPublished: String(isWordingPublished) }
  const survey = t('provenance', {
    conductedBy,
    commissionedBy,
    wave: waveName(wave),
    publishers: publishersOf(sources),
  })
  return (
    <p className="provenance">
      {`${survey} ${sampleSize === null ? t('noSampleSize', worded) : t('sampleSize', { ...worded, count: sampleSize })} `}
      <a href={pathTo('method', locale)}>{t('toMethod')}</a>
    </p>
  )
}

/** "Wave December 2025, DSIH." */
export function useReference(): (published: Published) => string {
  const t = useTranslations('figures')
  const waveName = useWaveName()
  return ({ wave, sources }) => t('reference', { wave: waveName(wave), publishers: publishersOf(sources) })
}
