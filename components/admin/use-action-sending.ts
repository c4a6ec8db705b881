import { unstable_rethrow, usePathname, useSearchParams } from 'next/navigation'
import { useActionState, useState, useTransition, type SyntheticEvent } from 'react'
import { isPageTooOld } from '@/components/layout/is-page-too-old'
import { pageTooOld, unreachable, type FormAction, type FormOutcome } from './form-outcome'

/**
 * A form that calls a server action. Without scripts it posts by itself; with them it is sent once however often its
 * button is pressed, and a server that does not answer, or no longer knows the action, leaves everything where it is.
 * Without an address of its own, a form would be written with an empty one, which HTML does not allow. What names the form in
 * it tells the forms of a page apart; it is no fragment, since browsers ignore `autofocus` where there is one.
 */
export function useActionSending(id: string, action: FormAction) {
  const query = new URLSearchParams(useSearchParams())
  query.set('form', id)
  const address = `${usePathname()}?${query.toString()}`
  const [outcomeOnServer, formAction] = useActionState(action, null, address)
  const [outcome, setOutcome] = useState<FormOutcome | null>(outcomeOnServer)
  const [isSending, startTransition] = useTransition()

  const send = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isSending) return
    const sent = new FormData(event.currentTarget)
    startTransition(async () => {
      try {
        setOutcome(await action(outcome, sent))
      } catch (error) {
        // A redirect arrives as an error of the framework's own.
        unstable_rethrow(error)
        const failed = isPageTooOld(error) ? pageTooOld : unreachable
        setOutcome({ ...failed, ...(outcome?.link && { link: outcome.link }) })
      }
    })
  }
  return { formAction, outcome, isSending, send }
}
