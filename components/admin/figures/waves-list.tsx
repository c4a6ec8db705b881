import { useLocale } from 'next-intl'
import { useWaveName } from '@/components/layout/use-wave-name'
import type { ShownWave } from '@/components/figures/other-waves'
import { adminPath } from '@/lib/i18n/admin-pages'
import { useTranslations } from '@/lib/i18n/translations'
import { ActionForm } from '../action-form'
import type { FormAction } from '../form-outcome'
import { DoneNotice } from '../done-notice'
import { FreshNotice } from '../fresh-notice'
import { useFormWords } from '../use-form-words'

/** A wave that owners manage: one that was published, or of which there is a draft only. */
export interface ManagedWave extends ShownWave {
  readonly figureCount: number
  readonly isPublished: boolean
  readonly hasDraft: boolean
}

interface Props {
  /** The latest first. */
  readonly waves: readonly ManagedWave[]
  /** Whether the second factor was checked a short while ago. */
  readonly isFresh: boolean
  /** Whether the current wave was just chosen. */
  readonly isMade: boolean
  readonly makeCurrent: (waveId: string) => FormAction
}

/** The waves of the survey: which one is current, which have a draft, and the way to each and to a new one. */
export function WavesList({ waves, isFresh, isMade, makeCurrent }: Props) {
  const t = useTranslations('admin.figures')
  const titles = useTranslations('admin.titles')
  const waveName = useWaveName()
  const locale = useLocale()
  const formWords = useFormWords()
  const made = isMade && waves.find(({ isCurrent }) => isCurrent)
  return (
    <>
      <h1>{titles('figures')}</h1>
      {made && <DoneNotice key={made.id}>{t('madeCurrent', { wave: waveName(made) })}</DoneNotice>}
      <p>{t('lead')}</p>
      {!isFresh && <FreshNotice back="figures" />}
      <ul className="cards">
        {waves.map((wave) => (
          <li key={wave.id} className="card" data-wave={wave.id}>
            <h2>{waveName(wave)}</h2>
            <p>
              {[
                wave.isPublished ? t('count', { count: wave.figureCount }) : t('unpublished'),
                ...(wave.isCurrent ? [t('current')] : []),
                ...(wave.hasDraft ? [t('hasDraft')] : []),
              ].join(' · ')}
            </p>
            <p>
              <a href={`${adminPath('wave', locale)}/${wave.id}`}>{t('open')}</a>
            </p>
            {wave.isPublished && !wave.isCurrent && (
              <details>
                <summary>{t('makeCurrent')}</summary>
                <p>{t('makeCurrentNote')}</p>
                <ActionForm
                  id={`current-${wave.id}`}
                  action={makeCurrent(wave.id)}
                  fields={[]}
                  words={formWords(t('makeCurrentSubmit'))}
                  isQuiet
                />
              </details>
            )}
          </li>
        ))}
      </ul>
      <p>
        <a className="button" href={`${adminPath('waveAbout', locale)}/new`}>
          {t('newWave')}
        </a>
      </p>
    </>
  )
}
