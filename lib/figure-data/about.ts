import type { WaveDescription, WaveSource } from '@/lib/waves/wave-document'
import type { WaveState } from '@/lib/waves/wave-state'
import { dataLanguages, type DataLanguage, type FigureLanguage, type FigureLanguages } from './language'

/** A text in both languages of the data. */
export function inDataLanguages(
  languages: FigureLanguages,
  say: (language: FigureLanguage) => string,
): Readonly<Record<DataLanguage, string>> {
  const [fr, en] = dataLanguages.map((language) => say(languages[language]))
  return { fr: fr ?? '', en: en ?? '' }
}

/** A wave as files describe it. */
export function aboutWave(wave: WaveDescription, languages: FigureLanguages) {
  return {
    id: wave.id,
    name: inDataLanguages(languages, ({ waveName }) => waveName(wave)),
    description: wave.description,
    commissioned_by: wave.commissionedBy,
    conducted_by: wave.conductedBy,
    published_on: wave.publishedOn,
    sample_size: wave.sampleSize,
    field_start: wave.fieldStart,
    field_end: wave.fieldEnd,
    mode: wave.mode,
  }
}

/** A source as files describe it. */
export const aboutSource = ({ id, title, publisher, publishedOn, url }: WaveSource) => ({
  id,
  title,
  publisher,
  published_on: publishedOn,
  url,
})

/** A state of the figures of a wave as files describe it. */
export const aboutState = ({ number, madeOn, kind, reason }: WaveState) => ({
  number,
  made_on: madeOn,
  kind,
  reason,
})
