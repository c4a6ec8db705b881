import { useLocale } from 'next-intl'
import { useTranslations } from '@/lib/i18n/translations'
import { arrange, type FigureTheme } from '@/lib/comparison/arrange'
import type { Figure } from '@/lib/comparison/figures'
import { indicatorOf } from '@/lib/comparison/indicators'
import type { PopulationCode } from '@/lib/comparison/populations'
import type { ThemeId } from '@/lib/instrument/catalogue'
import { once } from '@/lib/once'
import { familiesOf, type Family } from './families'
import { useFigureWords } from './use-figure-words'
import { useItemName } from './use-item-name'

/** A theme of which figures were published, and what is said of it to every reader. */
export interface ShownTheme {
  readonly id: ThemeId
  readonly title: string
  /** "7 figures". */
  readonly count: string
  /** Figures that restate others, each in a sentence. */
  readonly restatements: readonly string[]
  /** The population that is named first. */
  readonly population: PopulationCode
  readonly families: readonly (Family & { readonly lead: string })[]
  /** All figures but restatements. */
  readonly figures: readonly Figure[]
  /** What limits the figures, each thing said once. */
  readonly notes: readonly string[]
}

/** The themes of which figures were published. They are put into words once for each language: that takes longer than all else of a page. */
export function useThemes(figures: readonly Figure[]): readonly ShownTheme[] {
  const t = useTranslations()
  const figureWords = useFigureWords()
  const notesOf = useNotes()
  const themeOf = ({ theme, indicators, restatements, unpublished }: FigureTheme): ShownTheme[] => {
    const [first] = indicators
    if (first === undefined) return []
    const [{ population }] = first
    const published = indicators.flat()
    const families = familiesOf(indicators).map((family, index) => {
      const lead = t(`families.${family.id}.lead`)
      const of = t(`populations.${population}`, { tool: '' })
      return {
        ...family,
        lead: index === 0 ? t('figures.of', { lead, population: of }) : t('figures.lead', { lead }),
      }
    })
    return [
      {
        id: theme,
        title: t(`themes.${theme}`),
        count: t('figures.count', { count: published.length }),
        restatements: restatements.map((figure) => t('figures.restatement', figureWords(figure, null))),
        population,
        families,
        figures: published,
        notes: notesOf(published, unpublished),
      },
    ]
  }
  return once(figures, `themes, ${useLocale()}`, () => arrange(figures).flatMap(themeOf))
}

/** Whether people of another population are compared than the published one. */
const isOfUnclearBase = ({ indicator, population }: Figure) =>
  ![undefined, population].includes(indicatorOf(indicator).comparedAmong)

function useNotes() {
  const t = useTranslations('figures')
  const itemName = useItemName()
  return (figures: readonly Figure[], unpublished: FigureTheme['unpublished']): readonly string[] => {
    const has = (is: (figure: Figure) => boolean) => figures.some(is)
    const notes = [
      has(({ timeFrame }) => timeFrame === 'unclear') && t('timeFrameUnclear'),
      has(({ qualifier }) => qualifier === 'about') && t('qualifierAbout'),
      has(({ qualifier }) => qualifier === 'more_than') && t('qualifierMoreThan'),
      has(isOfUnclearBase) && t('baseUnclear'),
      unpublished.length > 0 && t('unpublished', { items: unpublished.map(itemName).join(', ') }),
    ]
    return notes.filter((note) => note !== false)
  }
}
