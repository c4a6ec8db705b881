import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import type { Figure } from '@/lib/comparison/figures'
import { lastDayOf } from '@/lib/counts/week-days'
import { editionThemes } from '@/lib/disclosure/aggregates/edition-themes'
import { useTranslations } from '@/lib/i18n/translations'
import { pathTo } from '@/lib/i18n/routes'
import { useDayWords } from '@/lib/i18n/use-date-words'
import { AgeShares } from './age-shares'
import { EditionFold } from './edition-fold'
import { EditionLinks } from './edition-links'
import { EditionList } from './edition-list'
import { NextEdition } from './next-edition'
import { countedIn, type ShownEdition, type ShownListed, type ShownNext } from './shown-edition'

interface Props {
  /** What `editions.find` and `editions.latest` return. */
  readonly edition: ShownEdition
  /** The edition before it, to show how the shares moved; null: there is none. */
  readonly before: ShownEdition | null
  /** The published figures of the wave. */
  readonly figures: readonly Figure[]
  /** All editions of the wave, the first one first: what `editions.list` returns. */
  readonly list: readonly ShownListed[]
  /** When the next edition may come; null: the wave is over, and its last edition was made. */
  readonly next: ShownNext | null
}

/**
 * The body of the page of an edition, without its main heading: for the public page and, below the live numbers, for admins. Its
 * headings are h2 and below. It costs the same whatever the number of participants.
 */
export function EditionView({ edition, before, figures, list, next }: Props) {
  const t = useTranslations('participants')
  const until = useDayWords()(lastDayOf(edition.lastWeek))
  const strong = (words: ReactNode) => <strong>{words}</strong>
  return (
    <div className="results edition">
      {edition.isDemo && <p className="notice">{t('demo')}</p>}
      <p>{t.rich('who', { count: countedIn(edition), until, strong })}</p>
      <AgeShares edition={edition} />
      <Later edition={edition} list={list} next={next} />
      <section className="themes" aria-labelledby="answers-title">
        <h2 id="answers-title">{t('answers')}</h2>
        <ul className="edition-legend">
          <li className="of-participants">{t('tag')}</li>
          {before && <li className="of-before">{t('legendBefore', { number: before.number })}</li>}
          <li className="of-survey">{t('legendSurvey')}</li>
        </ul>
        <p className="hint">{t('smallNumbers')}</p>
        {editionThemes(edition.tables, figures).map((theme, index) => (
          <EditionFold
            key={theme.theme}
            theme={theme}
            edition={edition}
            before={before}
            isOpen={index === 0}
          />
        ))}
      </section>
      <EditionLinks edition={edition} />
      <EditionList list={list} shown={edition} />
    </div>
  )
}

/** What comes after the edition, or came. */
function Later({ edition, list, next }: Pick<Props, 'edition' | 'list' | 'next'>) {
  const t = useTranslations('participants')
  const locale = useLocale()
  if (list.at(-1)?.id !== edition.id) {
    const link = (words: ReactNode) => <a href={pathTo('participants', locale)}>{words}</a>
    return <p className="notice">{t.rich('earlier', { link })}</p>
  }
  return next === null ? <p>{t('last')}</p> : <NextEdition {...next} />
}
