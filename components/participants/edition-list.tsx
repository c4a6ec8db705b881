import { useLocale } from 'next-intl'
import { lastDayOf } from '@/lib/counts/week-days'
import { useTranslations } from '@/lib/i18n/translations'
import { pathTo } from '@/lib/i18n/routes'
import { useDayWords } from '@/lib/i18n/use-date-words'
import type { ShownListed } from './shown-edition'

interface Props {
  /** The first one first. */
  readonly list: readonly ShownListed[]
  readonly shown: ShownListed
}

/** The editions of a wave, the last one first. */
export function EditionList({ list, shown }: Props) {
  const t = useTranslations('participants')
  const locale = useLocale()
  const dayWords = useDayWords()
  return (
    <section aria-labelledby="editions-title">
      <h2 id="editions-title">{t('editions')}</h2>
      <ul className="edition-list">
        {list.toReversed().map(({ id, number, lastWeek }) => {
          const until = dayWords(lastDayOf(lastWeek))
          const name = t('editionUntil', { number, until })
          return (
            <li key={id}>
              {id === shown.id ? (
                <span aria-current="true">{t('editionShown', { name })}</span>
              ) : (
                <a href={`${pathTo('participants', locale)}/${id}`}>{name}</a>
              )}
            </li>
          )
        })}
      </ul>
      <p className="hint">{t('moved')}</p>
    </section>
  )
}
