import { indicators } from '@/lib/comparison/indicators'
import { populationCodes } from '@/lib/comparison/populations'
import { locales } from '@/lib/i18n/locales'
import type { ImportContext } from '@/lib/import/context'
import { messages } from '../messages'

const said = (...keys: readonly string[]) =>
  locales.flatMap((locale) => keys.flatMap((key) => messages[locale].get(key) ?? []))

/** A wave with one source, and the labels of pages in every language. */
export const context: ImportContext = {
  sourceIds: ['dsih-6110'],
  language: 'fr',
  labels: {
    indicators: Object.keys(indicators).map((code) => ({
      code,
      labels: said(`indicators.${code}.label`, `indicators.${code}.statement`),
    })),
    populations: populationCodes.map((code) => ({ code, labels: said(`populationLabels.${code}`) })),
    sections: [
      { code: 'usage.', labels: ['utilisez', 'use'] },
      { code: 'trust.', labels: ['confiance', 'trust'] },
      { code: 'effectiveness.', labels: ['efficace', 'effective'] },
    ],
  },
}
