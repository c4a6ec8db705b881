import { useLocale } from 'next-intl'
import { smallestShareBase } from '@/lib/disclosure/aggregates/edition-tables'
import { roundingBase } from '@/lib/disclosure/aggregates/random-rounding'
import { leastSmallestGroup } from '@/lib/disclosure/microdata/select-classes'
import { enoughNew, firstEditionFrom } from '@/lib/editions/due'
import { useTranslations } from '@/lib/i18n/translations'
import { pathTo } from '@/lib/i18n/routes'

/**
 * How editions are made: the file, then the tables, and what is hidden in them. The page is made once: it names the least of the
 * smallest groups that owners can choose, and says that they can choose a larger one.
 */
export function ParticipantsMethod() {
  const t = useTranslations('method.participants')
  const locale = useLocale()
  return (
    <>
      <p>{t('who')}</p>
      <p>
        {t.rich('when', {
          first: firstEditionFrom,
          enough: enoughNew,
          link: (words) => <a href={pathTo('participants', locale)}>{words}</a>,
        })}
      </p>
      <p>{t('file', { smallest: leastSmallestGroup })}</p>
      <p>{t('rounding', { base: roundingBase })}</p>
      <p>{t('hidden', { hidden: leastSmallestGroup + roundingBase - 1, shareBase: smallestShareBase })}</p>
      <p>{t('left')}</p>
      <p>{t('notCovered')}</p>
    </>
  )
}
