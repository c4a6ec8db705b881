import { useMessages, useTranslations } from 'next-intl'
import type { ArrangedReading, ItemGroup } from '@/lib/comparison/arrange'
import { chosenOptions, type Answers } from '@/lib/instrument/answers'
import { itemById, type ItemId } from '@/lib/instrument/catalogue'
import type { PublishedShares } from '@/lib/participation/published-shares'
import { ReadingLine } from './reading-line'

interface Props {
  readonly group: ItemGroup
  readonly answers: Answers
  readonly reference: string
  readonly participants: PublishedShares | null
}

/** The readings of each indicator, so that groups stand side by side. */
function byIndicator(readings: readonly ArrangedReading[]): readonly (readonly ArrangedReading[])[] {
  const codes = [...new Set(readings.map(({ figure }) => figure.indicator))]
  return codes.map((code) => readings.filter(({ figure }) => figure.indicator === code))
}

/** One question: the person's answer, and every figure that was published about it. */
export function ItemResult({ group, answers, reference, participants }: Props) {
  const t = useTranslations()
  const { item, readings } = group
  return (
    <article className="item-result" data-item={item ?? undefined}>
      <h3>{item ? t(`items.${item}.question`) : t('results.anyTool')}</h3>
      {item && <YourAnswer item={item} answers={answers} isShown={group.isShown} />}
      {byIndicator(readings).map((groups) => (
        <ul
          key={groups[0]?.figure.indicator}
          className={groups.length > 1 ? 'readings side-by-side' : 'readings'}
        >
          {groups.map(({ figure, reading }, index) => (
            <ReadingLine
              key={figure.population}
              figure={figure}
              reading={reading}
              reference={reference}
              isFollowing={index > 0}
              participants={participants}
            />
          ))}
        </ul>
      ))}
    </article>
  )
}

interface YourAnswerProps {
  readonly item: ItemId
  readonly answers: Answers
  readonly isShown: boolean
}

/** What the person answered, or that the question was skipped or does not apply. */
export function YourAnswer({ item, answers, isShown }: YourAnswerProps) {
  const t = useTranslations()
  const { optionSet } = itemById(item)
  const labels: Readonly<Record<string, string>> = useMessages().options[optionSet]
  const chosen = chosenOptions(answers, item).map((option) => labels[option] ?? option)
  const without = isShown ? t('results.notAnswered') : t('results.notAsked')
  return (
    <p className="your-answer">
      {t.rich('results.yourAnswer', {
        answer: chosen.length > 0 ? chosen.join(' · ') : without,
        strong: (words) => <strong>{words}</strong>,
      })}
    </p>
  )
}
