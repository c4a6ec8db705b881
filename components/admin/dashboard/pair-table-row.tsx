import { useShareWords } from '@/components/results/use-share-words'
import { useFormatter, useTranslations } from '@/lib/i18n/translations'
import type { ShownPair } from '@/lib/participation/dashboard-view'
import { PairLabel } from './pair-label'
import { useNationalWords } from './use-national-words'

/** One figure and the participants' share as a row of the table. */
export function PairTableRow({ pair }: { readonly pair: ShownPair }) {
  const t = useTranslations('admin.dashboard.beside')
  const format = useFormatter()
  const national = useNationalWords()(pair)
  const shareWords = useShareWords()
  const words = pair.participants && shareWords(pair.participants)
  return (
    <tr>
      <th scope="row">
        <PairLabel pair={pair} />
      </th>
      <td>{national}</td>
      {words === null ? (
        <td colSpan={3}>{t('tooFew')}</td>
      ) : (
        <>
          <td>{words.share}</td>
          <td>{format.number(words.count)}</td>
          <td>{t('bounds', { lower: words.lower, upper: words.upper })}</td>
        </>
      )}
    </tr>
  )
}
