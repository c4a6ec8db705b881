import { useTranslations } from '@/lib/i18n/translations'

const study = 'https://doi.org/10.1111/j.1467-9280.2007.01917.x'

/** Why nothing is scored, ranked or coloured. */
export function Neutrality() {
  const t = useTranslations('method.neutral')
  return (
    <>
      <p>{t.rich('pull', { study: (words) => <a href={study}>{words}</a> })}</p>
      <p>{t('so')}</p>
    </>
  )
}
