import { exclusiveOptions } from '@/lib/instrument/option-sets'
import { optionsOf } from '@/lib/instrument/answers'
import { items } from '@/lib/instrument/catalogue'
import { instrumentVersion } from '@/lib/instrument/versions'
import { itemWord } from '@/lib/export/labels'
import { inEach, type ExportWords } from '@/lib/export/words'
import type { z } from 'zod'
import type { instrument } from './schemas'

/** The questionnaire as data: its items, their options and whom they are asked of, with the words of each language. */
export function describeInstrument(words: ExportWords): z.infer<typeof instrument> {
  return {
    version: instrumentVersion,
    items: items.map((item) => ({
      id: item.id,
      kind: item.kind,
      theme: item.theme,
      since: item.since,
      label: inEach(words, (language) => itemWord(item.id, 'label', language) ?? item.id),
      question: inEach(words, (language) => itemWord(item.id, 'question', language) ?? item.id),
      asked_of: inEach(words, ({ conditions, export: said }) =>
        item.shownWhen === null
          ? said.codebook.everyone
          : (conditions[item.shownWhen.id] ?? item.shownWhen.id),
      ),
      options: optionsOf(item).map((id) => ({
        id,
        label: inEach(words, ({ options }) => options[item.optionSet][id] ?? id),
        is_exclusive: exclusiveOptions.has(id),
      })),
    })),
  }
}
