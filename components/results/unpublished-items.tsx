import { useTranslations } from 'next-intl'
import type { ItemGroup } from '@/lib/comparison/arrange'
import type { Answers } from '@/lib/instrument/answers'
import { YourAnswer } from './item-result'

interface Props {
  readonly groups: readonly ItemGroup[]
  readonly answers: Answers
}

/** The questions of a theme about which nothing was published, with the person's answers. */
export function UnpublishedItems({ groups, answers }: Props) {
  const t = useTranslations()
  const items = groups.flatMap(({ item, isShown }) => (item === null ? [] : [{ item, isShown }]))
  if (items.length === 0) return null
  return (
    <div className="unpublished">
      <p className="not-published">{t('results.notPublished', { count: items.length })}</p>
      <ul>
        {items.map(({ item, isShown }) => (
          <li key={item} data-item={item}>
            <p>{t(`items.${item}.question`)}</p>
            <YourAnswer item={item} answers={answers} isShown={isShown} />
          </li>
        ))}
      </ul>
    </div>
  )
}
