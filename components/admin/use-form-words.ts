import { useMessages, useTranslations } from 'next-intl'
import type { ActionFormWords } from './action-form'

/** The words of a form: its button's, what is said when it was done, and those that all forms share. */
export function useFormWords(): (submit: string, done?: string) => ActionFormWords {
  const t = useTranslations('admin')
  const { refusals } = useMessages().admin
  return (submit, done) => ({ submit, sending: t('sending'), refusals, ...(done !== undefined && { done }) })
}
