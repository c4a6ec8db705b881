import { createFormatter, createTranslator } from 'next-intl'
import { familyOf } from '@/lib/comparison/families'
import { indicatorOf, isIndicatorCode } from '@/lib/comparison/indicators'
import { isPopulationCode } from '@/lib/comparison/populations'
import type { FigureLanguage, FigureLanguages } from '@/lib/figure-data/language'
import { sourceOf } from '@/lib/figure-data/published'
import type { FigureRecord, Words } from '@/lib/waves/figure-record'
import type { Locale } from './locales'
import { loadMessages } from './messages'
import { dateWordsIn } from './use-date-words'
import { wordsIn } from './words-in'

/** What names a figure. */
type Named = Pick<FigureRecord, 'code' | 'statement'>

async function makeLanguage(locale: Locale): Promise<FigureLanguage> {
  const messages = await loadMessages(locale)
  const t = createTranslator({ locale, messages })
  const format = createFormatter({ locale, timeZone: 'Europe/Paris' })
  const own = (words: Words | null) => words && wordsIn(words, locale)

  const name = ({ code, statement }: Named) =>
    isIndicatorCode(code) ? t(`indicators.${code}.label`) : (own(statement) ?? code)
  const lead = ({ code }: Named) => (isIndicatorCode(code) ? t(`families.${familyOf(code)}.lead`) : null)
  const label = (figure: Named) => {
    const ofFamily = lead(figure)
    return ofFamily === null ? name(figure) : t('figureData.label', { lead: ofFamily, name: name(figure) })
  }
  const people = ({ code, population, populationWords }: FigureRecord) => {
    if (!isPopulationCode(population)) return own(populationWords) ?? population
    const about = isIndicatorCode(code) ? indicatorOf(code).statements.flatMap(({ tool }) => tool ?? []) : []
    const tool = format.list(
      about.map((each) => t(`tools.${each}`)),
      { type: 'disjunction' },
    )
    return t(`populations.${population}`, { tool })
  }
  const parts = (figure: FigureRecord) => {
    const { code, sharePercent, qualifier, status } = figure
    return {
      qualifier,
      status,
      share: format.number(sharePercent / 100, { style: 'percent', maximumFractionDigits: 1 }),
      population: people(figure),
      statement: isIndicatorCode(code) ? t(`indicators.${code}.statement`) : name(figure),
    }
  }
  const sentence = (figure: FigureRecord) =>
    t.markup('figures.sentence', { ...parts(figure), strong: (share) => share })
  const waveName: FigureLanguage['waveName'] = (wave) =>
    own(wave.name) ?? dateWordsIn(locale, `${wave.id}-15`, { month: 'long', year: 'numeric' })
  return {
    textOf: (words) => wordsIn(words, locale),
    name,
    lead,
    label,
    population: (figure) =>
      isPopulationCode(figure.population) ? t(`populationLabels.${figure.population}`) : people(figure),
    parts,
    sentence,
    waveName,
    title: (wave) => t('figureData.title', { wave: waveName(wave) }),
    citationShort: (wave) => {
      const { conductedBy, commissionedBy } = wave
      return t('figureData.citationShort', { conductedBy, commissionedBy, wave: waveName(wave) })
    },
    citationLong: (figure, document, address) => {
      const { conductedBy, commissionedBy } = document.wave
      const { publisher, url } = sourceOf(document, figure)
      const wave = waveName(document.wave)
      const values = { sentence: sentence(figure), conductedBy, commissionedBy, publisher, url, wave }
      const citation = t('figuresPage.citation', values)
      return address === null ? citation : t('figuresPage.address', { citation, address })
    },
    state: ({ number, madeOn, kind }) =>
      t('figureData.state', {
        number,
        day: dateWordsIn(locale, madeOn, { dateStyle: 'long' }),
        kind: t(`figureData.kinds.${kind}`),
      }),
    words: messages.figureData,
  }
}

const made = new Map<Locale, Promise<FigureLanguage>>()

/** What is said of figures in a language of the site: made once. */
export async function figureLanguage(locale: Locale): Promise<FigureLanguage> {
  const language = made.get(locale) ?? makeLanguage(locale)
  made.set(locale, language)
  return language
}

/** The languages of the data, for an address in one of the site's. */
export async function figureLanguages(locale: Locale): Promise<FigureLanguages> {
  const [fr, en, own] = await Promise.all([
    figureLanguage('fr'),
    figureLanguage('en'),
    figureLanguage(locale),
  ])
  return { fr, en, own }
}
