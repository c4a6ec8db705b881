import { useFormatter, useTranslations } from 'next-intl'
import type { Reading } from '@/lib/comparison/compare'

/** How a person's answer relates to a figure: how many answer alike, or why that cannot be said. */
export function ReadingRelation({ reading }: { readonly reading: Reading }) {
  const t = useTranslations()
  const format = useFormatter()
  if (reading.kind === 'otherGroup') return <p className="relation">{t('results.otherGroup')}</p>
  if (reading.kind === 'unanswered') {
    const { missing } = reading
    const isTheQuestion = missing.length === 0 || (missing.length === 1 && missing[0] === reading.item)
    if (isTheQuestion) return <p className="relation">{t('results.unanswered')}</p>
    const labels = missing.map((id) => t('results.quoted', { words: t(`items.${id}.label`) }))
    return (
      <p className="relation">
        {t('results.missing', { items: format.list(labels, { type: 'conjunction' }) })}
      </p>
    )
  }
  return (
    <p className="relation">
      <span className="same">
        {t.rich('results.sameAnswer', {
          qualifier: reading.sameAnswerQualifier,
          side: reading.isTrue ? 'among' : 'others',
          count: reading.sameAnswerPercent,
          strong: (words) => <strong>{words}</strong>,
        })}
      </span>
    </p>
  )
}
