import { useTranslations } from '@/lib/i18n/translations'
import { chosenOptions, type Answers } from '@/lib/instrument/answers'
import { items } from '@/lib/instrument/catalogue'

interface Props {
  readonly answers: Answers
  readonly isOpen: boolean
}

/** The answers that a contributor consents to add: each question with what was answered, folded. */
export function ShownAnswers({ answers, isOpen }: Props) {
  const t = useTranslations()
  const answered = items.filter(({ id }) => answers[id] !== undefined)
  return (
    <details className="fold" open={isOpen}>
      <summary>{t('contribution.answers', { count: answered.length })}</summary>
      <dl className="shown-answers">
        {answered.map(({ id, optionSet }) => (
          <div key={id}>
            <dt>{t(`items.${id}.question`)}</dt>
            <dd>
              {chosenOptions(answers, id)
                .map((option) => t(`options.${optionSet}.${option}` as Parameters<typeof t>[0]))
                .join(' · ')}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
