import { unstable_rethrow } from 'next/navigation'
import { useActionState, useState, useTransition, type SyntheticEvent } from 'react'

/**
 * A form that calls a server action. Without scripts it posts by itself; with them it is sent once however often its
 * button is pressed, and a server that does not answer leaves everything where it is.
 */
export function useSending<Refused>(
  action: (before: Refused | null, sent: FormData) => Promise<Refused | null>,
  /** What is told when the server does not answer. */
  unreachable: Refused,
) {
  const [refusedOnServer, formAction] = useActionState(action, null as Awaited<Refused> | null)
  const [refused, setRefused] = useState<Refused | null>(refusedOnServer)
  const [isSending, startTransition] = useTransition()

  const send = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isSending) return
    const sent = new FormData(event.currentTarget)
    startTransition(async () => {
      try {
        setRefused(await action(null, sent))
      } catch (error) {
        // A redirect arrives as an error of the framework's own.
        unstable_rethrow(error)
        setRefused(unreachable)
      }
    })
  }
  return { formAction, refused, isSending, send }
}
