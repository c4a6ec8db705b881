import type { ImportContext } from '../context'
import type { Words, Wording } from '@/lib/waves/figure-record'
import type { RowReader } from './row-reader'

/** The question of a cell or row; in two languages where a bar stands between two questions, and not between two words of one. */
function wordingOf(question: string, language: ImportContext['language']): Wording {
  const [first = '', second, ...others] = question.split(/\s[/|]\s/).map((part) => part.trim())
  const areTwo = others.length === 0 && first.endsWith('?') && second?.endsWith('?')
  return areTwo && second !== undefined
    ? { fr: first, en: second }
    : { fr: null, en: null, [language]: question }
}

/** A text in both languages; null where there is none. One language alone is refused. */
export function readWords(
  reader: RowReader,
  french: 'statement_fr' | 'population_fr' | 'status_note_fr',
  english: 'statement_en' | 'population_en' | 'status_note_en',
): Words | null {
  const [fr, en] = [reader.text(french), reader.text(english)]
  if (fr === null && en === null) return null
  if (fr !== null && en !== null) return { fr, en }
  const [there, missing] = fr === null ? [english, french] : [french, english]
  reader.refuse('oneLanguage', { there, missing }, missing)
  return null
}

/** The question: the cells of the line, or else the row of its own above it. */
export function readWording(
  reader: RowReader,
  question: string | null,
  language: ImportContext['language'],
): Wording | null {
  const [fr, en] = [reader.text('wording_fr'), reader.text('wording_en')]
  if (fr !== null && en === null) return wordingOf(fr, 'fr')
  if (fr !== null || en !== null) return { fr, en }
  return question === null ? null : wordingOf(question, language)
}
