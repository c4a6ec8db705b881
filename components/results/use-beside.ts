import { nothingBeside, type Beside } from '@/components/figures/figure-rows'
import { useParticipantsLine } from '@/components/figures/use-participants-line'
import { useFormatter, useTranslations } from '@/lib/i18n/translations'
import type { Comparison, Reading } from '@/lib/comparison/compare'
import type { Figure } from '@/lib/comparison/figures'
import { membership } from '@/lib/comparison/populations'
import type { PublishedTable } from '@/lib/disclosure/aggregates/edition-tables'
import { participantShareBeside } from '@/lib/disclosure/aggregates/share-beside'
import type { Answers } from '@/lib/instrument/answers'

/** A person's side of a figure in words: "you too", or why it cannot be said. */
export function useSide(): (reading: Reading) => string {
  const t = useTranslations()
  const format = useFormatter()
  return (reading) => {
    switch (reading.kind) {
      case 'comparable':
        return t(reading.isTrue ? 'results.side.also' : 'results.side.not')
      case 'otherGroup':
        return t(reading.wasAsked ? 'results.side.otherGroup' : 'results.side.notAsked')
      case 'unclear':
        return t('results.side.unclear')
      case 'unanswered': {
        const { missing, item } = reading
        if (missing.every((id) => id === item)) return t('results.side.unanswered')
        const named = missing.map((id) => t('results.quoted', { words: t(`items.${id}.label`) }))
        return t('results.side.missing', { items: format.list(named, { type: 'conjunction' }) })
      }
    }
  }
}

/** Whether a person is one of a figure's share, by a single reading. */
export const isOwn = (reading: Reading) => reading.kind === 'comparable' && reading.isTrue

const ages: readonly Figure['population'][] = ['under_35', '35_and_over']

const isOwnAge = ({ population }: Figure, answers: Answers) =>
  ages.includes(population) && membership(population, null)?.test(answers) === true

/** What stands beside each figure: the person's side, for each tool where it is about several, and this site's participants. */
export function useBeside(
  answers: Answers,
  comparisons: readonly Comparison[],
  participants: readonly PublishedTable[] | null,
): (figure: Figure) => Beside {
  const t = useTranslations()
  const sideOf = useSide()
  const participantsLine = useParticipantsLine()
  const besideOf = ({ figure, readings }: Comparison): Beside => {
    const told = readings.map(sideOf)
    const isAlike = new Set(told).size === 1
    const sides = readings.map(({ tool }, place) => {
      const side = told[place] ?? ''
      return isAlike || tool === null ? side : t('results.side.tool', { tool: t(`toolLabels.${tool}`), side })
    })
    const shares = readings.flatMap(({ tool }) => {
      const share = participants && participantShareBeside(participants, figure, tool)
      return share ? [{ tool: readings.length > 1 ? tool : null, share }] : []
    })
    return {
      side: [...new Set(sides)].join(' · '),
      isNotAsked: readings.every((reading) => reading.kind === 'otherGroup' && !reading.wasAsked),
      isOwn: readings.some(isOwn),
      isOwnAge: isOwnAge(figure, answers),
      more: shares.map(({ tool, share }) => participantsLine(tool, share)),
    }
  }
  const beside = new Map(comparisons.map((comparison) => [comparison.figure, besideOf(comparison)]))
  return (figure) => beside.get(figure) ?? nothingBeside
}
