import { useLocale } from 'next-intl'
import { useWaveName } from '@/components/layout/use-wave-name'
import type { Wave } from '@/lib/comparison/waves'
import { pathTo } from '@/lib/i18n/routes'
import { useTranslations } from '@/lib/i18n/translations'

/** A wave that a page can show. */
export interface ShownWave extends Pick<Wave, 'id' | 'name'> {
  readonly isCurrent: boolean
}

interface Props {
  /** The page, of which there is one for each wave. */
  readonly route: 'results' | 'figures'
  /** The latest first. */
  readonly waves: readonly ShownWave[]
  /** The one that the page shows. */
  readonly waveId: string
}

/** The way to the same page of the other waves, and to what has changed between them; nothing where there is one wave only. */
export function OtherWaves({ route, waves, waveId }: Props) {
  const t = useTranslations('waves')
  const waveName = useWaveName()
  const locale = useLocale()
  const others = waves.filter(({ id }) => id !== waveId)
  if (others.length === 0) return null
  const shown = waves.find(({ id }) => id === waveId)
  return (
    <nav className="other-waves" aria-label={t('label')}>
      {shown?.isCurrent === false && <p className="notice">{t('notCurrent', { wave: waveName(shown) })}</p>}
      <ul>
        {others.map((wave) => (
          <li key={wave.id}>
            <a href={pathTo(route, locale) + (wave.isCurrent ? '' : `/${wave.id}`)}>
              {t(wave.isCurrent ? 'current' : 'other', { wave: waveName(wave) })}
            </a>
          </li>
        ))}
        <li>
          <a href={pathTo('trends', locale)}>{t('trends')}</a>
        </li>
      </ul>
    </nav>
  )
}
