import { indicators, type IndicatorCode } from '@/lib/comparison/indicators'
import { populationCodes } from '@/lib/comparison/populations'
import type { Labels } from '@/lib/import/labels'
import { createTranslator } from 'next-intl'
import { figureLanguage } from './figure-language'
import { locales } from './locales'
import { loadMessages } from './messages'

/** What sections of tables are called, by the beginning of the codes of their figures. */
const sections: Labels['sections'] = [
  { code: 'usage.', labels: ['utilisez', 'utilisent', 'utilisation', 'usage', 'use', 'uses'] },
  { code: 'trust.', labels: ['confiance', 'trust'] },
  { code: 'effectiveness.', labels: ['efficace', 'efficaces', 'efficacite', 'effective', 'effectiveness'] },
  { code: 'benefit.', labels: ['benefice', 'benefices', 'benefit', 'benefits'] },
  { code: 'risk.', labels: ['risque', 'risques', 'risk', 'risks'] },
  { code: 'wouldUse.', labels: ['pourriez', 'pourraient', 'envisagez', 'would use'] },
]

let loaded: Promise<Labels> | null = null

async function load(): Promise<Labels> {
  const translators = await Promise.all(
    locales.map(async (locale) => createTranslator({ locale, messages: await loadMessages(locale) })),
  )
  const languages = await Promise.all(locales.map(figureLanguage))
  return {
    indicators: (Object.keys(indicators) as IndicatorCode[]).map((code) => ({
      code,
      labels: [
        ...translators.flatMap((t) => [t(`indicators.${code}.label`), t(`indicators.${code}.statement`)]),
        // As the site's own files call it.
        ...languages.map(({ label }) => label({ code, statement: null })),
      ],
    })),
    populations: populationCodes.map((code) => ({
      code,
      labels: translators.map((t) => t(`populationLabels.${code}`)),
    })),
    sections,
  }
}

/** What pages call the figures and their populations, in every language: files may call them so. Made once. */
export async function loadImportLabels(): Promise<Labels> {
  loaded ??= load()
  return loaded
}
