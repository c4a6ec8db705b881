import { useTranslations } from '@/lib/i18n/translations'
import { leastThresholds } from '@/lib/participation/thresholds'

interface Props {
  readonly waveId: string
}

/**
 * Where the totals of what participants answered can be fetched, and what is hidden in them. The page is made once: it says
 * from when on they are there, names the least thresholds, and says that they can be higher.
 */
export function OpenDataMethod({ waveId }: Props) {
  const { participantsShownFrom: shownFrom, smallestCell: smallest } = leastThresholds
  const t = useTranslations('method.participants')
  const folder = `/api/open-data/${waveId}`
  return (
    <>
      <p>
        {t.rich('openData', {
          shownFrom,
          csv: (words) => <a href={`${folder}/aggregates.csv`}>{words}</a>,
          json: (words) => <a href={`${folder}/aggregates.json`}>{words}</a>,
        })}
      </p>
      <p>{t('hidden', { smallest })}</p>
      <p>{t('licence')}</p>
    </>
  )
}
