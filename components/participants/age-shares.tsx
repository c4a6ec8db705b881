import { bands } from '@/lib/disclosure/aggregates/edition-tables'
import { useTranslations } from '@/lib/i18n/translations'
import type { ShownEdition } from './shown-edition'
import { useCellWords } from './use-cell-words'

/** Who the participants of an edition are, as far as it is published: their ages, and how many are not counted. */
export function AgeShares({ edition }: { readonly edition: ShownEdition }) {
  const t = useTranslations()
  const cellWords = useCellWords()
  const table = edition.tables.find(({ item }) => item === 'ageBand')
  const shares = bands.flatMap((band) => {
    if (table === undefined) return []
    const { main } = cellWords({ table, option: band, column: 'both' })
    return [t('participants.ofAge', { age: t(`options.ageBand.${band}`), share: main })]
  })
  const { withoutAgeCount, waitingCount } = edition
  const left = t('participants.notCounted', { withoutAge: withoutAgeCount, waiting: waitingCount })
  return (
    <p className="hint">
      {shares.length > 0 && `${shares.join(', ')}. `}
      {left}
    </p>
  )
}
