import type { EditionTheme } from '@/lib/disclosure/aggregates/edition-themes'
import { useTranslations } from '@/lib/i18n/translations'
import { EditionQuestion } from './edition-question'
import type { ShownEdition } from './shown-edition'

interface Props {
  readonly theme: EditionTheme
  readonly edition: ShownEdition
  readonly before: ShownEdition | null
  readonly isOpen: boolean
}

/** One theme of an edition, folded: its questions. */
export function EditionFold({ theme: { theme, questions }, edition, before, isOpen }: Props) {
  const t = useTranslations()
  return (
    <details className="theme" id={`theme-${theme ?? 'earlier'}`} open={isOpen}>
      <summary>
        <h3>{theme === null ? t('participants.earlierQuestions') : t(`themes.${theme}`)}</h3>
        <span>{t('participants.questions', { count: questions.length })}</span>
      </summary>
      {questions.map((question) => (
        <EditionQuestion key={question.item} question={question} edition={edition} before={before} />
      ))}
    </details>
  )
}
