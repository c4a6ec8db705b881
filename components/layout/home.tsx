import { useLocale, useTranslations } from 'next-intl'
import { useDayWords } from '@/lib/i18n/use-date-words'
import { pathTo } from '@/lib/i18n/routes'
import { largestItemCount } from '@/lib/instrument/visibility'
import type { Source, Wave } from '@/lib/comparison/waves'
import { useWaveName } from '@/components/layout/use-wave-name'

interface Props {
  readonly wave: Wave
  readonly sources: readonly Source[]
}

/** The first page: what this is, what becomes of the answers, where the figures come from. */
export function Home({ wave, sources }: Props) {
  const t = useTranslations('home')
  const locale = useLocale()
  const waveName = useWaveName()
  const dayWords = useDayWords()
  return (
    <div className="home">
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <p className="actions">
        <a className="button" href={pathTo('questionnaire', locale)}>
          {t('start')}
        </a>
      </p>
      <p>{t('questionCount', { count: largestItemCount() })}</p>
      <section aria-labelledby="what">
        <h2 id="what">{t('whatTitle')}</h2>
        <p>{t('what')}</p>
      </section>
      <section aria-labelledby="privacy">
        <h2 id="privacy">{t('privacyTitle')}</h2>
        <ul>
          <li>{t('privacyTab')}</li>
          <li>{t('privacyCookie')}</li>
          <li>{t('privacyNothing')}</li>
        </ul>
      </section>
      <section aria-labelledby="figures">
        <h2 id="figures">{t('figuresTitle')}</h2>
        <p>
          {t('figures', {
            wave: waveName(wave.id),
            commissionedBy: wave.commissionedBy,
            conductedBy: wave.conductedBy,
            published: dayWords(wave.publishedOn),
            publisher: sources.map(({ publisher }) => publisher).join(', '),
          })}{' '}
          {t('wording')}
        </p>
      </section>
      <section aria-labelledby="help-here">
        <h2 id="help-here">{t('helpTitle')}</h2>
        <p>{t.rich('help', { link: (words) => <a href="#help">{words}</a> })}</p>
      </section>
    </div>
  )
}
