import { useTranslations } from '@/lib/i18n/translations'
import { ActionForm } from '../action-form'
import type { FormAction } from '../form-outcome'
import { useFormWords } from '../use-form-words'
import type { ReleaseRequestView } from './release-view'

interface Props {
  readonly release: ReleaseRequestView
  readonly action: FormAction
}

/** A button that asks for another release of the same wave, by the same rules. */
export function AskAgain({ release, action }: Props) {
  const t = useTranslations('admin.release')
  const words = useFormWords()
  const hidden = (name: string, initial: string) => ({ name, type: 'hidden', label: '', initial }) as const
  return (
    <ActionForm
      id="again"
      action={action}
      fields={[
        hidden('wave', release.waveId),
        hidden('smallestClass', String(release.smallestClass)),
        hidden('largestWithheldPercent', String(release.largestWithheldPercent)),
      ]}
      words={words(t('askAgain'))}
    />
  )
}
