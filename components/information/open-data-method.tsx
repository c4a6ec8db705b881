import { useTranslations } from '@/lib/i18n/translations'

interface Props {
  readonly waveId: string
}

/** Where the tables of editions can be fetched. The page is made once: it says what there is before the first one. */
export function OpenDataMethod({ waveId }: Props) {
  const t = useTranslations('method.participants')
  const list = `/api/open-data/${waveId}/editions`
  return (
    <>
      <p>
        {t.rich('openData', {
          csv: (words) => <a href={`${list}/latest/aggregates.csv`}>{words}</a>,
          json: (words) => <a href={`${list}/latest/aggregates.json`}>{words}</a>,
          list: (words) => <a href={list}>{words}</a>,
        })}
      </p>
      <p>{t('licence')}</p>
    </>
  )
}
