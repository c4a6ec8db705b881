import { bands } from '@/lib/disclosure/aggregates/edition-tables'
import { useTranslations } from '@/lib/i18n/translations'
import type { ShownEdition } from './shown-edition'
import { useCellWords } from './use-cell-words'

/** Who the participants of an edition are, as far as it is published: their ages. */
export function AgeShares({ edition }: { readonly edition: ShownEdition }) {
  const t = useTranslations()
  const cellWords = useCellWords()
  const table = edition.tables.find(({ item }) => item === 'ageBand')
  if (table === undefined) return null
  const shares = bands.map((band) => {
    const { main } = cellWords({ table, option: band, column: 'both' })
    return t('participants.ofAge', { age: t(`options.ageBand.${band}`), share: main })
  })
  return <p className="hint">{shares.join(' · ')}</p>
}
