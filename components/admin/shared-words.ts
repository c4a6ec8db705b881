import type { Messages } from '@/lib/i18n/messages'
import type { ActionFormWords } from './action-form'

/** The words that all forms of the admin area share, out of the messages of a language. */
export const sharedWords = ({
  admin: { sending, required, refusals },
  errors: { reload },
}: Pick<Messages, 'admin' | 'errors'>): Omit<ActionFormWords, 'submit' | 'done'> => ({
  sending,
  required,
  reload,
  refusals,
})
