import { useLocale, useTranslations } from 'next-intl'
import { pathTo } from '@/lib/i18n/routes'

interface Props {
  /** How many people took part, rounded. */
  readonly responseCount: number
  /** Some of them are made up. */
  readonly hasDemo: boolean
}

/** Who the participants are, and what their figures cannot say. Stands above all of them. */
export function ParticipantsNote({ responseCount, hasDemo }: Props) {
  const t = useTranslations('participants')
  const locale = useLocale()
  return (
    <section className="participants-note" aria-labelledby="participants-title">
      <h2 id="participants-title">{t('title')}</h2>
      {hasDemo && <p className="notice">{t('demo')}</p>}
      <p>
        {t('who', { count: responseCount })} <strong>{t('notRepresentative')}</strong> {t('apart')}
      </p>
      <p>
        {t.rich('rounded', {
          link: (words) => <a href={`${pathTo('method', locale)}#participants`}>{words}</a>,
        })}
      </p>
    </section>
  )
}
