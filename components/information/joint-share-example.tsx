import { useTranslations } from '@/lib/i18n/translations'
import { jointShare } from '@/lib/comparison/joint-share'

const total = 10

/** Three invented shares, as people in ten. */
const [first, second, third] = [6, 7, 9]
const invented = [first, second, third]

const bounds = jointShare(invented.map((people) => ({ percent: (100 * people) / total, qualifier: 'exact' })))
const peopleIn = (percent = 0) => Math.round((percent * total) / 100)

/** The trust profile of an invented person, worked out step by step. */
export function JointShareExample() {
  const t = useTranslations('method.profile')
  const people = {
    total,
    first,
    second,
    third,
    notFirst: total - first,
    notSecond: total - second,
    notThird: total - third,
    others: invented.reduce((sum, same) => sum + total - same, 0),
    least: peopleIn(bounds?.lowerPercent),
    most: peopleIn(bounds?.upperPercent),
  }
  return (
    <div className="example">
      <h3>{t('exampleTitle')}</h3>
      <p>{t('exampleShares', people)}</p>
      <ul>
        <li>{t('exampleMost', people)}</li>
        <li>{t('exampleLeast', people)}</li>
      </ul>
      <p>{t('exampleRange', people)}</p>
    </div>
  )
}
