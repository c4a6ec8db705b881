import type { Answers } from '@/lib/instrument/answers'
import { items, themes, type ItemId, type ThemeId } from '@/lib/instrument/catalogue'
import { isShown } from '@/lib/instrument/visibility'
import type { Comparison, Reading } from './compare'
import type { Figure } from './figures'
import { indicatorOf } from './indicators'

/** One figure beside one person's answer to one question. */
export interface ArrangedReading {
  readonly figure: Figure
  readonly reading: Reading
}

/** A question with what was published about it. */
export interface ItemGroup {
  /** null: figures that are about no single question. */
  readonly item: ItemId | null
  /** Whether the question applies to the person. */
  readonly isShown: boolean
  /** Empty: no national figure was published for the question. */
  readonly readings: readonly ArrangedReading[]
}

export interface ThemeGroup {
  readonly theme: ThemeId
  /** Figures that restate others: told in the introduction of the theme. */
  readonly restatements: readonly Figure[]
  readonly groups: readonly ItemGroup[]
}

/**
 * Comparisons by theme and question, both in the order of the questionnaire. Every item of a theme has a group, also
 * where nothing was published; figures about no single question come first, and the others in the order in which
 * they were compared.
 */
export function arrange(answers: Answers, comparisons: readonly Comparison[]): readonly ThemeGroup[] {
  return themes.map((theme) => {
    const ofTheme = comparisons.filter(({ figure }) => indicatorOf(figure.indicator).theme === theme)
    const isRestatement = ({ figure }: Comparison) => indicatorOf(figure.indicator).isRestatement === true
    const readings = ofTheme
      .filter((comparison) => !isRestatement(comparison))
      .flatMap(({ figure, readings: each }) => each.map((reading) => ({ figure, reading })))
    const under = (item: ItemId | null) => readings.filter(({ reading }) => reading.item === item)
    const general = under(null)
    return {
      theme,
      restatements: ofTheme.filter(isRestatement).map(({ figure }) => figure),
      groups: [
        ...(general.length > 0 ? [{ item: null, isShown: true, readings: general }] : []),
        ...items
          .filter((item) => item.theme === theme)
          .map((item) => ({ item: item.id, isShown: isShown(item, answers), readings: under(item.id) })),
      ],
    }
  })
}
