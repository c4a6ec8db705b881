import { StateOfWave, type ShownState } from '@/components/figures/corrections'
import { useTranslations } from '@/lib/i18n/translations'
import { ActionForm } from '../action-form'
import type { FormField } from '../form-field'
import type { FormAction } from '../form-outcome'
import { useFormWords } from '../use-form-words'

interface Props {
  /** The last one first. */
  readonly states: readonly ShownState[]
  readonly bringBack: (number: number) => FormAction
}

/** The fields that say why what was published changes. */
export function useReasonFields(): readonly FormField[] {
  const t = useTranslations('admin.figures')
  const problems = { noReason: t('noReason') }
  return (['fr', 'en'] as const).map((language) => ({
    name: `reason_${language}`,
    type: 'lines',
    rows: 2,
    label: t(`reason.${language}`),
    lang: language,
    problems,
    ...(language === 'fr' && { hint: t('reasonHint') }),
  }))
}

/** Every state of a wave, each with what it changed; earlier ones can be brought back. */
export function States({ states, bringBack }: Props) {
  const t = useTranslations('admin.figures')
  const formWords = useFormWords()
  const reasonFields = useReasonFields()
  if (states.length === 0) return null
  return (
    <section aria-labelledby="states-title">
      <h2 id="states-title">{t('states')}</h2>
      <ol className="wave-states">
        {states.map((state, place) => (
          <li key={state.number} className="card" data-state={state.number}>
            <StateOfWave state={state} heading="h3" />
            {place > 0 && (
              <details>
                <summary>{t('bringBack')}</summary>
                <p>{t('bringBackNote')}</p>
                <ActionForm
                  id={`back-${state.number}`}
                  action={bringBack(state.number)}
                  fields={reasonFields}
                  words={formWords(t('bringBackSubmit'))}
                  isQuiet
                />
              </details>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
