import { useMessages } from 'next-intl'
import type { ActionFormWords } from './action-form'
import { sharedWords } from './shared-words'

/** The words of a form: its button's, what is said when it was done, and those that all forms share. */
export function useFormWords(): (submit: string, done?: string) => ActionFormWords {
  const shared = sharedWords(useMessages())
  return (submit, done) => ({ submit, ...shared, ...(done !== undefined && { done }) })
}
