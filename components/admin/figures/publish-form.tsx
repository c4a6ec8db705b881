import { useTranslations } from '@/lib/i18n/translations'
import { ActionForm } from '../action-form'
import type { FormField } from '../form-field'
import type { FormAction } from '../form-outcome'
import { useFormWords } from '../use-form-words'
import { useReasonFields } from './states'

interface Props {
  /** Whether nothing of the wave is published yet: no reason is needed then. */
  readonly isFirst: boolean
  readonly action: FormAction
}

/** Publishes what stands above it. */
export function PublishForm({ isFirst, action }: Props) {
  const t = useTranslations('admin.figures.publish')
  const kinds = useTranslations('corrections.kinds')
  const formWords = useFormWords()
  const reasonFields = useReasonFields()
  const kind: FormField = {
    name: 'kind',
    type: 'radio',
    label: t('kind'),
    initial: 'correction',
    options: (['correction', 'revision'] as const).map((id) => ({
      id,
      label: kinds(id),
      hint: t(`hints.${id}`),
    })),
  }
  return (
    <>
      <h3>{t('title')}</h3>
      <p>{t(isFirst ? 'firstNote' : 'note')}</p>
      <ActionForm
        id="publish"
        action={action}
        fields={isFirst ? [] : [kind, ...reasonFields]}
        words={formWords(t('submit'))}
      />
    </>
  )
}
