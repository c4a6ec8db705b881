import { useLocale } from 'next-intl'
import { nothingBeside } from '@/components/figures/figure-rows'
import { Provenance, useReference, type Published } from '@/components/figures/provenance'
import { ThemeFold } from '@/components/figures/theme-fold'
import { useRowWords } from '@/components/figures/use-row-words'
import { useThemes } from '@/components/figures/use-themes'
import { ArrivalHeading } from '@/components/layout/arrival-heading'
import type { Figure } from '@/lib/comparison/figures'
import { useTranslations } from '@/lib/i18n/translations'
import { pathTo } from '@/lib/i18n/routes'

interface Props extends Published {
  readonly figures: readonly Figure[]
}

/** The results of somebody who answered no question: the way to the questions, and the national figures. */
export function NothingAnswered({ figures, ...published }: Props) {
  const t = useTranslations('results')
  const locale = useLocale()
  const reference = useReference()(published)
  const wordsOf = useRowWords(figures)
  const themes = useThemes(figures)
  return (
    <div className="results">
      <ArrivalHeading>{t('title')}</ArrivalHeading>
      <p>{t('nothing.text')}</p>
      <p className="actions">
        <a className="button" href={pathTo('questionnaire', locale)}>
          {t('nothing.toQuestionnaire')}
        </a>
      </p>
      <section className="themes" aria-labelledby="themes-title">
        <h2 id="themes-title">{t('nothing.figures')}</h2>
        <Provenance {...published} />
        {themes.map((theme) => (
          <ThemeFold
            key={theme.id}
            theme={theme}
            reference={reference}
            isOpen={false}
            wordsOf={wordsOf}
            besideOf={() => nothingBeside}
          />
        ))}
      </section>
    </div>
  )
}
