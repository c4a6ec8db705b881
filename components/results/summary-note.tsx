import { useTranslations } from 'next-intl'
import type { Summary } from '@/lib/comparison/summary'

/** The comparison in a few neutral sentences. */
export function SummaryNote({ summary }: { readonly summary: Summary }) {
  const t = useTranslations('results')
  const { answeredItems, shownItems, comparable, sharedByHalfOrMore } = summary
  return (
    <section className="summary" aria-labelledby="summary-title">
      <h2 id="summary-title">{t('summaryTitle')}</h2>
      <p>
        {[
          t('summaryAnswered', { answered: answeredItems, shown: shownItems }),
          t('summaryComparable', { comparable }),
        ].join(' ')}
      </p>
      {comparable > 0 && (
        <p>
          {t('summaryShared', { shared: sharedByHalfOrMore, others: comparable - sharedByHalfOrMore })}{' '}
          {t('summaryNeutral')}
        </p>
      )}
    </section>
  )
}
