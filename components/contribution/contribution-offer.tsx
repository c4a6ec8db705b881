import { useLocale } from 'next-intl'
import { useTranslations } from '@/lib/i18n/translations'
import { pathTo } from '@/lib/i18n/routes'
import type { ContributionState } from './contribution-state'

interface Props {
  readonly state: ContributionState
  readonly isOpen: boolean
}

/** Beside the comparison: the way to the page where the answers can be added, or to the code once they are. */
export function ContributionOffer({ state, isOpen }: Props) {
  const t = useTranslations('contribution.offer')
  const locale = useLocale()
  const isGiven = state.kind === 'given'
  return (
    <section className="contribution offer" id="contribution" aria-labelledby="contribution-title">
      <h2 id="contribution-title">{t('title')}</h2>
      <p>{t(isGiven ? 'given' : isOpen ? 'open' : 'closed')}</p>
      {isGiven && (
        <p>
          <a href={pathTo('receipt', locale)}>{t('toReceipt')}</a>
        </p>
      )}
      {!isGiven && isOpen && (
        <p>
          <a className="button-quiet" href={pathTo('takePart', locale)}>
            {t('toForm')}
          </a>
        </p>
      )}
    </section>
  )
}
