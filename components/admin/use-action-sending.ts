import { unstable_rethrow } from 'next/navigation'
import { useActionState, useState, useTransition, type SyntheticEvent } from 'react'
import { isPageTooOld } from '@/components/layout/is-page-too-old'
import { pageTooOld, unreachable, type FormAction, type FormOutcome } from './form-outcome'

/**
 * A form that calls a server action. Without scripts it posts by itself; with them it is sent once however often its
 * button is pressed, and a server that does not answer, or no longer knows the action, leaves everything where it is.
 */
export function useActionSending(action: FormAction) {
  const [outcomeOnServer, formAction] = useActionState(action, null)
  const [outcome, setOutcome] = useState<FormOutcome | null>(outcomeOnServer)
  const [isSending, startTransition] = useTransition()

  const send = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isSending) return
    const sent = new FormData(event.currentTarget)
    startTransition(async () => {
      try {
        setOutcome(await action(null, sent))
      } catch (error) {
        // A redirect arrives as an error of the framework's own.
        unstable_rethrow(error)
        setOutcome(isPageTooOld(error) ? pageTooOld : unreachable)
      }
    })
  }
  return { formAction, outcome, isSending, send }
}
