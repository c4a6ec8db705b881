import { getMessages, getTranslations } from 'next-intl/server'
import { items, type ItemId } from '@/lib/instrument/catalogue'
import type { Messages } from '@/lib/i18n/messages'

/**
 * The words of the questionnaire in one language, as they stand in the messages: the browser fills in their named
 * places itself (see `fill`), so that no message formatter is sent to it.
 */
export interface QuestionnaireWords extends Pick<
  Messages,
  'questionnaire' | 'problems' | 'steps' | 'stems' | 'conditions' | 'options'
> {
  readonly questions: Readonly<Record<ItemId, string>>
  /** What is shown of a question whose stem is said above it. */
  readonly rests: Readonly<Partial<Record<ItemId, string>>>
}

/** Everything that the questionnaire says, for the language of the request. */
export async function questionnaireWords(): Promise<QuestionnaireWords> {
  const { questionnaire, problems, steps, stems, conditions, options } = await getMessages()
  const t = await getTranslations('items')
  const questions = Object.fromEntries(items.map(({ id }) => [id, t(`${id}.question`)])) as Record<
    ItemId,
    string
  >
  const rests = Object.fromEntries(
    items.flatMap((item) =>
      item.stem === null ? [] : [[item.id, t(`${item.id}.rest` as Parameters<typeof t>[0])]],
    ),
  )
  return { questionnaire, problems, steps, stems, conditions, options, questions, rests }
}
