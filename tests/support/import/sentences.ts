import { createTranslator } from 'next-intl'
import { noticeSentence, type Say } from '@/lib/import/notice-sentence'
import type { Notice } from '@/lib/import/notices'
import type { FigureFile } from '@/lib/import/read-figure-file'
import { isAccepted } from '@/lib/import/lines/line'
import type { Locale } from '@/lib/i18n/locales'
import { readMessages } from '../messages'

/** What says a message under `import`; one that is missing, or lacks an argument, is an error. */
function sayIn(locale: Locale): Say {
  const say = createTranslator({
    locale,
    messages: readMessages(locale),
    namespace: 'import',
    onError: (error) => {
      throw error
    },
  })
  return (key, values) => say(key as Parameters<typeof say>[0], values)
}

const say = { fr: sayIn('fr'), en: sayIn('en') }

/** Without the thin spaces of French, which nobody sees in a test. */
const legible = (sentence: string) => sentence.replaceAll(/[\u202f\u00a0]/g, ' ')

export const sentenceOf = (notice: Notice, file: Pick<FigureFile, 'format'>, locale: 'fr' | 'en') =>
  legible(noticeSentence(notice, file.format, say[locale]))

/** Why a file is refused, in the order of its lines. */
export const problemsIn = (file: FigureFile, locale: 'fr' | 'en') =>
  [...file.problems, ...file.lines.flatMap((line) => (isAccepted(line) ? [] : line.problems))].map(
    (problem) => sentenceOf(problem, file, locale),
  )

/** What is doubtful in a file, the whole before the lines. */
export const warningsIn = (file: FigureFile, locale: 'fr' | 'en') =>
  [...file.warnings, ...file.lines.flatMap(({ warnings }) => warnings)].map((warning) =>
    sentenceOf(warning, file, locale),
  )
