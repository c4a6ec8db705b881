import { useLocale } from 'next-intl'
import { useTranslations } from '@/lib/i18n/translations'
import { useDayWords } from '@/lib/i18n/use-date-words'
import { pathTo } from '@/lib/i18n/routes'
import type { ContributionState } from './contribution-state'
import type { ShownOpenness } from './shown-openness'

interface Props {
  readonly state: ContributionState
  readonly openness: ShownOpenness
}

/** Beside the comparison: the way to the page where the answers can be added, or to the code once they are. */
export function ContributionOffer({ state, openness }: Props) {
  const t = useTranslations('contribution')
  const dayWords = useDayWords()
  const locale = useLocale()
  const isGiven = state.kind === 'given'
  const told = () => {
    if (isGiven) return t('offer.given')
    if (openness.isOpen) return t('offer.open')
    return t(`closed.${openness.reason}.offer`, { day: 'day' in openness ? dayWords(openness.day) : '' })
  }
  return (
    <section className="contribution offer" id="contribution" aria-labelledby="contribution-title">
      <h2 id="contribution-title">{t('offer.title')}</h2>
      <p>{told()}</p>
      {isGiven && (
        <p>
          <a href={pathTo('receipt', locale)}>{t('offer.toReceipt')}</a>
        </p>
      )}
      {!isGiven && openness.isOpen && (
        <p>
          <a className="button-quiet" href={pathTo('takePart', locale)}>
            {t('offer.toForm')}
          </a>
        </p>
      )}
    </section>
  )
}
