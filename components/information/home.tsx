import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { DotPatterns, HundredDots } from '@/components/figures/hundred-dots'
import { Provenance, type Published } from '@/components/figures/provenance'
import { useFigureWords } from '@/components/figures/use-figure-words'
import type { Figure } from '@/lib/comparison/figures'
import { useTranslations } from '@/lib/i18n/translations'
import { pathTo } from '@/lib/i18n/routes'

/** About how long the questions take, in minutes: see docs/decisions/023-results-in-thirty-seconds.md. */
const minutes = 5

interface Props {
  /** A figure as a taste of what comes, with what it was published in; null while it cannot be read. */
  readonly taste: (Published & { readonly figure: Figure }) | null
  /** The way to the questions. */
  readonly children: ReactNode
}

/** The first page: what this is, the way in, and one real figure. */
export function Home({ taste, children }: Props) {
  const t = useTranslations('home')
  const locale = useLocale()
  return (
    <div className="home">
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <p className="actions">
        {children}
        <a href={pathTo('figures', locale)}>{t('toFigures')}</a>
      </p>
      <p className="hint">{t('terms', { minutes })}</p>
      <p className="hint">{t.rich('help', { link: (words) => <a href="#help">{words}</a> })}</p>
      {taste && <Taste {...taste} />}
      <details className="theme">
        <summary>
          <h2>{t('privacyTitle')}</h2>
        </summary>
        <ul>
          <li>{t('privacyTab')}</li>
          <li>{t('privacyCookie')}</li>
          <li>{t('privacyNothing')}</li>
        </ul>
      </details>
      <details className="theme">
        <summary>
          <h2>{t('whatTitle')}</h2>
        </summary>
        <p>{t('what')}</p>
        <p>{t('wording')}</p>
      </details>
    </div>
  )
}

function Taste({ figure, ...published }: NonNullable<Props['taste']>) {
  const t = useTranslations('figures')
  return (
    <div className="taste">
      <DotPatterns />
      <p className="figure-sentence">
        {t.rich('sentence', {
          ...useFigureWords()(figure, null),
          strong: (share) => <strong>{share}</strong>,
        })}
      </p>
      <HundredDots sharePercent={figure.sharePercent} isOwn={false} />
      <Provenance {...published} />
    </div>
  )
}
